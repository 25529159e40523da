import type { Understood } from "../core/decision/estimate.ts";
import { askedTopic, findTopic } from "../core/explain/explain.ts";
import type { Correction } from "../core/price/query.ts";
import { FEATURES, type Feature } from "../core/question/choices.ts";
import {
  REQUIREMENT_KEYS,
  Requirement,
  type RequirementInput,
  type RequirementKey,
} from "../core/question/requirement.ts";
import { choiceOf, namedPlatforms } from "./choice.ts";
import { FOLLOW_UP_GRAMMAR } from "./grammar/index.ts";
import { ASKS_WHICH_SUM } from "./grammar/money-bare.ts";
import { sum } from "./grammar/sums.ts";
import type { Vocabulary } from "./lexicon/vocabulary.ts";
import { isNews, type Opening, openingOf, type Saying } from "./openings.ts";
import { parse } from "./parse.ts";
import { type Fact, factsOf, ofKey, type SlotOf } from "./resolve/facts.ts";
import { type Resolved, resolve } from "./resolve/resolve.ts";
import { amountAt } from "./text/numbers.ts";
import { inEnglish, quote, type Text, textOf, wordAt, wordSet } from "./text/text.ts";
import { MOST_CHARACTERS } from "./understand.ts";
import type { FollowUpIntent } from "./verbs.ts";

/** What was shown before the follow-up. */
export interface FollowUpContext {
  /** Platform ids of the earlier answer, best first: "compare all", "why not the second". */
  ranked: readonly string[];
}

/** What a text means as an answer to an earlier estimate. */
export interface FollowUp {
  intent: FollowUpIntent;
  /** Platforms it is about, in the order named; for a decision or a vote at most one. */
  platforms: string[];
  /** The keys that get a new value, as a requirement holds them. Empty unless the intent is "what-if". */
  changes: RequirementInput;
  /** How far back "undo" goes: steps, or to the first question. */
  undo: { steps: number | "first" } | null;
  /** What a decision gives as its reason, as typed. */
  reason: string | null;
  /** A price question, as typed. */
  query: string | null;
  /** The topic to be explained, by its id. */
  topic: string | null;
  understood: Understood[];
  unparsed: string[];
  questions: string[];
  corrections: Correction[];
  notes: string[];
}

/** What `typed` says about the answer to `earlier`: an intent, and for "what if" what changes. Never throws. */
export function followUp(
  earlier: Requirement,
  typed: string,
  vocabulary: Vocabulary,
  context: FollowUpContext,
): FollowUp {
  const text = textOf(typed.slice(0, MOST_CHARACTERS), vocabulary);
  const topic = askedTopic(inEnglish(text));
  if (topic !== null) return { ...nothing(), intent: "explain", topic };
  const parsed = parse(text, FOLLOW_UP_GRAMMAR);
  const saying: Saying = { ...parsed, facts: factsOf(parsed) };
  const common = {
    ...nothing(),
    corrections: [...text.corrections],
    platforms: namedPlatforms(text, context.ranked),
  };
  const bare = bareSum(saying, earlier);
  if (bare !== null) return { ...common, ...bare };
  const opening = openingOf(saying);
  if (opening !== null) return opened(text, opening, common, context);
  const resolved = resolve(parsed, earlier.workload);
  const changes = changesOf(saying, resolved, earlier);
  const said = { ...common, ...resolved };
  const { understood, unparsed, questions, notes } = resolved;
  const what = { ...common, understood, unparsed, questions, notes };
  const isChange = Object.keys(changes).length > 0;
  const news = understood.filter(({ key }) => key !== "asked" && !isOnlyNamed(saying, key)).length;
  if (isChange || (news > 0 && said.asked.length === 0)) return { ...what, intent: "what-if", changes };
  // "140 a month is a lot": talk about a sum of the answer, unless it asks or stands alone.
  if (questions.length > 0) return { ...what, intent: isTalkOfSums(saying) ? "none" : "what-if" };
  if (resolved.asked.length > 1) return { ...what, intent: "compare" };
  const isAbout = isQuestion(text) || (text.tokens.length <= FEW && unparsed.length === 0);
  return { ...what, intent: resolved.asked.length === 1 && isAbout ? "why-not" : "none" };
}

