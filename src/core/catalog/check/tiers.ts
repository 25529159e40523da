import type { TieredPrice } from "../catalog.ts";
import { aboutRow, type CatalogRule } from "./rule.ts";

/** Tiers begin at 0, rise, and get cheaper. A rising price is believed only of a source that is marked as weak. */
export const tiers: CatalogRule = {
  id: "tiers",
  says: "Tiers begin at 0 and rise, and their price does not.",
  check: ({ data }) => data.tieredPrices.flatMap((row) => faultsOf(row).map((message) => aboutRow(row, message))),
};

function faultsOf({ tiers: steps, reading }: TieredPrice): string[] {
  const first = steps[0]?.from;
  const faults = first === 0 ? [] : [`the first tier begins at ${first}, not at 0`];
  for (const [index, step] of steps.entries()) {
    const before = steps[index - 1];
    if (before === undefined) continue;
    if (step.from <= before.from) faults.push(`a tier from ${step.from} follows one from ${before.from}`);
    if (step.listUnitPrice > before.listUnitPrice && reading.confidence !== "low") {
      faults.push(`the price rises from ${before.listUnitPrice} to ${step.listUnitPrice} at ${step.from}`);
    }
  }
  return faults;
}
