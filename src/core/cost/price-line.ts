import type { Candidate, ClusterPlan } from "../capacity/cluster-plan.ts";
import type { PricingCategory, Reading, SkuPrice, TieredPrice } from "../catalog/catalog.ts";
import type { Billing } from "../catalog/platform.ts";
import type { CostCategory, CostLine } from "../decision/estimate.ts";
import type { Currency } from "../question/choices.ts";
import { roundToCent, roundUnitPrice } from "../units.ts";

/** A plan, and what its lines need to be priced. */
export interface CostContext {
  candidate: Candidate;
  plan: ClusterPlan;
  billing: Billing;
  provider: string;
}

/** A part that is needed and has no price: its platform cannot be ranked there, and is never taken as free. */
export class Unpriced extends Error {
  readonly what: string;
  constructor(what: string) {
    super(`No price for ${what}`);
    this.name = "Unpriced";
    this.what = what;
  }
}

interface LineAsk {
  category: CostCategory;
  description: string;
  skuId: string;
  /** How many units, given the unit the price is per, the hours of the provider's month, and the list price. */
  quantity: (unit: SkuPrice["pricingUnit"], hours: number, listUnitPrice: number) => number;
  pricing?: PricingCategory;
}

/**
 * One priced line.
 * @throws {Unpriced} when the catalog has no price for the SKU there.
 */
export function priceLine(context: CostContext, ask: LineAsk): CostLine {
  const { candidate, provider } = context;
  const { book, region, requirement } = candidate;
  const options = { category: ask.pricing ?? "standard", existing: requirement.existingServers };
  const price = book.price(provider, ask.skuId, region.id, options);
  if (price === null) throw new Unpriced(`${nameOf(context, ask.skuId)} in ${region.id}`);
  const quantity = ask.quantity(price.pricingUnit, book.provider(provider).hoursPerMonth, price.listUnitPrice);
  return finishedLine(context, {
    ...ask,
    quantity,
    unit: price.pricingUnit,
    listUnitPrice: price.listUnitPrice,
    currency: price.currency,
    reading: price.reading,
  });
}

/** Quantity of something that is there all month: `count` months, or `count` × the hours of the provider's month. */
export const allMonth = (count: number) => (unit: SkuPrice["pricingUnit"], hours: number) =>
  unit === "hour" ? count * hours : count;
/** Quantity that does not depend on the unit. */
export const exactly = (quantity: number) => () => quantity;

/**
 * A volume priced in tiers: what is free first (`freeUsed` of the account's allowance is not free any more), then a line a tier.
 * @throws {Unpriced} when more than the free allowance is used and no price is known there.
 */
export function tieredLines(
  context: CostContext,
  ask: { category: CostCategory; what: string; skuId: string; quantity: number; included: number },
): CostLine[] {
  const { book, region } = context.candidate;
  const here = book.tiered(context.provider, ask.skuId, region.id);
  const anywhere =
    here ?? book.tieredPrices.find((row) => row.provider === context.provider && row.skuId === ask.skuId) ?? null;
  if (anywhere === null) throw new Unpriced(`${nameOf(context, ask.skuId)} in ${region.id}`);
  const free = Math.min(ask.quantity, anywhere.free + ask.included);
  const paid = ask.quantity - free;
  if (paid > 0 && here === null) throw new Unpriced(`${nameOf(context, ask.skuId)} in ${region.id}`);
  const line = (description: string, quantity: number, listUnitPrice: number) =>
    finishedLine(context, {
      category: ask.category,
      description,
      skuId: ask.skuId,
      quantity,
      unit: anywhere.pricingUnit,
      listUnitPrice,
      currency: anywhere.currency,
      reading: anywhere.reading,
    });
  const lines =
    free > 0
      ? [line(`${ask.what}, ${ask.included > 0 ? "included with the machines" : "free allowance"}`, free, 0)]
      : [];
  return [
    ...lines,
    ...inTiers(anywhere, paid).map(({ from, quantity, listUnitPrice }) =>
      line(
        from === 0 ? ask.what : `${ask.what}, from ${from.toLocaleString("en-US")} ${anywhere.pricingUnit}`,
        quantity,
        listUnitPrice,
      ),
    ),
  ];
}

/** `quantity` cut at the tiers of a price. */
export function inTiers(
  price: Pick<TieredPrice, "tiers">,
  quantity: number,
): { from: number; quantity: number; listUnitPrice: number }[] {
  return price.tiers.flatMap((tier, i) => {
    const to = price.tiers[i + 1]?.from ?? Number.POSITIVE_INFINITY;
    const inTier = Math.min(quantity, to) - tier.from;
    return inTier > 0 ? [{ from: tier.from, quantity: inTier, listUnitPrice: tier.listUnitPrice }] : [];
  });
}

interface Finished {
  category: CostCategory;
  description: string;
  skuId: string;
  quantity: number;
  unit: string;
  listUnitPrice: number;
  currency: Currency;
  reading: Reading;
}

function finishedLine({ candidate }: CostContext, ask: Finished): CostLine {
  const { book, region, requirement } = candidate;
  const { listUnitPrice, reading } = ask;
  const unitPrice = roundUnitPrice(book.convert(listUnitPrice, ask.currency, requirement.currency));
  const foreign = ask.currency !== requirement.currency && listUnitPrice !== 0;
  return {
    category: ask.category,
    description: foreign
      ? `${ask.description} (list: ${listUnitPrice} ${ask.currency} per ${ask.unit})`
      : ask.description,
    skuId: ask.skuId,
    region: region.id,
    quantity: ask.quantity,
    unit: ask.unit,
    unitPrice,
    cost: roundToCent(ask.quantity * unitPrice),
    currency: requirement.currency,
    source: reading.source,
    asOf: reading.asOf,
    confidence: reading.confidence,
  };
}

/** What a SKU is called, for people. */
export const nameOf = ({ candidate, provider }: CostContext, skuId: string) =>
  candidate.book.service(provider, skuId)?.name ?? skuId;
