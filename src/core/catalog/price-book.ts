import { UserError } from "../errors.ts";
import { groupBy } from "../group-by.ts";
import type { Currency, Geography } from "../question/choices.ts";
import { places } from "../question/places.ts";
import type { AdvicePolicy } from "./advice-policy.ts";
import { daysBetween, holding } from "./as-of.ts";
import type {
  CatalogData,
  Centre,
  FxRate,
  InstanceType,
  PricingCategory,
  Provider,
  Reading,
  Region,
  Service,
  SkuPrice,
  SustainedUse,
  TieredPrice,
} from "./catalog.ts";
import type { LabourTable } from "./labour-table.ts";
import type { Platform } from "./platform.ts";
import { priceIndex, readingIndex, type SkuIndex } from "./price-index.ts";
import { sustainedUseOf } from "./sustained-use.ts";

/** The region id of a price that holds in every region of its provider. */
export const GLOBAL_REGION = "global";

/** The catalog as of one day, with look-ups that do not search. What is unknown is null, never 0. */
export interface PriceBook {
  version: string;
  /** The newest reading among the rows that hold, yyyy-mm-dd. */
  newestAsOf: string;
  asOf: string;
  platforms: Platform[];
  labour: LabourTable;
  policy: AdvicePolicy;
  regions: Region[];
  centres: Centre[];
  providers: Provider[];
  services: Service[];
  /** The rows that hold on `asOf`. One whose `from` is later stands for a day nothing earlier is known of. */
  prices: SkuPrice[];
  tieredPrices: TieredPrice[];
  /** @throws {RangeError} for an id the catalog does not have: our bug. */
  provider(id: string): Provider;
  /** What a provider publishes its prices in; null for one without any. */
  publishedIn(provider: string): Currency | null;
  /**
   * On-demand unless `category` says else; the region's own price, else the provider's global one.
   * `existing` takes the price kept by machines ordered before a rise, once there is one.
   */
  price(
    provider: string,
    skuId: string,
    regionId: string,
    options?: { category?: PricingCategory; existing?: boolean },
  ): SkuPrice | null;
  tiered(provider: string, skuId: string, regionId: string): TieredPrice | null;
  service(provider: string, skuId: string): Service | null;
  /** Those with an on-demand price there, cheapest first. */
  instanceTypes(provider: string, regionId: string): readonly InstanceType[];
  instanceType(provider: string, id: string): InstanceType | null;
  /**
   * Those that a name means, of any provider, in the catalog's order: "D4s_v5", "t3 medium" and "E2-Standard-4" as people write
   * them. A retired name means its successor.
   */
  findInstanceTypes(name: string): readonly InstanceType[];
  /** Whether a name is that of a machine without a price, read as its successor. */
  isRetired(name: string): boolean;
  /** Every model of a GPU that some machine has, as the catalog writes it, each once and in the order of the alphabet. */
  gpuModels: readonly string[];
  /** What a machine's price falls by itself over a month; null for not at all. */
  sustainedUse(machine: InstanceType): SustainedUse | null;
  includedTransferGiB(provider: string, skuId: string, regionId: string): number | null;
  /** A geography gives the provider's preferred region there, its own id that region, another's id the same geography's. */
  regionFor(provider: string, region: string): Region | null;
  /** Of a geography, any provider's region id, or a place name ("Frankfurt"), in any case. */
  geographyOf(region: string): Geography | null;
  /** @throws {UserError} if the catalog has no rate for one of the two. */
  convert(amount: number, from: Currency, to: Currency): number;
  /** The newest rate not after `asOf`, else the oldest known; null for none, and for USD, which needs none. */
  fx(currency: Currency): FxRate | null;
  /** Whether the reading is older on `asOf` than the provider's limit. */
  isStale(provider: string, reading: Reading): boolean;
}

/** The book of `data` as of the day `asOf` (yyyy-mm-dd). Of several prices for one thing, `holdsRather` decides. */
export function priceBook(data: CatalogData, asOf: string): PriceBook {
  const prices = priceIndex(data.prices, asOf);
  const tiers = readingIndex(data.tieredPrices, asOf);
  const transfers = readingIndex(data.includedTransfers, asOf);
  const providers = new Map(data.providers.map((provider) => [provider.id, provider]));
  const services = new Map(data.services.map((service) => [`${service.provider} ${service.skuId}`, service]));

  const provider = (id: string): Provider => {
    const found = providers.get(id);
    if (found === undefined) throw new RangeError(`No provider "${id}" in the catalog`);
    return found;
  };
  const price: PriceBook["price"] = (providerId, skuId, regionId, options = {}) =>
    choose(prices.at(providerId, skuId, regionId), asOf, options) ??
    choose(prices.at(providerId, skuId, GLOBAL_REGION), asOf, options);
  // Made when first asked for: one price needs neither.
  const holdingPrices = once(() =>
    data.prices.filter((row) => prices.at(row.provider, row.skuId, row.regionId).includes(row)),
  );
  const holdingTiers = once(() =>
    data.tieredPrices.filter((row) => tiers.at(row.provider, row.skuId, row.regionId).includes(row)),
  );
  const newestAsOf = once(() => newest([...holdingPrices(), ...holdingTiers()]));

  return {
    version: data.version,
    get newestAsOf() {
      return newestAsOf();
    },
    asOf,
    platforms: data.platforms,
    labour: data.labour,
    policy: data.policy,
    regions: data.regions,
    centres: data.centres,
    providers: data.providers,
    services: data.services,
    get prices() {
      return holdingPrices();
    },
    get tieredPrices() {
      return holdingTiers();
    },
    provider,
    publishedIn: (id) => data.prices.find((row) => row.provider === id)?.currency ?? null,
    price,
    tiered: (providerId, skuId, regionId) => here(tiers, providerId, skuId, regionId),
    service: (providerId, skuId) => services.get(`${providerId} ${skuId}`) ?? null,
    ...machines(data, price, provider),
    sustainedUse: (machine) => sustainedUseOf(data.sustainedUse, machine),
    includedTransferGiB: (providerId, skuId, regionId) =>
      here(transfers, providerId, skuId, regionId)?.includedGiB ?? null,
    ...places(data),
    ...money(data.fx, asOf),
    isStale: (id, reading) => daysBetween(reading.asOf, asOf) > provider(id).priceLimitDays,
  };
}

