import type { SkuPrice } from "../../src/core/catalog/catalog.ts";
import type { Answer } from "./server.ts";

/** A product of an offer file, with its price in USD. */
export interface AwsProduct {
  productFamily: string;
  attributes: Record<string, string>;
  price: number;
  unit: string;
  effectiveDate?: string;
}

const PREFIXES = new Map([
  ["us-east-1", ""],
  ["us-west-2", "USW2-"],
  ["eu-west-1", "EU-"],
  ["eu-central-1", "EUC1-"],
  ["ap-northeast-2", "APN2-"],
]);
/** The prefix of usage types in a region. */
export const prefixOf = (regionId: string) => PREFIXES.get(regionId) ?? "XXX1-";

/** Everything that EC2 sells under the name of a machine: other systems, software, tenancies, reservations, capacity blocks. */
export function machineProducts(type: string, regionId: string, price: number): AwsProduct[] {
  const plain = {
    instanceType: type,
    operatingSystem: "Linux",
    tenancy: "Shared",
    preInstalledSw: "NA",
    capacitystatus: "Used",
    licenseModel: "No License required",
    operation: "RunInstances",
    marketoption: "OnDemand",
    usagetype: `${prefixOf(regionId)}BoxUsage:${type}`,
    regionCode: regionId,
    servicecode: "AmazonEC2",
  };
  const product = (over: Record<string, string>, times: number): AwsProduct => ({
    productFamily: "Compute Instance",
    attributes: { ...plain, ...over },
    price: price * times,
    unit: "Hrs",
  });
  return [
    product({ capacitystatus: "UnusedCapacityReservation", usagetype: `${prefixOf(regionId)}UnusedBox:${type}` }, 1.4),
    product(
      { capacitystatus: "AllocatedCapacityReservation", usagetype: `${prefixOf(regionId)}Reservation:${type}` },
      0,
    ),
    product({ marketoption: "CapacityBlock" }, 0),
    product({ operatingSystem: "Windows", operation: "RunInstances:0002" }, 1.9),
    product({ operatingSystem: "RHEL", operation: "RunInstances:0010" }, 1.3),
    product({ preInstalledSw: "SQL Web", operation: "RunInstances:0200" }, 2.5),
    product({ tenancy: "Dedicated", usagetype: `${prefixOf(regionId)}DedicatedUsage:${type}` }, 1.1),
    product({ tenancy: "Host", usagetype: `${prefixOf(regionId)}HostBoxUsage:${type}` }, 0),
    product({}, 1),
  ];
}

const SERVICES = new Map([
  ["nat-gateway", ["AmazonEC2", "NAT Gateway", "NatGateway-Hours", "NatGateway", "Hrs"]],
  ["nat-gateway-data", ["AmazonEC2", "NAT Gateway", "NatGateway-Bytes", "NatGateway", "GB"]],
  ["ebs-gp3", ["AmazonEC2", "Storage", "EBS:VolumeUsage.gp3", "", "GB-Mo"]],
  ["ebs-snapshot", ["AmazonEC2", "Storage Snapshot", "EBS:SnapshotUsage", "", "GB-Mo"]],
  ["alb", ["AWSELB", "Load Balancer-Application", "LoadBalancerUsage", "LoadBalancing:Application", "Hrs"]],
  ["alb-lcu", ["AWSELB", "Load Balancer-Application", "LCUUsage", "LoadBalancing:Application", "LCU-Hrs"]],
  ["nlb", ["AWSELB", "Load Balancer-Network", "LoadBalancerUsage", "LoadBalancing:Network", "Hrs"]],
  ["nlb-nlcu", ["AWSELB", "Load Balancer-Network", "LCUUsage", "LoadBalancing:Network", "LCU-Hrs"]],
  ["public-ipv4", ["AmazonVPC", "VpcPublicIPv4", "PublicIPv4:InUseAddress", "AssociateAddressVPC", "Hrs"]],
  ["interface-endpoint", ["AmazonVPC", "VpcEndpoint", "VpcEndpoint-Hours", "VpcEndpoint", "Hrs"]],
  ["fargate-vcpu", ["AmazonECS", "Compute", "Fargate-vCPU-Hours:perCPU", "", "hours"]],
  ["fargate-memory", ["AmazonECS", "Compute", "Fargate-GB-Hours", "", "hours"]],
  ["fargate-ephemeral", ["AmazonECS", "Compute", "Fargate-EphemeralStorage-GB-Hours", "", "hours"]],
  ["eks-cluster", ["AmazonEKS", "Compute", "AmazonEKS-Hours:perCluster", "CreateOperation", "Hours"]],
  ["eks-cluster-extended", ["AmazonEKS", "Compute", "AmazonEKS-Hours:extendedSupport", "ExtendedSupport", "Hours"]],
]);

