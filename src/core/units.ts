/** What a price is per. A month is each provider's own: 730 h, or the cap it bills at most. */
export const PRICING_UNITS = [
  "hour", // one node, cluster, address, gateway or balancer for an hour
  "month", // the same for a month, where the provider publishes a monthly price
  "vCPU-hour",
  "GiB-hour",
  "GiB-month",
  "GiB", // transfer and log volume; tiers count 1 TB as 1,024 of these
] as const;
export type PricingUnit = (typeof PRICING_UNITS)[number];

/** 8,760 hours a year over 12: the month of AWS, Azure and Google price pages. */
export const HOURS_PER_MONTH = 730;
/** Minutes in a month of 730 hours. */
export const MINUTES_PER_MONTH = HOURS_PER_MONTH * 60;
/** MiB in a GiB. */
export const MIB_PER_GIB = 1024;
/** Transfer allowances are sold in TB; price tiers count one as 1,024 GB. */
export const GIB_PER_TB = 1024;

/** `amount` rounded half away from zero to whole cents (or yen, or won: two places all the same). */
export function toCents(amount: number): number {
  // The nudge undoes binary error, so that 1.005 × 100 counts as the half it was meant to be.
  return Math.sign(amount) * Math.round(Math.abs(amount) * 100 + 1e-7);
}

/** `amount` rounded to the cent. */
export function roundToCent(amount: number): number {
  const cents = toCents(amount);
  return cents === 0 ? 0 : cents / 100;
}

/** A unit price as money is written: ten figures, far below a cent of any bill, and no binary noise. */
export const roundUnitPrice = (price: number) => Number(price.toPrecision(10));

/** The sum of amounts that are whole cents, exact to the cent. */
export function sumOfCents(amounts: Iterable<number>): number {
  let cents = 0;
  for (const amount of amounts) cents += toCents(amount);
  return cents / 100;
}
