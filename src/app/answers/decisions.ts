import { createHash } from "node:crypto";
import { decideForm, readDecision } from "../../cards/decide-form.ts";
import { adrCard, decidedCard, decisionCard } from "../../cards/decision-card.ts";
import { decisionsCard } from "../../cards/decisions-card.ts";
import type { Answers } from "../../cards/form.ts";
import type { Repriced } from "../../cards/recorded-decision.ts";
import { billChanges } from "../../core/cost/reprice.ts";
import { adviseWithoutFlips } from "../../core/decision/advise.ts";
import type { Estimate } from "../../core/decision/estimate.ts";
import { UserError } from "../../core/errors.ts";
import { LIST_TERMS } from "../../core/question/terms.ts";
import type { Reply } from "../conversation.ts";
import type { Asker } from "../ports/asker.ts";
import type { Decision } from "../records.ts";
import { capabilitiesOf, cardThreadOf, namesNow, type Talk, threadOf, whereAsked, whoIs } from "../talk.ts";
import { checkMay, settingsFor } from "../team-settings.ts";

const PAGE = 10;

/** The questions of a decision: what, and why. */
export async function openDecision(talk: Talk, asker: Asker, estimateId: string): Promise<Reply> {
  await checkMay(talk, asker, "mayDecide");
  const { estimate } = await talk.advisor.find(asker, estimateId);
  return { kind: "form", form: decideForm(estimate, namesNow(talk), null), estimateId };
}

/** Records the decision in the form, or gives the form back with its faults. */
export async function submitDecision(
  talk: Talk,
  asker: Asker,
  { answers, estimateId }: { answers: Answers; estimateId: string | null },
): Promise<Reply> {
  if (estimateId === null) throw new UserError("There is nothing to decide on.", "Start from a recommendation card.");
  const { estimate } = await talk.advisor.find(asker, estimateId);
  const read = readDecision(answers, estimate);
  if ("faults" in read) {
    return { kind: "faults", form: decideForm(estimate, namesNow(talk), null), faults: read.faults, estimateId };
  }
  return recordDecision(talk, asker, estimateId, read);
}

/** Records a decision with its votes and prices; one already recorded for the thread is superseded by it. */
export async function recordDecision(
  talk: Talk,
  asker: Asker,
  estimateId: string,
  { platform, why }: { platform: string; why: string },
): Promise<Reply> {
  await checkMay(talk, asker, "mayDecide");
  const { estimate } = await talk.advisor.find(asker, estimateId);
  const ranked = estimate.ranking.find((each) => each.platform === platform);
  const rejected = estimate.rejected.find((each) => each.platform === platform);
  const tier = ranked?.tier ?? rejected?.tier;
  if (tier === undefined)
    throw new UserError(
      `"${platform}" is not among the platforms of this answer.`,
      `Decide for one of ${estimate.ranking.map((each) => each.platform).join(", ")}.`,
    );
  const thread = await cardThreadOf(talk, asker);
  const at = talk.clock.now().toISOString();
  const { recorded, decision } = await talk.decisions.record(asker.tenant, {
    id: decisionId(asker),
    platform,
    tier,
    why,
    by: whoIs(asker),
    at,
    thread,
    bill: ranked?.bill ?? null,
    supersedes: (await talk.decisions.current(asker.tenant, { thread, estimateId }))?.id ?? null,
    estimate,
  });
  if (!recorded)
    throw new UserError(
      "Somebody recorded a decision a moment ago.",
      `It is ${decision.platform}, by ${decision.by.name}. Record yours again to supersede it.`,
    );
  return decided(talk, asker, decision);
}

/**
 * Takes back the decision `undoes`, or the one that stands in the asker's thread: the one before it stands again. It stays in
 * the list, and so does who took it back.
 */
