import type { Service, SkuPrice, TieredPrice } from "../catalog/catalog.ts";
import { inTiers } from "../cost/price-line.ts";
import { elsewhere, nearest } from "./place.ts";
import type { PriceResult } from "./price-answer.ts";
import type { PriceItem } from "./query.ts";
import { type Asking, amountFor, result, unitsFor } from "./result.ts";

type ServiceItem = Extract<PriceItem, { kind: "service" }>;

/** A part of a bill on each provider asked about, or on all: every SKU of that kind that has a price near the place. */
export function serviceResults(asking: Asking, item: ServiceItem): PriceResult[] {
  const { book, query } = asking;
  const asked = query.providers.length > 0 || item.owner === undefined ? query.providers : [item.owner];
  const services = book.services.filter(
    ({ kind, provider }) => kind === item.service && (asked.length === 0 || asked.includes(provider)),
  );
  return services
    .filter((service) => isMeant(service, item, services))
    .flatMap((service) => {
      const each = { ...item, ...asBilled(asking, item, service) };
      return each.count === 0 ? [] : (tieredResults(asking, each, service) ?? flatResult(asking, each, service));
    });
}

/** How much of it a bill counts: the first few balancers together, and traffic between zones on every side that is billed. */
function asBilled(
  { book }: Asking,
  { service: kind, count, amount }: ServiceItem,
  { provider, skuId }: Service,
): Partial<ServiceItem> {
  const billings = book.platforms
    .filter((platform) => platform.provider === provider)
    .flatMap(({ billing }) => billing ?? []);
  if (kind === "cross-zone") {
    const crossZone = billings.find((billing) => billing.crossZone?.skuId === skuId)?.crossZone;
    return crossZone && amount !== null ? { amount: amount * crossZone.directions } : {};
  }
  const rules = billings.flatMap(({ loadBalancer }) => (loadBalancer.kind === "rules" ? [loadBalancer] : []))[0];
  if (kind !== "load-balancer" || rules === undefined) return {};
  if (skuId === rules.firstSku) return { count: Math.min(1, count) };
  return skuId === rules.extraSku ? { count: Math.max(0, count - rules.firstCount) } : {};
}

/** Where a provider has several of a kind, those that bear the name that was typed: "nlb" is no ALB. */
function isMeant(service: Service, { words }: ServiceItem, all: readonly Service[]): boolean {
  const bears = ({ skuId, name }: Service) => `${skuId} ${name}`.toLowerCase().includes(words.toLowerCase());
  return bears(service) || !all.some((other) => other.provider === service.provider && bears(other));
}

function flatResult(asking: Asking, item: ServiceItem, service: Service): PriceResult[] {
  const { book, query } = asking;
  const found = nearest(book, service.provider, query.region, (region) =>
    book.price(service.provider, service.skuId, region.id),
  );
  if (found === null) return [];
  const price = found.found;
  const amount = item.amount ?? 1;
  const timed = price.pricingUnit === "hour" || price.pricingUnit === "month";
  if (timed && item.unit === "GiB" && item.amount !== null) return []; // a disk of a fixed size does not answer a price per GiB
  const count = timed ? item.count : amount * item.count;
  return [
    result(asking, {
      provider: service.provider,
      region: found.region.id,
      skuId: service.skuId,
      description: `${described(price, service, count)}${elsewhere(query.region, found.region)}`,
      quantity: timed
        ? unitsFor(price, book.provider(service.provider), count, query)
        : amountFor(count, price, book.provider(service.provider), query),
      unit: price.pricingUnit,
      listUnitPrice: price.listUnitPrice,
      listCurrency: price.currency,
      reading: price.reading,
    }),
  ];
}

const described = (price: SkuPrice, service: Service, count: number) =>
  price.pricingUnit === "hour" || price.pricingUnit === "month"
    ? count === 1
      ? service.name
      : `${count} × ${service.name}`
    : `${count} ${unitWord(price.pricingUnit)} ${service.name}`;

const unitWord = (unit: SkuPrice["pricingUnit"]) => (unit === "GiB-month" ? "GiB" : unit);

/** A line a tier, the free allowance first; null where the SKU is not priced in tiers. */
function tieredResults(asking: Asking, item: ServiceItem, service: Service): PriceResult[] | null {
  const { book, query } = asking;
  const found = nearest(book, service.provider, query.region, (region) =>
    book.tiered(service.provider, service.skuId, region.id),
  );
  if (found === null) return null;
  const price = found.found;
  const gib = (item.amount ?? 1) * item.count;
  const free = item.amount === null ? 0 : Math.min(gib, price.free);
  const line = (description: string, quantity: number, listUnitPrice: number) =>
    result(asking, {
      provider: service.provider,
      region: found.region.id,
      skuId: service.skuId,
      description: `${description}${elsewhere(query.region, found.region)}`,
      quantity: amountFor(quantity, price, book.provider(service.provider), query),
      unit: price.pricingUnit,
      listUnitPrice,
      listCurrency: price.currency,
      reading: price.reading,
    });
  if (item.amount === null)
    return [line(`${service.name}, per GiB${afterFree(price)}`, 1, price.tiers[0]?.listUnitPrice ?? 0)];
  return [
    ...(free > 0 ? [line(`${service.name}, free allowance`, free, 0)] : []),
    ...inTiers(price, gib - free).map((tier) =>
      line(
        tier.from === 0 ? service.name : `${service.name}, from ${tier.from} GiB`,
        tier.quantity,
        tier.listUnitPrice,
      ),
    ),
  ];
}

const afterFree = ({ free }: TieredPrice) => (free > 0 ? ` after ${free} GiB free a month` : "");
