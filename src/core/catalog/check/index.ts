import type { CatalogData } from "../catalog.ts";
import { checkedCatalog } from "./checked.ts";
import { commitments } from "./commitments.ts";
import { danglingSkus } from "./dangling.ts";
import { duplicates } from "./duplicates.ts";
import { futureDates } from "./future-dates.ts";
import { gpuModels } from "./gpus.ts";
import { grossPrices } from "./gross-prices.ts";
import { linearFamilies } from "./linear-families.ts";
import { outliers } from "./outliers.ts";
import { platformReferences } from "./platform-references.ts";
import { preferredRegions } from "./preferred-regions.ts";
import { regionBand } from "./region-band.ts";
import type { CatalogRule, Fault } from "./rule.ts";
import { scale } from "./scale.ts";
import { signs } from "./signs.ts";
import { sourceHosts } from "./source-hosts.ts";
import { stale } from "./stale.ts";
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
  linearFamilies,
  regionBand,
  sourceHosts,
  stale,
];

/** Every fault of the catalog as of `today` (yyyy-mm-dd), rule by rule; none for a sound one. */
export const checkCatalog = (data: CatalogData, today: string): Fault[] =>
  found(
    CATALOG_RULES.filter(({ severity }) => severity === undefined),
    data,
    today,
  );

/** What is worth knowing about a sound catalog as of `today`: prices that should be read again. */
export const catalogNotices = (data: CatalogData, today: string): Fault[] =>
  found(
    CATALOG_RULES.filter(({ severity }) => severity === "notice"),
    data,
    today,
  );

function found(rules: readonly CatalogRule[], data: CatalogData, today: string): Fault[] {
  const checked = checkedCatalog(data, today);
  return rules.flatMap((rule) => rule.check(checked).map((fault) => ({ rule: rule.id, ...fault })));
}
