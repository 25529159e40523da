import { z } from "zod";
import { PriceAges, priceAges } from "../../core/catalog/price-ages.ts";
import { billDifference, LineChange } from "../../core/cost/bill-difference.ts";
import type { Estimate, RankedPlatform } from "../../core/decision/estimate.ts";
import { UserError } from "../../core/errors.ts";
import { CURRENCIES } from "../../core/question/choices.ts";
import type { RequirementInput } from "../../core/question/requirement.ts";
import { sumOfCents } from "../../core/units.ts";
import type { Asker } from "../ports/asker.ts";
import type { HandedFile } from "../ports/files.ts";
import { answerOf, type ProgramParts } from "./advise.ts";

/** What runs on one side of a comparison. */
export interface DiffSide {
  name: string; // as it was asked for: a folder or a revision
  files: readonly HandedFile[]; // none: nothing runs there
}

/** Two states of what runs, and what is known of them besides. */
export interface DiffQuestion {
  base: DiffSide;
  head: DiffSide;
  input: RequirementInput;
  platform: string | null; // null: what runs today, else the best cluster for the base, or for the head where that is empty
  asOf?: string;
}

const SideJson = z.strictObject({
  name: z.string(),
  id: z.string().nullable(), // of the answer whose bill it is; null where nothing runs
  total: z.number(),
  read: z.array(z.string()), // how its files were read, as sentences
});

/** What a change of manifests does to the bill of one platform. */
export const DiffJson = z.strictObject({
  asOf: z.iso.date(),
  platform: z.string(),
  provider: z.string(), // by its id
  tier: z.string(),
  region: z.string(),
  currency: z.enum(CURRENCIES),
  base: SideJson,
  head: SideJson,
  difference: z.number(), // a month; above 0 where the head costs more
  lines: z.array(LineChange),
  prices: PriceAges.nullable(),
});
export type DiffJson = z.infer<typeof DiffJson>;

/**
 * The difference between two states of what runs, planned and priced for the same platform and day.
 * @throws {UserError} for what cannot be read or planned there, and where nothing runs on either side.
 */
export async function diffOf(parts: ProgramParts, asker: Asker, question: DiffQuestion): Promise<DiffJson> {
  const { base, head } = question;
  if (base.files.length + head.files.length === 0)
    throw new UserError(
      `There are no manifests in ${base.name} or ${head.name}.`,
      "Name folders or revisions with Kubernetes manifests or a Compose file, and with --path where they lie.",
    );
  const platform = await platformMeant(parts, asker, question);
  const before = await pricedOn(parts, asker, base, { ...question, platform });
  const after = await pricedOn(parts, asker, head, { ...question, platform });
  const shown = after ?? before;
  if (shown === null) throw new RangeError("one side of the comparison has files");
  const [was, is] = [before?.on.bill ?? null, after?.on.bill ?? null];
  const lines = billDifference(was, is);
  const { tier, region, bill } = shown.on;
  return {
    asOf: shown.estimate.asOf,
    platform,
    provider: parts.library.knowledge().book.platforms.find(({ id }) => id === platform)?.provider ?? "",
    ...{ tier, region, currency: bill.currency },
    base: sideJson(base, before),
    head: sideJson(head, after),
    difference: sumOfCents([is?.total ?? 0, -(was?.total ?? 0)]),
    lines,
    prices: priceAges(lines, shown.estimate.asOf),
  };
}

interface Priced {
  estimate: Estimate;
  on: RankedPlatform;
}

const sideJson = ({ name }: DiffSide, priced: Priced | null) => ({
  name,
  id: priced?.estimate.id ?? null,
  total: priced?.on.bill.total ?? 0,
  read: priced?.estimate.fromFiles ?? [],
});

/** The platform that was named, or runs today; else the best for the first side with files that takes manifests. */
async function platformMeant(parts: ProgramParts, asker: Asker, question: DiffQuestion): Promise<string> {
  const named = question.platform ?? question.input.running;
  if (named !== null && named !== undefined) return named;
  const side = question.base.files.length > 0 ? question.base : question.head;
  const { after } = await answerOf(parts, asker, askedFor(side, question));
  const { platforms } = parts.library.knowledge(after.asOf).book;
  const isCluster = (id: string) => platforms.find((each) => each.id === id)?.kind !== "machine";
  return after.ranking.find(({ platform }) => isCluster(platform))?.platform ?? after.verdict.platform;
}

const askedFor = ({ files }: DiffSide, { input, asOf }: DiffQuestion) => ({
  text: "",
  input,
  files,
  ...(asOf === undefined ? {} : { asOf }),
});

async function pricedOn(
  parts: ProgramParts,
  asker: Asker,
  side: DiffSide,
  question: DiffQuestion & { platform: string },
): Promise<Priced | null> {
  if (side.files.length === 0) return null;
  const { platform, input } = question;
  const only = { ...input, only: [platform], budgetUsd: null }; // over a budget it is still priced
  const { after } = await answerOf(parts, asker, askedFor(side, { ...question, input: only }));
  const on = after.ranking.find((each) => each.platform === platform);
  if (on !== undefined) return { estimate: after, on };
  const reason = after.rejected.find((each) => each.platform === platform)?.reason;
  throw new UserError(
    `What ${side.name} holds cannot be planned on ${platform}.`,
    reason ?? "Name another platform with --platform.",
  );
}
