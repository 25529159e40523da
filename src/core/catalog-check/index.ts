import type { CatalogData } from "../catalog.ts";
import { checkedCatalog } from "./checked.ts";
import { commitments } from "./commitments.ts";
import { danglingSkus } from "./dangling.ts";
import { duplicates } from "./duplicates.ts";
import { futureDates } from "./future-dates.ts";
import { gpuModels } from "./gpus.ts";
import { grossPrices } from "./gross-prices.ts";
import { outliers } from "./outliers.ts";
import { platformReferences } from "./platform-references.ts";
import { preferredRegions } from "./preferred-regions.ts";
import type { CatalogRule, Fault } from "./rule.ts";
import { scale } from "./scale.ts";
import { signs } from "./signs.ts";
import { tiers } from "./tiers.ts";

/** Every rule, in the order faults are listed. */
export const CATALOG_RULES: readonly CatalogRule[] = [
  duplicates,
  danglingSkus,
  platformReferences,
  preferredRegions,
  futureDates,
  signs,
  tiers,
  commitments,
  scale,
  outliers,
  grossPrices,
  gpuModels,
];

/** Every fault of the catalog as of `today` (yyyy-mm-dd), rule by rule; none for a sound one. */
export function checkCatalog(data: CatalogData, today: string): Fault[] {
  const checked = checkedCatalog(data, today);
  return CATALOG_RULES.flatMap((rule) => rule.check(checked).map((fault) => ({ rule: rule.id, ...fault })));
}
