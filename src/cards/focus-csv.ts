import type { LineChange } from "../core/cost/bill-difference.ts";
import type { CostCategory } from "../core/decision/estimate.ts";
import { csvOf } from "./csv.ts";

/** What FOCUS calls the service of a line. https://focus.finops.org/focus-specification/ */
const SERVICE_CATEGORIES: Record<CostCategory, string> = {
  "control-plane": "Compute",
  nodes: "Compute",
  "os-disks": "Storage",
  storage: "Storage",
  backups: "Storage",
  "load-balancers": "Networking",
  nat: "Networking",
  "public-ipv4": "Networking",
  egress: "Networking",
  "cross-zone": "Networking",
  logs: "Management and Governance",
  credits: "Other",
  discounts: "Other",
};

/** Which service and whose it is that a bill is for. */
interface Service {
  serviceName: string;
  providerName: string;
}

/**
 * Lines that change, in the columns of FOCUS: as they will be, and under `x_` names, as FOCUS has custom columns, as they were.
 * They are estimates of a month and not charges, so that the columns of billing periods are left out.
 */
export function focusCsv(lines: readonly LineChange[], { serviceName, providerName }: Service): string {
  return csvOf(
    [
      ["ChargeCategory", ({ category }) => (category === "credits" ? "Credit" : "Usage")],
      ["ChargeDescription", ({ description }) => description],
      ["ProviderName", () => providerName],
      ["ServiceCategory", ({ category }) => SERVICE_CATEGORIES[category]],
      ["ServiceName", () => serviceName],
      ["RegionId", ({ region }) => region],
      ["SkuId", ({ skuId }) => skuId],
      ["PricingQuantity", ({ head }) => head?.quantity ?? 0],
      ["PricingUnit", ({ unit }) => unit],
      ["ListUnitPrice", ({ unitPrice }) => unitPrice],
      ["ListCost", ({ head }) => (head?.cost ?? 0).toFixed(2)],
      ["BillingCurrency", ({ currency }) => currency],
      ["x_BasePricingQuantity", ({ base }) => base?.quantity ?? 0],
      ["x_BaseListCost", ({ base }) => (base?.cost ?? 0).toFixed(2)],
      ["x_ListCostDifference", ({ difference }) => difference.toFixed(2)],
      ["x_CostCategory", ({ category }) => category],
      ["x_PriceSource", ({ source }) => source],
      ["x_PriceAsOf", ({ asOf }) => asOf],
    ],
    lines,
  );
}
