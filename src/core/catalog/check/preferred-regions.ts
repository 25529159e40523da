import { groupBy } from "../../group-by.ts";
import type { CatalogRule } from "./rule.ts";

/** A geography without a region named leads to exactly one region of each provider that is there. */
export const preferredRegions: CatalogRule = {
  id: "preferred-region",
  says: "Exactly one region is preferred for each provider and geography.",
  check: ({ data }) =>
    [...groupBy(data.regions, ({ provider, geography }) => `${provider} ${geography}`).values()].flatMap((regions) => {
      const preferred = regions.filter((region) => region.preferred);
      const [first] = regions;
      if (first === undefined || preferred.length === 1) return [];
      const ids = (preferred.length === 0 ? regions : preferred).map(({ id }) => id);
      const message = `${first.geography}: ${preferred.length === 0 ? "none is" : "several are"} preferred of ${ids.join(", ")}`;
      return [{ provider: first.provider, skuId: null, regionId: ids[0] ?? null, message }];
    }),
};
