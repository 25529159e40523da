import { z } from "zod";
import { PriceAges, priceAges } from "../../core/catalog/price-ages.ts";
import { Estimate, RankedPlatform, RejectedPlatform } from "../../core/decision/estimate.ts";
import { understand } from "../../language/understand.ts";
import type { Asker } from "../ports/asker.ts";
import { AdviseRequest, answerOf, type ProgramParts, readAdviseRequest } from "./advise.ts";

/** A question as for advice, or an earlier answer, and the platforms to set side by side. */
export const CompareRequest = AdviseRequest.extend({
  /** By id or name, "eks", "Hetzner"; left out, every one. */
  platforms: z.array(z.string().min(1).max(80)).max(50).optional(),
});
export type CompareRequest = z.input<typeof CompareRequest>;

/** Platforms side by side, with every line of their bills. */
export const CompareJson = Estimate.pick({
  id: true,
  catalog: true,
  asOf: true,
  requirement: true,
  assumed: true,
}).extend({
  platforms: z.array(RankedPlatform),
  rejected: z.array(RejectedPlatform),
  unknown: z.array(z.string()), // what was named and is no platform here
  prices: PriceAges.nullable(),
});
export type CompareJson = z.infer<typeof CompareJson>;

/**
 * The platforms that are named, best first, and those of them that are ruled out.
 * @throws {UserError} as for advice.
 */
export async function compareOf(
  parts: ProgramParts,
  asker: Asker,
  { platforms = [], ...question }: CompareRequest,
): Promise<CompareJson> {
  const { after } = await answerOf(parts, asker, readAdviseRequest(question));
  const { id, catalog, asOf, requirement, assumed } = after;
  const known = [...after.ranking, ...after.rejected].map(({ platform }) => platform);
  const { asked, unknown } = platformsNamed(parts, platforms, known);
  const isAsked = ({ platform }: { platform: string }) => platforms.length === 0 || asked.includes(platform);
  const ranked = after.ranking.filter(isAsked);
  return {
    ...{ id, catalog, asOf, requirement, assumed },
    platforms: ranked,
    rejected: after.rejected.filter(isAsked),
    unknown,
    prices: priceAges(
      ranked.flatMap(({ bill }) => bill.lines),
      asOf,
    ),
  };
}

/** The ids that names mean, and the names that mean none. */
function platformsNamed(
  { library }: ProgramParts,
  names: readonly string[],
  known: readonly string[],
): { asked: string[]; unknown: string[] } {
  const read = names.map((name) => {
    const ids = known.includes(name) ? [name] : understand(`compare ${name}`, library.vocabulary()).asked;
    return { name, ids: ids.filter((id) => known.includes(id)) };
  });
  return {
    asked: read.flatMap(({ ids }) => ids),
    unknown: read.filter(({ ids }) => ids.length === 0).map(({ name }) => name),
  };
}
