import type { Estimate } from "../core/decision/estimate.ts";
import { askedTopic } from "../core/explain/explain.ts";
import type { RequirementInput } from "../core/question/requirement.ts";
import { type FollowUp, followUp } from "../language/follow-up.ts";
import type { Vocabulary } from "../language/lexicon/vocabulary.ts";
import { ALL, COURTESIES, GLUE, JOKES, OPENINGS, PAST, SUGGESTIONS, UNDOABLE, WISHES } from "./overheard-words.ts";

/** What words that nobody said to the bot ask of it. */
export type Overheard =
  /** They open as a question or a change, and all of them was understood. */
  | { kind: "answer" }
  /** They name a change that their writer may want: these keys, with these values. */
  | { kind: "offer"; changes: RequirementInput }
  /** People talking to each other. */
  | { kind: "silence" };

/** A question or a change is short; what is longer is people's own. In UTF-16 units. */
export const MOST_CHARACTERS = 200;

/** Half a character: nobody types it, and no button can carry it. */
const LONE_SURROGATE = /\p{Surrogate}/u;

const SILENCE: Overheard = { kind: "silence" };

/** What words in the thread of `earlier` mean when they are addressed to nobody: silence wherever there is a doubt. */
export function readOverheard(text: string, earlier: Estimate, vocabulary: Vocabulary): Overheard {
  if (text.length > MOST_CHARACTERS || LONE_SURROGATE.test(text)) return SILENCE;
  const words = wordsOf(text);
  if (words.some((word) => JOKES.has(word))) return SILENCE;
  const read = (part: string): FollowUp => {
    const ranked = earlier.ranking.map(({ platform }) => platform);
    return followUp(earlier.requirement, part, vocabulary, { ranked });
  };
  const opening = openingOf(words);
  if (opening !== null) return isAnswerable(text, opening, read) ? { kind: "answer" } : SILENCE;
  if (words[0] === "explain" && askedTopic(text) !== null) return { kind: "answer" };
  return offer(words, read(text));
}

interface Opening {
  /** How many words it takes, with the courtesies before it. */
  length: number;
  intents: readonly FollowUp["intent"][];
}

function openingOf(words: readonly string[]): Opening | null {
  const start = words.findIndex((word) => !COURTESIES.has(word));
  const found = OPENINGS.find((opening) => opening.words.every((word, at) => words[start + at] === word));
  return found === undefined ? null : { length: start + found.words.length, intents: found.intents };
}

function isAnswerable(text: string, { length, intents }: Opening, read: (part: string) => FollowUp): boolean {
  const { intent, platforms, reason, questions, understood } = read(text);
  if (!intents.includes(intent) || questions.length > 0) return false;
  if (intent === "decide" && reason === null) return false;
  if (intent === "what-if" && understood.length === 0) return false;
  const said = reason === null ? text : text.slice(0, text.lastIndexOf(reason));
  const rest = wordsOf(said).slice(length);
  if (intent === "undo") return rest.every((word) => UNDOABLE.has(word) || /^\d+$/.test(word));
  // A set phrase takes its words with it; what stands after them is read once more by itself, to know what was made of it.
  const from = rest.findIndex((word) => !GLUE.has(word));
  const alone = from < 0 ? null : read(said.slice(endOf(text, length + from)));
  if (!isCovered(rest, understood) && !isCovered(rest, alone?.understood ?? [])) return false;
  if (ABOUT_ONE.includes(intent)) return platforms.length > 0 && (alone === null || namesOne(alone));
  if (ABOUT_ANY.includes(intent)) return (alone?.platforms.length ?? 0) > 0 || rest.every((word) => ALL.has(word));
  return true;
}

/** Intents that are about one platform, and about those named or else all. */
const ABOUT_ONE: readonly FollowUp["intent"][] = ["decide", "vote", "why-not"];
const ABOUT_ANY: readonly FollowUp["intent"][] = ["compare", "breakdown"];

/** Whether what follows an opening names a platform, once, and says nothing else. */
function namesOne({ understood }: FollowUp): boolean {
  const names = understood.filter(({ key }) => key === "asked" || key === "existingCloud"); // a cloud's name is its platform's
  return names.length < 2 && understood.every(({ key }) => NAMING.has(key));
}

/** What the name of a platform is read as where it stands alone, and what is denied beside it. */
const NAMING: ReadonlySet<string> = new Set(["asked", "existingCloud", "running", "only", "excluded"]);

function offer(words: readonly string[], { intent, changes, questions, understood }: FollowUp): Overheard {
  if (intent !== "what-if" || questions.length > 0 || Object.keys(changes).length === 0) return SILENCE;
  if (understood.some(({ key }) => NO_WISHES.has(key))) return SILENCE;
  const suggestion = SUGGESTIONS.find((phrase) => phrase.every((word, at) => words[at] === word));
  const said = words.slice(suggestion?.length ?? 0);
  if (said.some((word) => PAST.has(word)) || !isCovered(said, understood)) return SILENCE;
  const isWish = said.some((word) => WISHES.has(word)) || /\d/.test(JSON.stringify(changes));
  // A number alone may count anything, unless it is proposed: "make it 200".
  const isOfSomething = understood.some(({ text }) => /[\p{L}\p{Sc}%]/u.test(text));
  return suggestion !== undefined || (isWish && isOfSomething) ? { kind: "offer", changes } : SILENCE;
}

/** Keys that no change of the plan is: a question about a platform, and what is paid today. */
const NO_WISHES: ReadonlySet<string> = new Set(["asked", "spendTodayUsd"]);

/** Whether every word is part of something understood, or means nothing beside it. */
function isCovered(words: readonly string[], understood: FollowUp["understood"]): boolean {
  const open: (string | null)[] = [...words];
  for (const { text } of understood) {
    const phrase = wordsOf(text);
    const at = open.findIndex((_, start) => phrase.every((word, next) => open[start + next] === word));
    if (at >= 0) open.fill(null, at, at + phrase.length);
  }
  return open.every((word) => word === null || GLUE.has(word) || isSign(word));
}

/** A smiley among words says nothing of its own; one of a joker was found before. */
const isSign = (word: string) => word.startsWith(":") || /^\p{Extended_Pictographic}/u.test(word);

const WORD = /:[a-z][a-z0-9_+-]*:|\p{Extended_Pictographic}|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}]+)*/giu;

/** Words in lower case without apostrophes, numbers, and smileys as signs or as Slack names them; punctuation left out. */
const wordsOf = (text: string): string[] =>
  (text.match(WORD) ?? []).map((word) => word.toLowerCase().replaceAll(/['’]/g, ""));

/** Where the first `count` words of a text end. */
function endOf(text: string, count: number): number {
  const last = [...text.matchAll(WORD)][count - 1];
  return last === undefined ? 0 : last.index + last[0].length;
}
