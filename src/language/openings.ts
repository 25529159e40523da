import {
  COST_QUESTIONS,
  COURTESIES,
  LINE_WORDS,
  OPEN_QUESTIONS,
  OPENINGS,
  VOTES,
  WITHDRAWALS,
} from "./lexicon/intents.ts";
import { SERVICE_WORDS } from "./lexicon/service-words.ts";
import type { Parse } from "./parse.ts";
import type { Fact } from "./resolve/facts.ts";
import type { Mention } from "./text/mention.ts";
import { phraseAt, phraseTable } from "./text/phrases.ts";
import { endsClause, type Text, wordAt, wordSet } from "./text/text.ts";
import type { FollowUpIntent } from "./verbs.ts";

/** A follow-up with what was read in it. */
export interface Saying extends Parse {
  facts: readonly Fact[];
}

/** What a follow-up wants by its opening, and the token where the rest begins. */
export interface Opening {
  intent: FollowUpIntent;
  next: number;
}

/** Keys of slots that say nothing new of a requirement. */
const NO_NEWS: ReadonlySet<string> = new Set(["asked", "nothing", "unread", "note"]);
/** Whether it says something of a requirement that may be new. */
export const isNews = ({ key }: Fact) => !NO_NEWS.has(key);

/** How the text opens, courtesies apart; null where it is no set phrase. */
export function openingOf(saying: Saying): Opening | null {
  const { text, facts } = saying;
  const vote = voteIn(text);
  if (vote !== null) return vote;
  let at = 0;
  while (at < text.tokens.length && COURTESIES.has(wordAt(text, at)) && phraseAt(OPENINGS, text.tokens, at) === null)
    at += 1;
  const cost = phraseAt(COST_QUESTIONS, text.tokens, at) ?? openCostQuestion(text, at);
  if (cost !== null) return costQuestion(saying, cost.next);
  const found = phraseAt(OPENINGS, text.tokens, at);
  if (found === null)
    return (
      itIs(text) ??
      asksOf(text, at) ??
      howMuch(saying) ??
      meaningOf(text, at) ??
      linesOf(saying) ??
      betweenPlatforms(saying)
    );
  const opening = { intent: found.meaning, next: found.next };
  if (opening.intent === "undo") return isUndo(saying, at, found.next) ? opening : null;
  // "what about 5 nodes" and "how about Frankfurt" are changes.
  if (opening.intent === "why-not" && wordAt(text, found.next - 1) === "about" && facts.some(isNews)) return null;
  // "Let's do 3 replicas" decides on no platform: it is a change. "Take", "pick" and "deal" alone decide nothing either.
  const isChange = facts.some((fact) => isNews(fact) && fact.span.to > found.next);
  if (opening.intent === "decide" && !choosesOne(text, found.next) && (isChange || !SAYS_SO.has(wordAt(text, at))))
    return null;
  if (opening.intent === "why-not" && wordAt(text, found.next - 1) === "did" && text.mentions.length === 0) return null;
  return opening.intent === "compare" && wordAt(text, at) === "how" ? betweenPlatforms(saying) : opening;
}

/** Whether a platform is named, or one by its place in the ranking: "the second one". */
const choosesOne = (text: Text, from: number) =>
  text.mentions.some(
    ({ named }) => named.platforms.length > 0 || (named.cloud !== null && named.instanceType === null),
  ) || text.tokens.some(({ word }, at) => at >= from - 1 && PLACE_WORDS.has(word));
const PLACE_WORDS = wordSet("winner first second third runner cheapest one pick");
/** Words that decide, whatever follows: the platform is asked for. */
const SAYS_SO = wordSet("decide decided decision record we final lets let going go");

/** "You can have my vote for X", "scratch my vote". */
function voteIn(text: Text): Opening | null {
  const isAsked = text.tokens.some(({ word }) => word === "?");
  const at = text.tokens.findIndex((_, index) => !isAsked && phraseAt(VOTES, text.tokens, index) !== null);
  if (at < 0) return countsVotes(text) ? { intent: "votes", next: text.tokens.length } : null;
  const isTaken = text.tokens.some(({ word }, index) => index < at && WITHDRAWALS.has(word)) || isTakenBack(text, at);
  return { intent: isTaken ? "unvote" : "vote", next: phraseAt(VOTES, text.tokens, at)?.next ?? at };
}
const isTakenBack = (text: Text, at: number) =>
  text.tokens.some(({ word }) => word === "back") && text.tokens.some(({ word }, i) => i < at && word === "take");
/** "How many votes so far?", "what's the tally", "who voted". */
const countsVotes = ({ tokens }: Text) =>
  tokens.some(({ word }) => word === "tally" || word === "voted" || word === "votes") &&
  tokens.some(({ word }) => COUNTING.has(word)) &&
  tokens.length <= MOST_COUNTING;
const COUNTING = wordSet("how who what whats show count list many any ?");
const MOST_COUNTING = 8;

