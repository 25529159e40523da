import { z } from "zod";
import { daysBetween } from "./as-of.ts";

/** When the prices behind an answer were read, and where. */
export const PriceAges = z.strictObject({
  oldestAsOf: z.iso.date(),
  newestAsOf: z.iso.date(),
  oldestDays: z.int(), // from the oldest reading to the day of the answer
  sources: z.array(z.url()),
});
export type PriceAges = z.infer<typeof PriceAges>;

/** The ages on `day` (yyyy-mm-dd) of what was read from sources, each source once; null where nothing was. */
export function priceAges(read: readonly { source: string; asOf: string }[], day: string): PriceAges | null {
  const days = read.map(({ asOf }) => asOf).sort();
  const oldestAsOf = days[0];
  const newestAsOf = days.at(-1);
  if (oldestAsOf === undefined || newestAsOf === undefined) return null;
  const sources = [...new Set(read.map(({ source }) => source))].sort();
  return { oldestAsOf, newestAsOf, oldestDays: daysBetween(oldestAsOf, day), sources };
}

/** "Prices were read from 2026-05-01 to 2026-11-20, the oldest 205 days before 2026-11-22." */
export function agesText({ oldestAsOf, newestAsOf, oldestDays }: PriceAges, day: string): string {
  const when = oldestAsOf === newestAsOf ? `on ${newestAsOf}` : `from ${oldestAsOf} to ${newestAsOf}`;
  return `Prices were read ${when}, the oldest ${oldestDays} ${oldestDays === 1 ? "day" : "days"} before ${day}.`;
}
