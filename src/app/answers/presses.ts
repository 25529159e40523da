import { answerCard } from "../../cards/answer-card.ts";
import type { Action, Card } from "../../cards/card.ts";
import { compareCard } from "../../cards/compare-card.ts";
import { costLinesCard } from "../../cards/cost-lines-card.ts";
import { whyNotCard } from "../../cards/why-not-card.ts";
import { UserError } from "../../core/errors.ts";
import type { Estimate } from "../../core/estimate.ts";
import type { Intent, Reply } from "../conversation.ts";
import type { Asker } from "../ports.ts";
import { namesNow, noteCard, type Talk, whereAsked } from "../talk.ts";
import { checkMay } from "../team-settings.ts";
import { listDecisions, openDecision, showDecision, undoDecision } from "./decisions.ts";
import { unchanged, undo } from "./follow-ups.ts";
import { openForm } from "./forms.ts";
import { showHistory } from "./history.ts";
import { dismiss, replan } from "./offers.ts";
import { draft } from "./recommend.ts";
import { openSettings, scopeOf } from "./settings.ts";
import { castVote, withdrawVote } from "./votes.ts";

type Press = (talk: Talk, asker: Asker, pressed: { estimateId: string; value: string | null }) => Promise<Reply>;

/** What each button does. A shell that shows a button finds its meaning here. */
const PRESSES: Readonly<Record<Action["name"], Press>> = {
  share,
  change: (talk, asker, { estimateId }) => openForm(talk, asker, { text: null, estimateId }),
  step: (talk, asker, { estimateId }) => openForm(talk, asker, { text: null, estimateId }),
  compare: (talk, asker, pressed) =>
    shown(talk, asker, pressed.estimateId, (estimate) => compareCard(estimate, namesNow(talk), null)),
  "why-not": (talk, asker, { estimateId, value }) =>
    shown(talk, asker, estimateId, (estimate) =>
      whyNotCard(estimate, value ?? estimate.verdict.platform, namesNow(talk)),
    ),
  "cost-lines": (talk, asker, { estimateId, value }) =>
    shown(talk, asker, estimateId, (estimate) =>
      costLinesCard(estimate, value ?? estimate.verdict.platform, namesNow(talk)),
    ),
  vote: (talk, asker, { estimateId, value }) => castVote(talk, asker, estimateId, chosen(value)),
  "withdraw-vote": (talk, asker, { estimateId }) => withdrawVote(talk, asker, estimateId),
  decide: (talk, asker, { estimateId }) => openDecision(talk, asker, estimateId),
  undo: async (talk, asker, { estimateId }) =>
    undo(talk, asker, unchanged((await talk.advisor.find(asker, estimateId)).estimate), 1),
  "undo-decision": (talk, asker, { value }) => undoDecision(talk, asker, chosen(value)),
  open: (talk, asker, { value }) => opened(talk, asker, chosen(value)),
  page: (talk, asker, { value }) => paged(talk, asker, chosen(value)),
  export: (talk, asker, { value }) => showDecision(talk, asker, chosen(value), "file"),
  reprice: (talk, asker, { value }) => showDecision(talk, asker, chosen(value), "repriced"),
  settings: (talk, asker, { value }) => openSettings(talk, asker, scopeOf(value)),
  replan,
  dismiss,
};

/** Answers a button or a menu of a card. */
export async function pressed(
  talk: Talk,
  asker: Asker,
  { action, estimateId, value, posted = false }: Omit<Extract<Intent, { kind: "press" }>, "kind">,
): Promise<Reply> {
  if (posted && JOINT.includes(action)) {
    await talk.advisor.find(asker, estimateId);
    await noteCard(talk, asker, estimateId);
  }
  return PRESSES[action](talk, asker, { estimateId, value });
}

/** What people do with a card together, for which it has to own its thread. */
const JOINT: readonly Action["name"][] = ["vote", "decide"];

async function shown(talk: Talk, asker: Asker, estimateId: string, card: (estimate: Estimate) => Card): Promise<Reply> {
  const { estimate } = await talk.advisor.find(asker, estimateId);
  return { kind: "card", card: card(estimate), audience: whereAsked(asker), estimateId, replaces: false };
}

/** "estimate:abc" or "decision:abc", as the lists' menus say it. */
async function opened(talk: Talk, asker: Asker, value: string): Promise<Reply> {
  const [kind, id = ""] = split(value);
  if (kind === "decision") return showDecision(talk, asker, id, "recorded");
  return draft(talk, asker, (await talk.advisor.find(asker, id)).estimate, { replaces: false });
}

/** "history:cursor" or "decisions:cursor". */
function paged(talk: Talk, asker: Asker, value: string): Promise<Reply> {
  const [list, cursor = ""] = split(value);
  return list === "decisions" ? listDecisions(talk, asker, cursor) : showHistory(talk, asker, cursor);
}

const split = (value: string) => [value.slice(0, value.indexOf(":")), value.slice(value.indexOf(":") + 1)];

async function share(talk: Talk, asker: Asker, { estimateId }: { estimateId: string }): Promise<Reply> {
  const { estimate } = await talk.advisor.find(asker, estimateId);
  await checkMay(talk.settings, asker, "mayShare");
  const card = answerCard(estimate, namesNow(talk), { shared: true, steps: [] });
  return { kind: "card", card, audience: "channel", estimateId, replaces: false };
}

function chosen(value: string | null): string {
  if (value !== null) return value;
  throw new UserError("Nothing was chosen.", "Choose from the menu.");
}
