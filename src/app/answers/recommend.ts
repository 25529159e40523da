import { adviseForm } from "../../cards/advise-form.ts";
import { answerCard } from "../../cards/answer-card.ts";
import type { Form } from "../../cards/form.ts";
import type { RecommendationView } from "../../cards/recommendation-card.ts";
import { changeRemark, remarked } from "../../cards/remarks.ts";
import { whatIfCard } from "../../cards/what-if-card.ts";
import type { Estimate } from "../../core/decision/estimate.ts";
import type { Audience, Reply } from "../conversation.ts";
import type { Asker } from "../ports/asker.ts";
import { capabilitiesOf, lineThreadOf, namesNow, type Talk, whereAsked, whoIs } from "../talk.ts";
import { remember } from "./remembered.ts";

/** The form's steps that need a button of their own; none where the form opens whole. */
export const furtherSteps = (talk: Talk, asker: Asker, { steps }: Form): { title: string; step: number }[] =>
  capabilitiesOf(talk, asker).stepwiseForms
    ? steps.flatMap(({ title }, step) => (step === 0 ? [] : [{ title, step }]))
    : [];

/**
 * A draft: the asker's alone until it is shared. `replaces` the draft it was made from.
 */
export async function draft(
  talk: Talk,
  asker: Asker,
  estimate: Estimate,
  { replaces, remarks = [] }: { replaces: boolean; remarks?: readonly string[] },
): Promise<Reply> {
  if (!asker.isPublic) await remember(talk, asker, estimate.id);
  const card = answerCard(estimate, namesNow(talk), draftView(talk, asker));
  return {
    kind: "card",
    card: remarked(card, remarks),
    audience: draftAudience(asker),
    estimateId: estimate.id,
    replaces,
  };
}

/** How a draft is shown where the asker is; what was asked for all to read is shared from the start, and theirs to take back. */
export const draftView = (talk: Talk, asker: Asker): RecommendationView =>
  asker.isPublic
    ? { shared: true, steps: [], mayTakeBack: true }
    : { shared: false, steps: furtherSteps(talk, asker, adviseForm({})) };

/** Who sees a draft. */
export const draftAudience = ({ isPublic }: Asker): Audience => (isPublic ? "reply" : "asker");

/**
 * The answer to a changed question. In a card's thread the change joins its line, and what changed is told there; elsewhere
 * a new draft takes the place of the old one.
 */
export async function changed(
  talk: Talk,
  asker: Asker,
  before: Estimate,
  after: Estimate,
  said: { kind: "changed" | "undone"; text: string },
): Promise<Reply> {
  const thread = await lineThreadOf(talk, asker);
  if (thread === null) {
    const remarks = [changeRemark(before, after, namesNow(talk))];
    return draft(talk, asker, after, { replaces: true, remarks });
  }
  const newest = await talk.threads.current(asker.tenant, thread);
  if (newest?.estimateId !== after.id) {
    // a form sent twice is one step
    const at = talk.clock.now().toISOString();
    const change = { ...said, estimateId: after.id, basedOn: before.id, by: whoIs(asker), at };
    await talk.threads.append(asker.tenant, thread, change);
  }
  const now = await talk.advisor.repriced(asker, before, after.asOf);
  const card = whatIfCard(before, after, namesNow(talk), now);
  return {
    kind: "card",
    card,
    audience: whereAsked(asker),
    estimateId: after.id,
    replaces: false,
    changesShared: true,
  };
}