/** The product behind a service of the catalog, and ones that bear nearly the same name. */
export function serviceProducts(row: Pick<SkuPrice, "skuId" | "listUnitPrice">, regionId: string) {
  const [offer, productFamily = "", usage = "", operation = "", unit = ""] = SERVICES.get(row.skuId) ?? [];
  if (offer === undefined) return [];
  const price = row.skuId === "eks-cluster-extended" ? row.listUnitPrice - 0.1 : row.listUnitPrice; // listed as what is added
  const product = (usagetype: string, times: number): AwsProduct => ({
    productFamily,
    attributes: { usagetype: `${prefixOf(regionId)}${usagetype}`, operation, regionCode: regionId, servicecode: offer },
    price: price * times,
    unit,
  });
  return [
    { offer, product: product(usage, 1) },
    { offer, product: product(`${usage}-Outposts`, 3) },
    { offer, product: product(usage.replace("Fargate-", "Fargate-ARM-").replace("EBS:", "EBS:X"), 0.8) },
  ].filter(({ product: { attributes } }, i) => i < 2 || attributes["usagetype"] !== `${prefixOf(regionId)}${usage}`);
}

/** What AWS would list if its prices were the catalog's `rows`. */
export class AwsLists {
  readonly products = new Map<string, AwsProduct[]>(); // by offer and region
  readonly spot: { regionId: string; type: string; price: string }[] = [];
  /** Text put in the place of an offer file. */
  readonly replaced = new Map<string, string>();

  add(offer: string, regionId: string, ...products: AwsProduct[]): void {
    const key = `${offer} ${regionId}`;
    this.products.set(key, [...(this.products.get(key) ?? []), ...products]);
  }

  readonly answer = (url: URL): Answer => {
    const [, offer = "", regionId = ""] =
      /^\/offers\/v1\.0\/aws\/(\w+)\/(?:20261127|current)\/([\w.-]+?)(?:\/index)?(?:\.json)?$/.exec(url.pathname) ?? [];
    if (url.pathname === "/spot.json") return { json: this.spotFeed() };
    if (url.pathname.startsWith("/savingsPlan/")) return this.plans(url);
    if (regionId === "region_index") return { json: this.index(offer) };
    const key = `${offer} ${regionId}`;
    const products = this.products.get(key);
    if (products === undefined) return { status: 404 };
    return { text: this.replaced.get(key) ?? offerFile(offer, products) };
  };

  private regions(offer: string): string[] {
    return [...this.products.keys()].filter((key) => key.startsWith(`${offer} `)).map((key) => key.split(" ")[1] ?? "");
  }

  private index(offer: string) {
    const entries = this.regions(offer).map((regionCode) => [
      regionCode,
      { regionCode, currentVersionUrl: `/offers/v1.0/aws/${offer}/20261127/${regionCode}/index.json` },
    ]);
    return {
      formatVersion: "v1.0",
      disclaimer: "",
      publicationDate: "2026-11-27T00:00:00Z",
      regions: Object.fromEntries(entries),
    };
  }