/** "Does civo have GPUs", "can hetzner do this": asked of a platform, and no change. */
function asksOf(text: Text, at: number): Opening | null {
  const mention = text.mentionAt[at + 1];
  const isOf = mention !== undefined && mention.named.instanceType === null && mention.named.geography === null;
  const hasNumber = text.tokens.some(({ kind }) => kind === "number");
  return isOf && ASKS_OF.has(wordAt(text, at)) && !hasNumber ? { intent: "why-not", next: at + 1 } : null;
}
const ASKS_OF = wordSet("does do can has doesnt cant");

/** "And a NAT gateway on its own, how much?", "what's an m5.xlarge an hour": the price of a thing. */
function howMuch({ text, facts }: Saying): Opening | null {
  const { tokens } = text;
  const isPriced =
    text.mentions.some(({ named }) => named.instanceType !== null) ||
    tokens.some((_, at) => phraseAt(SERVICE_WORDS, tokens, at) !== null);
  if (!isPriced || facts.some(({ key }) => key === "relative")) return null;
  const ends = tokens.findLastIndex(({ word }, at) => word === "how" && wordAt(text, at + 1) === "much");
  if (ends > 0 && endsClause(text, ends + 2)) return { intent: "price", next: 0 };
  const asks = wordAt(text, 0) === "whats" ? 1 : wordAt(text, 0) === "what" && wordAt(text, 1) === "is" ? 2 : 0;
  return asks > 0 && tokens.some(({ word }) => PER_TIME.has(word)) ? { intent: "price", next: asks } : null;
}
const PER_TIME = wordSet("hour hourly month monthly cost costs price priced");

/** "What does HA mean here?": a word to be explained, not wanted. */
function meaningOf(text: Text, at: number): Opening | null {
  const asks = ["what", "whats"].includes(wordAt(text, at)) || ["eli5", "define", "explain"].includes(wordAt(text, at));
  const isMeant = text.tokens.some(({ word }) => word === "mean" || word === "means" || word === "meaning");
  return asks && (isMeant || wordAt(text, at).length > WHATS) ? { intent: "explain", next: text.tokens.length } : null;
}
const WHATS = 5; // "define" and "explain" ask by themselves

const DECIDED = phraseTable(
  [
    "it is",
    "it is then",
    "it shall be",
    "it will be",
    "wins",
    "gets the job",
    "got the job",
    "is our choice",
    "is the one",
  ].map((phrase) => [phrase, true] as const),
);
const endOf = (text: Text, at: number) => phraseAt(DECIDED, text.tokens, at)?.next ?? at;
/** "EKS it is": a decision by its last words. */
function itIs(text: Text): Opening | null {
  const named = text.mentions.find(
    ({ to }) => (phraseAt(DECIDED, text.tokens, to) ?? { next: -1 }).next > to && endsClause(text, endOf(text, to)),
  );
  const next = named === undefined ? 0 : endOf(text, named.to);
  return named === undefined || wordAt(text, next) === "?" ? null : { intent: "decide", next };
}

/** "Give me that sum line by line", "what is the aks price made of". */
function linesOf({ text, facts }: Saying): Opening | null {
  const at = text.tokens.findIndex((_, index) => phraseAt(LINE_WORDS, text.tokens, index) !== null);
  const isChange = facts.some((fact) => isNews(fact) && !IN_USE.has(fact.key) && fact.key !== "question");
  return at < 0 || isChange ? null : { intent: "breakdown", next: at };
}
const IN_USE: ReadonlySet<string> = new Set(["existingCloud", "running", "currency"]);

/** "back to the first", "go back 2"; "back to 3 nodes" is a change. */
function isUndo({ text, facts }: Saying, at: number, next: number): boolean {
  return wordAt(text, at) !== "back" || !facts.some((fact) => fact.span.from >= next);
}

function openCostQuestion(text: Text, at: number): { next: number } | null {
  const asked = text.tokens.some(({ word }, index) => index > at && (word === "cost" || word === "costs"));
  return asked ? phraseAt(OPEN_QUESTIONS, text.tokens, at) : null;
}

function costQuestion({ text, facts }: Saying, next: number): Opening | null {
  const mention = text.mentions.find(({ from }) => from >= next);
  if (facts.some(({ key }) => key === "relative")) return null;
  // Nothing is sold under that name here: "what would it cost on bare metal".
  if (mention !== undefined && isUnpriced(mention)) return null;
  return { intent: mention && mention.named.platforms.length > 0 ? "breakdown" : "price", next };
}

const isUnpriced = ({ named }: Mention) =>
  named.cloud !== null && named.platforms.length + named.providers.length === 0 && named.instanceType === null;

/** "doks vs eks": two names and little else compare. */
function betweenPlatforms({ text, facts }: Saying): Opening | null {
  const versus = text.tokens.findIndex(({ word }) => word === "vs" || word === "versus");
  const others = facts.some(({ key }) => key !== "existingCloud" && key !== "running" && !NO_NEWS.has(key));
  return versus > 0 && !others ? { intent: "compare", next: versus } : null;
}
