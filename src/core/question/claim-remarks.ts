import type { PriceBook } from "../catalog/price-book.ts";
import { money, plainNumber } from "../cost/money.ts";
import { roundToCent } from "../units.ts";
import type { Requirement } from "./requirement.ts";

/** A fee or bill that somebody quotes: a statement to check, not a wish. */
export interface Claim {
  text: string;
  kind: "control-plane" | "bill" | "credit" | "price";
  /** USD, in the period as quoted. */
  amountUsd: number;
  period: "hour" | "month" | "year" | null;
  /** Platforms it is about; empty where none was named. */
  platforms: string[];
}

/** What the catalog says to control-plane fees that somebody quoted: a sentence for each one it knows; others are left alone. */
export function claimRemarks(claims: readonly Claim[], requirement: Requirement, book: PriceBook): string[] {
  return claims.flatMap((claim) => {
    if (claim.kind !== "control-plane" || claim.period === null) return [];
    const ids =
      claim.platforms.length > 0 ? claim.platforms : requirement.running === null ? [] : [requirement.running];
    return ids.slice(0, 1).flatMap((id) => feeRemark(claim, id, requirement, book) ?? []);
  });
}

function feeRemark(claim: Claim, id: string, requirement: Requirement, book: PriceBook): string | null {
  const platform = book.platforms.find((each) => each.id === id);
  const tier = platform?.tiers.find((each) => !each.extendedSupport);
  const provider = platform?.provider ?? null;
  const region = provider === null ? null : book.regionFor(provider, requirement.region);
  if (platform === undefined || tier === undefined || provider === null || region === null) return null;
  const price = book.price(provider, tier.feeSku, region.id);
  if (price === null || price.pricingUnit !== "hour") return null;
  const { hoursPerMonth } = book.provider(provider);
  const hours = { hour: 1, month: hoursPerMonth, year: hoursPerMonth * 12 }[claim.period ?? "month"];
  const fee = roundToCent(price.listUnitPrice * hours);
  const each = `${price.listUnitPrice.toFixed(2)} ${price.currency} an hour × ${plainNumber(hours)} h = ${money(fee, price.currency)}`;
  const clusters = requirement.clusters;
  const all = clusters > 1 ? `, ${money(roundToCent(fee * clusters), price.currency)} for ${clusters} clusters` : "";
  const quoted = `${money(claim.amountUsd, "USD")} a ${claim.period}`;
  const verdict =
    Math.abs(fee - claim.amountUsd) < 0.005 ? `You quoted ${quoted}, and that is right` : `You quoted ${quoted}`;
  return `${verdict}: the fee of ${platform.name} is ${each}${all}.`;
}