/** What `make` gives, made at the first call. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function choose(
  rows: readonly SkuPrice[],
  asOf: string,
  options: { category?: PricingCategory; existing?: boolean },
): SkuPrice | null {
  const category = options.category ?? "standard";
  let all: SkuPrice | null = null;
  for (const row of rows) {
    if (row.pricingCategory !== category) continue;
    if (row.customers === "all") all = row;
    else if (options.existing === true && row.from <= asOf) return row;
  }
  return all;
}

function here<T extends { provider: string; skuId: string; regionId: string }>(
  index: SkuIndex<T>,
  provider: string,
  skuId: string,
  regionId: string,
): T | null {
  return index.at(provider, skuId, regionId)[0] ?? index.at(provider, skuId, GLOBAL_REGION)[0] ?? null;
}

const newest = (rows: { reading: Reading }[]) =>
  holding(rows, ({ reading }) => reading.asOf, "9999-12-31")?.reading.asOf ?? "";

function machines(data: CatalogData, price: PriceBook["price"], provider: PriceBook["provider"]) {
  const byId = new Map<string, InstanceType>();
  const byName = groupBy(data.instanceTypes, ({ id }) => machineName(id));
  const successors = groupBy(data.retiredTypes, ({ id }) => machineName(id));
  for (const type of data.instanceTypes) byId.set(`${type.provider} ${type.id}`, type);
  const byProvider = groupBy(data.instanceTypes, (type) => type.provider);
  const listed = new Map<string, readonly InstanceType[]>(); // made when first asked for: few regions ever are

  const inRegion = (providerId: string, regionId: string): readonly InstanceType[] =>
    (byProvider.get(providerId) ?? [])
      .flatMap((type) => {
        const row = price(providerId, type.id, regionId);
        return row === null ? [] : [{ type, hourly: hourly(row, provider(providerId)) }];
      })
      .sort((a, b) => a.hourly - b.hourly || (a.type.id < b.type.id ? -1 : 1))
      .map(({ type }) => type);

  return {
    gpuModels: [...new Set(data.instanceTypes.flatMap(({ gpuModel }) => gpuModel ?? []))].sort(),
    instanceType: (providerId: string, id: string) => byId.get(`${providerId} ${id}`) ?? null,
    findInstanceTypes: (name: string) =>
      byName.get(machineName(name)) ??
      (successors.get(machineName(name)) ?? []).flatMap((type) => byId.get(`${type.provider} ${type.successor}`) ?? []),
    isRetired: (name: string) => successors.has(machineName(name)),
    instanceTypes(providerId: string, regionId: string) {
      const key = `${providerId} ${regionId}`;
      const types = listed.get(key) ?? inRegion(providerId, regionId);
      listed.set(key, types);
      return types;
    },
  };
}

/** "d4sv5" for "Standard_D4s_v5", "D4s v5" and "d4sv5": people leave out what Azure writes before all of them, and signs. */
const machineName = (name: string) =>
  name
    .toLowerCase()
    .replace(/^\s*standard[ _-]/, "")
    .replace(/[^a-z0-9]/g, "");

/** A machine's price an hour: a monthly price spread over the provider's month. */
const hourly = (row: SkuPrice, provider: Provider) =>
  row.pricingUnit === "month" ? row.listUnitPrice / provider.hoursPerMonth : row.listUnitPrice;

function money(rates: readonly FxRate[], asOf: string): Pick<PriceBook, "fx" | "convert"> {
  const byCurrency = new Map<Currency, FxRate>();
  for (const [currency, known] of groupBy(rates, (rate) => rate.currency)) {
    const dayFirst = known.toSorted((a, b) => (a.basis < b.basis ? -1 : 1)); // of one date the day's rate beats a month's
    const rate = holding(dayFirst, (each) => each.asOf, asOf);
    if (rate !== null) byCurrency.set(currency, rate);
  }
  const unitsPerUsd = (currency: Currency): number => {
    if (currency === "USD") return 1;
    const rate = byCurrency.get(currency);
    if (rate !== undefined) return rate.unitsPerUsd;
    const known = ["USD", ...byCurrency.keys()].join(", ");
    throw new UserError(`There is no exchange rate for ${currency}.`, `Currencies with a dated rate: ${known}.`);
  };
  return {
    fx: (currency) => byCurrency.get(currency) ?? null,
    convert: (amount, from, to) => (from === to ? amount : (amount / unitsPerUsd(from)) * unitsPerUsd(to)),
  };
}
