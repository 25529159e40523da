import type { CatalogData, Reading, SkuPrice } from "../catalog.ts";
import { checkCatalog } from "../check/index.ts";
import { type Fault, skuKey } from "../check/rule.ts";
import type { PriceList, PublishedPrice } from "./published.ts";
import type { Refusal } from "./refusal.ts";
import type { PriceMove, PriceReview } from "./review.ts";

/**
 * Whether a move replaces the row it is about: spot prices are hints without a history, and a price that was read twice on
 * one day has none. Any other move is a new row beside the old one.
 */
export const replaces = ({ before }: PriceMove, { day }: PriceList): boolean =>
  before.pricingCategory === "dynamic" || before.from === day;

/** The catalog with what the reviews confirmed, moved and added; what is refused or gone stays as it was. */
export function refreshed(data: CatalogData, reviews: readonly PriceReview[]): CatalogData {
  const now = new Map<SkuPrice, SkuPrice>();
  const more: SkuPrice[] = [];
  for (const { list, confirmed, moved, added } of reviews) {
    const reading: Reading = { source: list.source, via: list.via, asOf: list.day, confidence: "high" };
    const row = ({ offer: _, ...price }: PublishedPrice): SkuPrice => ({
      ...price,
      provider: list.provider,
      from: list.day,
      customers: "all",
      reading,
    });
    for (const each of confirmed)
      now.set(each, { ...each, reading: { ...each.reading, asOf: list.day, confidence: surer(each.reading) } });
    for (const move of moved) {
      if (replaces(move, list)) now.set(move.before, row(move.after));
      else more.push(row(move.after));
    }
    more.push(...added.map(row));
  }
  return { ...data, prices: [...data.prices.map((price) => now.get(price) ?? price), ...more] };
}

/** The provider's own list makes a reading sure; a doubt about the price itself stays until a person settles it. */
const surer = ({ confidence }: Reading): Reading["confidence"] => (confidence === "low" ? "low" : "high");

/** What a person may take all the same: judgements about size, not contradictions. */
const JUDGEMENTS = new Set(["outlier", "scale", "gross-price", "linear-family", "region-band"]);
const MOST_ROUNDS = 8;

/**
 * The reviews without the prices that would make the catalog faulty where it was not: they are refused, with the fault.
 * @throws {RangeError} naming a fault that no new price explains.
 */
export function withoutFaults(data: CatalogData, reviews: readonly PriceReview[], accept: boolean): PriceReview[] {
  const today =
    reviews
      .map(({ list }) => list.day)
      .sort()
      .at(-1) ?? "";
  const known = new Set(checkCatalog(data, today).map(identity));
  let sound = [...reviews];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const faults = checkCatalog(refreshed(data, sound), today).filter(
      (fault) => !known.has(identity(fault)) && !(accept && JUDGEMENTS.has(fault.rule)),
    );
    const [first] = faults;
    if (first === undefined) return sound;
    const next = sound.map((review) => without(review, faults, data));
    if (next.every((review, i) => review === sound[i])) throw new RangeError(unexplained(first));
    sound = next;
  }
  throw new RangeError(`The catalog is still faulty after ${MOST_ROUNDS} rounds of refusals`);
}

const identity = ({ rule, provider, skuId, regionId }: Fault) => `${rule} ${provider} ${skuId} ${regionId}`;
const unexplained = ({ rule, provider, skuId, regionId, message }: Fault) =>
  `The refreshed catalog would be faulty: ${rule}: ${provider} ${skuId} ${regionId ?? ""}: ${message}`;

/** The review without what the faults are about; where a fault is about a price that stays, without its family there. */
function without(review: PriceReview, faults: readonly Fault[], data: CatalogData): PriceReview {
  const { provider } = review.list;
  const families = new Map(data.instanceTypes.map((type) => [skuKey(type.provider, type.id), type.family]));
  const familyOf = (skuId: string) => families.get(skuKey(provider, skuId)) ?? skuId;
  const own = faults.filter((fault) => fault.provider === provider);
  const taken = [...review.moved.map(({ after }) => after), ...review.added];
  const here = (price: PublishedPrice, fault: Fault) => fault.regionId === price.regionId;
  const about = (price: PublishedPrice) => own.find((fault) => fault.skuId === price.skuId && here(price, fault));
  const direct = new Set(taken.filter((price) => about(price) !== undefined));
  const blamed = (price: PublishedPrice): Fault | undefined =>
    direct.size > 0
      ? about(price)
      : own.find((fault) => familyOf(fault.skuId ?? "") === familyOf(price.skuId) && here(price, fault));
  const refusals = taken.flatMap((price): Refusal[] => {
    const fault = blamed(price);
    const before = review.moved.find(({ after }) => after === price)?.before ?? null;
    return fault === undefined ? [] : [{ price, before, why: fault.message, final: !JUDGEMENTS.has(fault.rule) }];
  });
  if (refusals.length === 0) return review;
  const out = new Set(refusals.map(({ price }) => price));
  return {
    ...review,
    moved: review.moved.filter(({ after }) => !out.has(after)),
    added: review.added.filter((price) => !out.has(price)),
    refused: [...review.refused, ...refusals],
  };
}