export async function undoDecision(talk: Talk, asker: Asker, undoes: string): Promise<Reply> {
  await checkMay(talk, asker, "mayDecide");
  const at = talk.clock.now().toISOString();
  const undone = await talk.decisions.undo(asker.tenant, { id: decisionId(asker), undoes, by: whoIs(asker), at });
  if (undone === null) throw noDecision(talk, asker, undoes);
  const { recorded, decision } = undone;
  if (!recorded && decision.id === undoes)
    throw new UserError(
      "That is the first decision on this question: none stood before it.",
      "Decide anew, and the new decision takes its place.",
    );
  if (!recorded)
    throw new UserError(
      "That decision stands no longer.",
      `It is ${decision.platform} now, by ${decision.by.name}. Take that one back, if you mean it.`,
    );
  return decided(talk, asker, decision);
}

/** One line for the thread, whose card says it too; where there is no thread, the whole of it. */
function decided(talk: Talk, asker: Asker, decision: Decision): Reply {
  const audience = whereAsked(asker);
  const names = namesNow(talk);
  const card = audience === "thread" ? decidedCard(decision, names) : decisionCard(decision, names);
  const { estimateId } = decision;
  return { kind: "card", card, audience, estimateId, replaces: false, changesShared: true };
}

/** The decision that is the newest thing in the asker's thread, so that "undo" means it; null where something came after. */
export async function newestInThread(talk: Talk, asker: Asker): Promise<string | null> {
  const thread = threadOf(asker);
  const step = thread && (await talk.threads.current(asker.tenant, thread));
  const decision = step && (await talk.decisions.current(asker.tenant, { thread, estimateId: step.estimateId }));
  return decision && decision.at > step.at ? decision.id : null;
}

/** One delivery decides once. The same words said again later decide anew. */
const decisionId = ({ tenant, deliveryId }: Asker) =>
  createHash("sha256")
    .update(JSON.stringify([tenant, deliveryId]))
    .digest("hex")
    .slice(0, 12);

/** Decisions, newest first. */
export async function listDecisions(talk: Talk, asker: Asker, before: string | null): Promise<Reply> {
  const page = await talk.decisions.list(asker.tenant, { limit: PAGE, before });
  const card = decisionsCard(page, namesNow(talk));
  return { kind: "card", card, audience: "asker", estimateId: null, replaces: before !== null };
}

/** One decision as it was recorded, with what it would cost today, or as a file to keep. */
export async function showDecision(
  talk: Talk,
  asker: Asker,
  id: string,
  as: "recorded" | "repriced" | "file",
): Promise<Reply> {
  const kept = await talk.decisions.get(asker.tenant, id);
  if (kept === null) throw noDecision(talk, asker, id);
  const { decision, estimate } = kept;
  const names = namesNow(talk);
  const today = as === "repriced" ? await pricedToday(talk, asker, decision, estimate) : null;
  const card = as === "file" ? adrCard(decision, estimate, names) : decisionCard(decision, names, today);
  return { kind: "card", card, audience: "asker", estimateId: decision.estimateId, replaces: false };
}

const noDecision = (talk: Talk, asker: Asker, id: string) =>
  new UserError(
    `There is no decision "${id}" here.`,
    `${capabilitiesOf(talk, asker).commands.show} decisions lists them.`,
  );

/** What was decided at today's prices and terms; null where it can no longer be priced. */
async function pricedToday(
  talk: Talk,
  asker: Asker,
  { platform, bill }: Decision,
  { requirement }: Estimate,
): Promise<Repriced | null> {
  const { discounts = LIST_TERMS.discounts } = await settingsFor(talk.settings, asker);
  const knowledge = talk.library.knowledge();
  const only = { ...requirement, only: [platform], excluded: [] };
  const asked = { requirement: only, assumed: [], terms: { discounts } };
  const now = adviseWithoutFlips(asked, knowledge).ranking.find((each) => each.platform === platform)?.bill;
  if (now === undefined) return null;
  const { total, currency } = now;
  return { asOf: knowledge.book.asOf, total, currency, changes: bill === null ? [] : billChanges(bill, now) };
}
