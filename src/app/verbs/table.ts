import type { Action } from "../../cards/card.ts";
import { accept } from "./accept.ts";
import { ask } from "./ask.ts";
import { change } from "./change.ts";
import { compare } from "./compare.ts";
import { costLines } from "./cost-lines.ts";
import { decide } from "./decide.ts";
import { details } from "./details.ts";
import { dismiss } from "./dismiss.ts";
import { explain } from "./explain.ts";
import { exported } from "./export.ts";
import { open } from "./open.ts";
import { page } from "./page.ts";
import { replan } from "./replan.ts";
import { reprice } from "./reprice.ts";
import { settings } from "./settings.ts";
import { share } from "./share.ts";
import { showPart } from "./show-part.ts";
import { step } from "./step.ts";
import { takeBack } from "./take-back.ts";
import { undo } from "./undo.ts";
import { undoDecision } from "./undo-decision.ts";
import type { Verb } from "./verb.ts";
import { vote } from "./vote.ts";
import { whyNot } from "./why-not.ts";
import { withdrawVote } from "./withdraw-vote.ts";

/** What each button does, and what shells have to know of it. A new one is its file, its line here, and its name in `card.ts`. */
export const VERBS: Readonly<Record<Action["name"], Verb>> = {
  share,
  ask,
  "show-part": showPart,
  details,
  change,
  step,
  compare,
  "why-not": whyNot,
  "cost-lines": costLines,
  vote,
  "withdraw-vote": withdrawVote,
  decide,
  undo,
  "take-back": takeBack,
  "undo-decision": undoDecision,
  open,
  page,
  export: exported,
  reprice,
  settings,
  replan,
  dismiss,
  explain,
  accept,
};