/** A cloud that nobody said to be in use is no news. */
const isOnlyNamed = ({ facts }: Saying, key: string) =>
  (key === "existingCloud" || key === "running") && ofKey(facts, key).every(({ strength }) => strength === "implied");

const isTalkOfSums = ({ text, facts }: Saying) =>
  !text.tokens.some(({ word }) => word === "?") &&
  ofKey(facts, "question").every(({ asks }) => asks === ASKS_WHICH_SUM) &&
  ofKey(facts, "question").length > 0 &&
  !facts.some((fact) => isNews(fact) && fact.key !== "question");

/** So few words about a platform ask about it, with a question mark or without. */
const FEW = 5;
const QUESTION_WORDS = new Set(
  "what why how when where which who is are does do can could should would and".split(" "),
);
const isQuestion = ({ tokens }: Text) =>
  tokens.some(({ word }) => word === "?") || QUESTION_WORDS.has(tokens[0]?.word ?? "");

const nothing = (): FollowUp => ({
  intent: "none",
  platforms: [],
  changes: {},
  undo: null,
  reason: null,
  query: null,
  topic: null,
  understood: [],
  unparsed: [],
  questions: [],
  corrections: [],
  notes: [],
});

/** A bare number so many times another is no new value for it: "2" does not follow a budget of 200. */
const MOST_APART = 20;

/** "What about 100 instead?", "make it 300": a number and nothing else is a new budget where there was one, and a question where not. */
function bareSum(saying: Saying, earlier: Requirement): Partial<FollowUp> | null {
  const { text, facts, heard } = saying;
  const opening = openingOf(saying);
  const about = opening?.intent === "why-not" && wordAt(text, opening.next - 1) === "about";
  if (facts.length > 0 || text.mentions.length > 0 || (opening !== null && !about)) return null;
  const at = text.tokens.findIndex(({ kind }, index) => kind === "number" && heard[index] !== true);
  const money = at < 0 ? undefined : sum.match(text, at)[0];
  if (money === undefined || !isAlone(text, at, money.to)) return null;
  const said = quote(text, at, money.to);
  const { amount } = money.value;
  const { budgetUsd } = earlier;
  const near = budgetUsd !== null && amount * MOST_APART >= budgetUsd && amount <= budgetUsd * MOST_APART;
  if (!near)
    return { intent: "what-if", questions: [`"${said}" of what? Name it: "budget ${said}", "${said} services".`] };
  return {
    intent: "what-if",
    changes: amount === budgetUsd ? {} : { budgetUsd: amount },
    understood: [{ text: said, key: "budgetUsd", value: amount }],
    notes: [`"${said}" is read as a budget of ${amount} USD a month.`],
  };
}

/** Whether all else in the text only wishes or asks for a number. */
const isAlone = (text: Text, from: number, to: number) =>
  text.tokens.every(({ kind, word }, at) => (at >= from && at < to) || kind === "mark" || BESIDE_SUM.has(word));
const BESIDE_SUM = wordSet(
  "what about how if make it and with for at say try now only just instead ok okay then to be is would should were we i had have could can but rather maybe lets let do change set up down or so of per a month monthly please like around roughly under below max at most no than not over hm hmm well then cost budget the our my go pay spend",
);