  /** Compute and EC2 plans, of all terms and payments; those with nothing upfront cost 0.75 and 0.5 of on-demand. */
  private plans(url: URL): Answer {
    const base = "/savingsPlan/v1.0/aws/AWSComputeSavingsPlan";
    const regions = this.regions("AmazonEC2").map((regionCode) => ({
      regionCode,
      versionUrl: `${base}/20261127/${regionCode}/index.json`,
    }));
    if (url.pathname.endsWith("region_index.json"))
      return { json: { publicationDate: "2026-11-27T00:00:00Z", regions } };
    const regionId = url.pathname.split("/").at(-2) ?? "";
    const kinds = ["ComputeSavingsPlans", "EC2InstanceSavingsPlans"].flatMap((family) =>
      ["No Upfront", "Partial Upfront", "All Upfront"].flatMap((option) =>
        ["1yr", "3yr"].map((term) => ({
          family,
          option,
          term,
          sku: `${family}-${option}-${term}`.replaceAll(" ", ""),
        })),
      ),
    );
    const products = kinds.map(({ family, option, term, sku }) => ({
      sku,
      productFamily: family,
      serviceCode: family,
      attributes: { purchaseOption: option, granularity: "hourly", purchaseTerm: term, locationType: "AWS Region" },
    }));
    const sold = (this.products.get(`AmazonEC2 ${regionId}`) ?? []).filter(
      ({ productFamily, attributes }) =>
        productFamily === "Compute Instance" && attributes["marketoption"] !== "CapacityBlock",
    );
    const savingsPlan = kinds.map(({ family, option, term, sku }) => ({
      sku,
      leaseContractLength: { duration: Number(term[0]), unit: "year" },
      rates: sold.map(({ attributes, price }) => ({
        discountedSku: "X",
        discountedUsageType: attributes["usagetype"],
        discountedOperation: attributes["operation"],
        discountedServiceCode: "AmazonEC2",
        unit: "Hrs",
        discountedRate: {
          price: (
            price *
            (term === "1yr" ? 0.75 : 0.5) *
            (option === "No Upfront" ? 1 : 0.97) *
            (family === "ComputeSavingsPlans" ? 1 : 0.9)
          ).toFixed(5),
          currency: "USD",
        },
        discountedRegionCode: regionId,
      })),
    }));
    return {
      json: {
        version: "20261127",
        publicationDate: "2026-11-27T00:00:00Z",
        regionCode: regionId,
        products,
        terms: { savingsPlan },
      },
    };
  }

  private spotFeed() {
    const region = (regionId: string) => ({
      region: regionId === "us-east-1" ? "us-east" : regionId,
      instanceTypes: this.spot
        .filter((each) => each.regionId === regionId)
        .map(({ type, price }) => ({
          type: "generalCurrentGen",
          sizes: [
            {
              size: type,
              valueColumns: [
                { name: "linux", prices: { USD: price } },
                { name: "mswin", prices: { USD: "N/A*" } },
              ],
            },
          ],
        })),
    });
    return {
      vers: 0.01,
      config: {
        rate: "perhr",
        currencies: ["USD"],
        regions: [...new Set(this.spot.map(({ regionId }) => regionId))].map(region),
      },
    };
  }
}

/** An offer file, with its parts in the order in which AWS writes them. */
function offerFile(offerCode: string, products: readonly AwsProduct[]): string {
  const skus = products.map((product, i) => ({ sku: `SKU${String(i).padStart(13, "0")}`, ...product }));
  const term = (
    { sku, price, unit, effectiveDate = "2026-11-01T00:00:00Z" }: (typeof skus)[number],
    code: string,
    attributes: object,
  ) => ({
    [`${sku}.${code}`]: {
      offerTermCode: code,
      sku,
      effectiveDate,
      priceDimensions: {
        [`${sku}.${code}.6YS6EN2CT7`]: {
          rateCode: `${sku}.${code}.6YS6EN2CT7`,
          description: "",
          beginRange: "0",
          endRange: "Inf",
          unit,
          pricePerUnit: { USD: price.toFixed(10) },
          appliesTo: [],
        },
      },
      termAttributes: attributes,
    },
  });
  return JSON.stringify({
    formatVersion: "v1.0",
    disclaimer: "",
    offerCode,
    version: "20261127",
    publicationDate: "2026-11-27T00:00:00Z",
    products: Object.fromEntries(
      skus.map(({ sku, productFamily, attributes }) => [sku, { sku, productFamily, attributes }]),
    ),
    terms: {
      OnDemand: Object.fromEntries(skus.map((each) => [each.sku, term(each, "JRTCKXETXF", {})])),
      Reserved: Object.fromEntries(
        skus.map((each) => [
          each.sku,
          term(each, "Z2E3P23VKM", { LeaseContractLength: "3yr", PurchaseOption: "No Upfront" }),
        ]),
      ),
    },
    attributesList: {},
  });
}
