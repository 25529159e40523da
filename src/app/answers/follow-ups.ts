import type { Card } from "../../cards/card.ts";
import { compareCard } from "../../cards/compare-card.ts";
import { costLinesCard } from "../../cards/cost-lines-card.ts";
import { helpCard } from "../../cards/help-card.ts";
import { whyNotCard } from "../../cards/why-not-card.ts";
import { UserError } from "../../core/errors.ts";
import type { Estimate } from "../../core/estimate.ts";
import type { Reply } from "../conversation.ts";
import type { Asker } from "../ports.ts";
import { type Refinement, refine } from "../refine.ts";
import { fileChange, rewind, stepBack } from "../rewind.ts";
import { meant, namesNow, type Talk, threadOf, whereAsked } from "../talk.ts";
import { commandsOf } from "./command-names.ts";
import { commanded, explained } from "./commands.ts";
import { newestInThread, recordDecision, undoDecision } from "./decisions.ts";
import { priced } from "./prices.ts";
import { changed } from "./recommend.ts";
import { castVote, showVotes, withdrawVote } from "./votes.ts";

/** The answer to words about an earlier answer: a change of the question, or a question about it. Without one, to words by themselves. */
export async function followedUp(
  talk: Talk,
  asker: Asker,
  { text, estimateId }: { text: string; estimateId: string | null },
): Promise<Reply> {
  const asked = await meant(talk, asker, estimateId);
  if (asked === null) return commanded(talk, asker, text);
  return answerTo(talk, asker, await refine(talk, asker, asked, text), text);
}

function answerTo(talk: Talk, asker: Asker, refined: Refinement, text: string): Promise<Reply> | Reply {
  const { before, followUp } = refined;
  const [platform] = followUp.platforms;
  const names = namesNow(talk);
  const about = (card: Card): Reply => ({
    kind: "card",
    card,
    audience: whereAsked(asker),
    estimateId: before.id,
    replaces: false,
  });
  switch (followUp.intent) {
    case "what-if":
      return whatIf(talk, asker, refined, text);
    case "why-not":
      return about(whyNotCard(before, platform ?? before.verdict.platform, names));
    case "compare":
      return about(compareCard(before, names, followUp.platforms.length === 0 ? null : followUp.platforms));
    case "breakdown":
      return about(costLinesCard(before, platform ?? before.verdict.platform, names));
    case "undo":
      return undoNewest(talk, asker, refined, followUp.undo?.steps ?? 1);
    case "vote":
      return castVote(talk, asker, before.id, named(platform, "vote for"));
    case "decide":
      return recordDecision(talk, asker, before.id, {
        platform: named(platform, "decide for"),
        why: followUp.reason ?? "",
      });
    case "unvote":
      return withdrawVote(talk, asker, before.id);
    case "votes":
      return showVotes(talk, asker, before.id);
    case "explain":
      return explained(talk, asker, followUp.topic ?? text);
    case "price":
      return priced(talk, asker, followUp.query ?? text);
    case "help":
      return about(helpCard(commandsOf(asker)));
    case "none":
      throw new UserError(
        "I could not tell what you want to know or to change.",
        'Say for instance "why not eks", "what if the budget is 100", or "help".',
      );
  }
}

/** The platform a vote or decision names. @throws {UserError} when it names none. */
function named(platform: string | undefined, what: string): string {
  if (platform !== undefined) return platform;
  throw new UserError(
    `Which platform do you ${what}?`,
    `Name it, as in "${what === "vote for" ? "vote eks" : "decide eks because we know it"}".`,
  );
}

async function whatIf(talk: Talk, asker: Asker, refined: Refinement, text: string): Promise<Reply> {
  const { before, after, followUp } = refined;
  if (after.id === before.id) {
    const [question] = followUp.questions;
    throw new UserError(
      question ?? "That changes nothing in the question.",
      followUp.unparsed.length === 0
        ? 'Say something else, such as "what if the budget is 100"; "help" shows what can be asked.'
        : `I could not place: ${followUp.unparsed.map((phrase) => `"${phrase}"`).join(", ")}.`,
    );
  }
  await fileChange(talk, asker, refined, text);
  return changed(talk, asker, before, after, { kind: "changed", text });
}

/** Takes back what came last in the thread: a decision, or a change of its question. */
async function undoNewest(talk: Talk, asker: Asker, refined: Refinement, steps: number | "first"): Promise<Reply> {
  const decision = steps === 1 ? await newestInThread(talk, asker) : null;
  return decision === null ? undo(talk, asker, refined, steps) : undoDecision(talk, asker, decision);
}

/** Back to the estimate before, in the thread's line or in the asker's own. */
export async function undo(talk: Talk, asker: Asker, refined: Refinement, steps: number | "first"): Promise<Reply> {
  const thread = threadOf(asker);
  const { before } = refined;
  if (thread === null)
    return changed(talk, asker, before, (await rewind(talk, asker, refined, steps)).after, {
      kind: "undone",
      text: "undo",
    });
  const earlier = stepBack(await talk.threads.line(asker.tenant, thread), steps);
  if (earlier === null) throw new UserError("This is the first answer of the thread.", "There is nothing to undo.");
  const { estimate } = await talk.advisor.find(asker, earlier);
  return changed(talk, asker, before, estimate, { kind: "undone", text: "undo" });
}

/** An estimate with nothing changed, as the start of an undo from a button. */
export const unchanged = (estimate: Estimate): Refinement => ({
  before: estimate,
  after: estimate,
  difference: { bill: 0, rank: 1, text: "" },
  followUp: {
    intent: "undo",
    platforms: [],
    changes: {},
    undo: { steps: 1 },
    reason: null,
    query: null,
    topic: null,
    understood: [],
    unparsed: [],
    questions: [],
    corrections: [],
    notes: [],
  },
});