function opened(text: Text, opening: Opening, common: FollowUp, context: FollowUpContext): FollowUp {
  const { intent, next } = opening;
  const found: FollowUp = { ...common, intent };
  if (intent === "explain") return { ...found, platforms: [], topic: topicOf(text) };
  if (intent === "undo") return { ...found, undo: { steps: stepsFrom(text, next) } };
  if (intent === "price") return { ...found, query: quote(text, next, text.tokens.length) };
  if (intent === "decide" || intent === "vote") return { ...found, ...choiceOf(text, opening, context.ranked) };
  if (intent === "compare" && common.platforms.length === 0) return { ...found, platforms: [...context.ranked] };
  if (intent === "breakdown" && common.platforms.length === 0)
    return { ...found, platforms: context.ranked.slice(0, 1) };
  return found;
}

/** "How many pods fit on a node" is answered by what is allocatable. */
const topicOf = (text: Text): string | null =>
  text.tokens.some(({ word }) => word === "fit" || word === "pods") ? "allocatable" : findTopic(text.typed);

const FIRST = new Set(["first", "start", "beginning", "original", "all", "everything", "over", "reset"]);

function stepsFrom(text: Text, next: number): number | "first" {
  for (let at = next - 1; at < text.tokens.length; at += 1) {
    if (FIRST.has(wordAt(text, at))) return "first";
    if (wordAt(text, at) === "twice") return 2;
    const amount = at >= next ? amountAt(text.tokens, at) : null;
    if (amount !== null && Number.isInteger(amount.value) && amount.value >= 1) return amount.value;
  }
  return 1;
}

/** The keys whose value becomes another, with relative changes worked out. */
function changesOf(saying: Saying, resolved: Resolved, earlier: Requirement): RequirementInput {
  const next: RequirementInput = { ...resolved.input };
  const wanted = new Set<Feature>([...earlier.features, ...(next.features ?? [])]);
  for (const feature of resolved.without) wanted.delete(feature);
  const features = FEATURES.filter((feature) => wanted.has(feature));
  if (next.features !== undefined || resolved.without.length > 0) next.features = features;
  if (resolved.without.includes("spot") && earlier.spotPercent > 0) next.spotPercent = 0;
  // A name alone tells of no other cloud than before.
  if (ofKey(saying.facts, "existingCloud").every(({ strength }) => strength === "implied")) delete next.existingCloud;
  if (next.excluded !== undefined) next.excluded = [...new Set([...earlier.excluded, ...next.excluded])];
  for (const fact of ofKey(saying.facts, "relative")) relate(saying, resolved, fact, earlier, next);
  const changed = REQUIREMENT_KEYS.filter(
    (key) => isAllowed(key, next[key]) && JSON.stringify(next[key]) !== JSON.stringify(earlier[key]),
  );
  return Object.fromEntries(changed.map((key) => [key, next[key]]));
}

const isAllowed = (key: RequirementKey, value: unknown) =>
  value !== undefined && Requirement.shape[key].safeParse(value).success;

const IN_WORKLOAD = ["services", "replicas", "nodes"] as const;
type InWorkload = (typeof IN_WORKLOAD)[number];
const isInWorkload = (measure: string): measure is InWorkload => IN_WORKLOAD.some((part) => part === measure);

function relate(
  { text }: Saying,
  resolved: Resolved,
  fact: Fact<SlotOf<"relative">>,
  earlier: Requirement,
  next: RequirementInput,
): void {
  const { measure, times, plus, span } = fact;
  const typed = quote(text, span.from, span.to);
  const { workload } = earlier;
  const known = isInWorkload(measure) ? Reflect.get(workload, measure) : earlier[measure];
  if (typeof known !== "number") {
    resolved.questions.push(`"${typed}": the earlier question names no number of that. How many should it be?`);
    return;
  }
  const exact = known * times + plus;
  const value = measure === "budgetUsd" || measure.endsWith("GiB") ? exact : Math.max(1, Math.ceil(exact));
  if (isInWorkload(measure)) next.workload = { ...workload, [measure]: value };
  else next[measure] = Math.max(0, value);
  resolved.understood.push({
    text: typed,
    key: isInWorkload(measure) ? "workload" : measure,
    value: isInWorkload(measure) ? { [measure]: value } : value,
  });
}
