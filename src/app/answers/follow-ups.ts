import type { Card } from "../../cards/card.ts";
import { compareCard } from "../../cards/compare-card.ts";
import { costLinesCard } from "../../cards/cost-lines-card.ts";
import { NEW_QUESTION, remarked } from "../../cards/remarks.ts";
import { whyNotCard } from "../../cards/why-not-card.ts";
import type { Estimate } from "../../core/decision/estimate.ts";
import { UserError } from "../../core/errors.ts";
import { understand } from "../../language/understand.ts";
import type { Reply } from "../conversation.ts";
import type { Asker } from "../ports/asker.ts";
import { type Refinement, refine } from "../refine.ts";
import { earlier, fileChange, stepBack } from "../rewind.ts";
import { lineThreadOf, meant, namesNow, type Talk, whereAsked } from "../talk.ts";
import { help } from "../verbs/commands.ts";
import { commanded, isOwnCommand } from "./commands.ts";
import { newestInThread, recordDecision, undoDecision } from "./decisions.ts";
import { explained } from "./explain.ts";
import { priced } from "./prices.ts";
import { changed } from "./recommend.ts";
import { afterFreshStart, isWholeQuestion, remembered } from "./remembered.ts";
import { castVote, showVotes, withdrawVote } from "./votes.ts";

/** The answer to words about an earlier answer: a change of the question, or a question about it. Without one, to words by themselves. */
export async function followedUp(
  talk: Talk,
  asker: Asker,
  { text, estimateId }: { text: string; estimateId: string | null },
): Promise<Reply> {
  const owned = await meant(talk, asker, estimateId);
  const asked = owned ?? (asker.isDirect ? await remembered(talk, asker) : null);
  if (asked === null) return commanded(talk, asker, text);
  return answerTo(talk, asker, await refine(talk, asker, asked, text), text);
}

/**
 * The answer to private words that name no answer: about the person's last question, unless they say that it is a new one or
 * ask one whole. The card says which.
 */
export async function continued(
  talk: Talk,
  asker: Asker,
  said: { text: string; estimateId: string | null },
): Promise<Reply> {
  if ((await lineThreadOf(talk, asker)) !== null) return followedUp(talk, asker, said);
  const fresh = afterFreshStart(said.text);
  if (fresh === "") throw new UserError("A new question, then.", "Say what you run, for whom, and what it may cost.");
  if (fresh !== null || isOwnCommand(said.text)) return begun(talk, asker, fresh ?? said.text, fresh !== null);
  const hasBefore = said.estimateId !== null || (asker.isDirect && (await remembered(talk, asker)) !== null);
  const { understood } = understand(said.text, talk.library.vocabulary());
  const isWhole =
    hasBefore &&
    isWholeQuestion(
      said.text,
      understood.map(({ key }) => key),
    );
  return isWhole ? begun(talk, asker, said.text, true) : followedUp(talk, asker, said);
}

async function begun(talk: Talk, asker: Asker, text: string, isMarked: boolean): Promise<Reply> {
  const reply = await commanded(talk, asker, text);
  if (!isMarked || reply.kind !== "card") return reply;
  return { ...reply, card: remarked(reply.card, [NEW_QUESTION]) };
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
      return undoNewest(talk, asker, before, followUp.undo?.steps ?? 1);
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
      return help(talk, asker, before.id);
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
async function undoNewest(talk: Talk, asker: Asker, before: Estimate, steps: number | "first"): Promise<Reply> {
  const decision = steps === 1 ? await newestInThread(talk, asker) : null;
  return decision === null ? undo(talk, asker, before, steps) : undoDecision(talk, asker, decision);
}

/** Back to the estimate before, in the thread's line or in the asker's own. */
export async function undo(talk: Talk, asker: Asker, before: Estimate, steps: number | "first"): Promise<Reply> {
  const thread = await lineThreadOf(talk, asker);
  if (thread === null)
    return changed(talk, asker, before, await earlier(talk, asker, before, steps), { kind: "undone", text: "undo" });
  const id = stepBack(await talk.threads.line(asker.tenant, thread), steps);
  if (id === null) throw new UserError("This is the first answer of the thread.", "There is nothing to undo.");
  const { estimate } = await talk.advisor.find(asker, id);
  return changed(talk, asker, before, estimate, { kind: "undone", text: "undo" });
}
