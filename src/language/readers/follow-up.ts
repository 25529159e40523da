import type { Understood } from "../../core/estimate.ts";
import type { Correction } from "../../core/price/query.ts";
import {
  FEATURES,
  type Feature,
  REQUIREMENT_KEYS,
  Requirement,
  type RequirementInput,
  type RequirementKey,
} from "../../core/requirement.ts";
import { FILLER } from "../lexicon/filler.ts";
import type { Vocabulary } from "../lexicon/vocabulary.ts";
import { amountAt } from "../text/numbers.ts";
import { phraseAt, phraseTable } from "../text/phrases.ts";
import { platformsOf } from "./clouds.ts";
import { COST_QUESTIONS, COURTESIES, type FollowUpIntent, OPEN_QUESTIONS, OPENINGS, REASONS } from "./intents.ts";
import { leftovers } from "./leftovers.ts";
import { moneyAt } from "./money.ts";
import { endsClause, type Fact, learn, quote, type Reading, take, wordAt } from "./reading.ts";
import { type Relative, readRelative } from "./relative.ts";
import { type Settled, settle } from "./settle.ts";
import { MOST_CHARACTERS, read } from "./understand.ts";

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
  understood: Understood[];
  unparsed: string[];
  questions: string[];
  corrections: Correction[];
  notes: string[];
}

/** What `text` says about the answer to `earlier`: an intent, and for "what if" what changes. Never throws. */
export function followUp(
  earlier: Requirement,
  text: string,
  vocabulary: Vocabulary,
  context: FollowUpContext,
): FollowUp {
  const { reading, corrections } = read(text.slice(0, MOST_CHARACTERS), vocabulary, [readRelative]);
  const opening = readBareSum(reading, earlier) ? null : openingOf(reading);
  const platforms = namedPlatforms(reading, context);
  const common = { ...nothing(), corrections, platforms };
  if (opening !== null) return opened(reading, opening, common, context);
  const settled = settle(reading, earlier.workload);
  const changes = changesOf(reading, settled, earlier);
  const { questions, notes } = reading;
  const said = {
    ...common,
    understood: settled.understood,
    unparsed: [...leftovers(reading), ...settled.refused],
    questions,
    notes,
  };
  if (settled.understood.length > settled.asked.length || Object.keys(changes).length > 0) {
    if (Object.keys(changes).length > 0 || settled.asked.length === 0) return { ...said, intent: "what-if", changes };
  }
  if (questions.length > 0) return { ...said, intent: "what-if" };
  if (settled.asked.length > 1) return { ...said, intent: "compare" };
  return { ...said, intent: settled.asked.length === 1 ? "why-not" : "none" };
}

const nothing = (): FollowUp => ({
  intent: "none",
  platforms: [],
  changes: {},
  undo: null,
  reason: null,
  query: null,
  understood: [],
  unparsed: [],
  questions: [],
  corrections: [],
  notes: [],
});

interface Opening {
  intent: FollowUpIntent;
  next: number;
}

/** A bare number so many times another is no new value for it: "2" does not follow a budget of 200. */
const MOST_APART = 20;

/** "What about 100 instead?", "make it 300": a number and nothing else is a new budget where there was one, and a question where not. */
function readBareSum(r: Reading, earlier: Requirement): boolean {
  const opening = openingOf(r);
  const about = opening?.intent === "why-not" && wordAt(r, opening.next - 1) === "about";
  if (r.facts.length > 0 || r.mentions.length > 0 || (opening !== null && !about)) return false;
  const at = r.tokens.findIndex(({ kind }, index) => kind === "number" && r.taken[index] !== true);
  const money = at < 0 ? null : moneyAt(r, at);
  if (money === null || !isAlone(r, money.from, money.to)) return false;
  const said = quote(r, money.from, money.to);
  const { budgetUsd } = earlier;
  const near = budgetUsd !== null && money.amount * MOST_APART >= budgetUsd && money.amount <= budgetUsd * MOST_APART;
  if (!near) {
    take(r, money.from, money.to);
    r.questions.push(`"${said}" of what? Name it: "budget ${said}", "${said} services".`);
    return true;
  }
  learn(r, money.from, money.to, "budgetUsd", money.amount);
  r.notes.push(`"${said}" is read as a budget of ${money.amount} USD a month.`);
  return true;
}

/** Whether all else in the text carries no fact. */
const isAlone = (r: Reading, from: number, to: number) =>
  r.tokens.every(({ kind, word }, at) => (at >= from && at < to) || kind === "mark" || FILLER.has(word));

/** How the text opens, courtesies apart; null where it is no set phrase. */
function openingOf(r: Reading): Opening | null {
  let at = 0;
  while (at < r.tokens.length && COURTESIES.has(wordAt(r, at)) && phraseAt(OPENINGS, r.tokens, at) === null) at += 1;
  const cost = phraseAt(COST_QUESTIONS, r.tokens, at) ?? openCostQuestion(r, at);
  if (cost !== null) return costQuestion(r, cost.next);
  const found = phraseAt(OPENINGS, r.tokens, at);
  if (found === null) return itIs(r) ?? betweenPlatforms(r);
  const opening = { intent: found.meaning, next: found.next };
  if (opening.intent === "undo") return isUndo(r, at, found.next) ? opening : null;
  // "what about 5 nodes" and "how about Frankfurt" are changes.
  if (
    opening.intent === "why-not" &&
    wordAt(r, found.next - 1) === "about" &&
    r.facts.some((fact) => fact.key !== "asked")
  )
    return null;
  // "Let's do 3 replicas" decides on no platform: it is a change.
  if (opening.intent === "decide" && !namesOffer(r) && r.facts.some((fact) => fact.to > found.next)) return null;
  return opening.intent === "compare" && wordAt(r, at) === "how" ? betweenPlatforms(r) : opening;
}

const namesOffer = ({ mentions }: Reading) =>
  mentions.some(({ named }) => named.platforms.length > 0 || (named.cloud !== null && named.instanceType === null));

/** "EKS it is": a decision by its last words. */
function itIs(r: Reading): Opening | null {
  const named = r.mentions.find(
    ({ to }) => wordAt(r, to) === "it" && wordAt(r, to + 1) === "is" && endsClause(r, to + 2),
  );
  return named === undefined || wordAt(r, named.to + 2) === "?" ? null : { intent: "decide", next: named.to + 2 };
}

/** "back to the first", "go back 2"; "back to 3 nodes" is a change. */
function isUndo(r: Reading, at: number, next: number): boolean {
  return wordAt(r, at) !== "back" || !r.facts.some((fact) => fact.from >= next);
}

function openCostQuestion(r: Reading, at: number): { next: number } | null {
  const asked = r.tokens.some(({ word }, index) => index > at && (word === "cost" || word === "costs"));
  return asked ? phraseAt(OPEN_QUESTIONS, r.tokens, at) : null;
}

function costQuestion(r: Reading, next: number): Opening | null {
  const mention = r.mentions.find(({ from }) => from >= next);
  if (r.facts.some((fact) => fact.key === "relative")) return null;
  return { intent: mention && mention.named.platforms.length > 0 ? "breakdown" : "price", next };
}

/** "doks vs eks": two names and little else compare. */
function betweenPlatforms(r: Reading): Opening | null {
  const versus = r.tokens.findIndex(({ word }) => word === "vs" || word === "versus");
  const others = r.facts.some((fact) => fact.key !== "asked" && fact.key !== "existingCloud" && fact.key !== "running");
  return versus > 0 && !others ? { intent: "compare", next: versus } : null;
}

function opened(r: Reading, opening: Opening, common: FollowUp, context: FollowUpContext): FollowUp {
  const { intent, next } = opening;
  const found: FollowUp = { ...common, intent };
  if (intent === "undo") return { ...found, undo: { steps: stepsFrom(r, next) } };
  if (intent === "price") return { ...found, query: quote(r, next, r.tokens.length) };
  if (intent === "decide" || intent === "vote") {
    const platforms = byRank(common.platforms, context).slice(0, 1);
    return { ...found, platforms, reason: intent === "decide" ? reasonFrom(r, next) : null };
  }
  if (intent === "compare" && common.platforms.length === 0) return { ...found, platforms: [...context.ranked] };
  if (intent === "breakdown" && common.platforms.length === 0)
    return { ...found, platforms: context.ranked.slice(0, 1) };
  return found;
}

const FIRST = new Set(["first", "start", "beginning", "original", "all", "everything", "over", "reset"]);

function stepsFrom(r: Reading, next: number): number | "first" {
  for (let at = next - 1; at < r.tokens.length; at += 1) {
    if (FIRST.has(wordAt(r, at))) return "first";
    if (wordAt(r, at) === "twice") return 2;
    const amount = at >= next ? amountAt(r.tokens, at) : null;
    if (amount !== null && Number.isInteger(amount.value) && amount.value >= 1) return amount.value;
  }
  return 1;
}

function reasonFrom(r: Reading, next: number): string | null {
  for (let at = next; at < r.tokens.length; at += 1) {
    if (!REASONS.has(wordAt(r, at))) continue;
    const linked = wordAt(r, at + 1) === "to" || wordAt(r, at + 1) === ":" || wordAt(r, at + 1) === "of";
    const from = linked ? at + 2 : at + 1;
    return r.text.slice(r.tokens[from]?.start ?? r.text.length).trim() || null;
  }
  return null;
}

const PLACES = phraseTable<number>([
  ["the winner", 0],
  ["your pick", 0],
  ["the top one", 0],
  ["the runner up", 1],
  ["runner up", 1],
  ["the second", 1],
  ["number two", 1],
  ["second best", 1],
  ["the third", 2],
  ["number three", 2],
]);

/** Platforms by name, or by their place in the ranking shown before. */
function namedPlatforms(r: Reading, { ranked }: FollowUpContext): string[] {
  const ids: string[] = [];
  for (let at = 0; at < r.tokens.length; at += 1) {
    const mention = r.mentionAt[at];
    if (mention && mention.named.instanceType === null && mention.named.region === null)
      ids.push(...platformsOf(r, mention));
    const place = phraseAt(PLACES, r.tokens, at);
    const placed = place === null ? undefined : ranked[place.meaning];
    if (placed !== undefined) ids.push(placed);
  }
  return [...new Set(ids)];
}

function byRank(platforms: readonly string[], { ranked }: FollowUpContext): string[] {
  const place = (id: string) => (ranked.includes(id) ? ranked.indexOf(id) : ranked.length);
  return [...platforms].sort((a, b) => place(a) - place(b));
}

/** The keys whose value becomes another, with relative changes worked out. */
function changesOf(r: Reading, settled: Settled, earlier: Requirement): RequirementInput {
  const next: RequirementInput = { ...settled.input };
  const wanted = new Set<Feature>([...earlier.features, ...(next.features ?? [])]);
  for (const feature of settled.without) wanted.delete(feature);
  const features = FEATURES.filter((feature) => wanted.has(feature));
  if (next.features !== undefined || settled.without.length > 0) next.features = features;
  if (settled.without.includes("spot") && earlier.spotPercent > 0) next.spotPercent = 0;
  for (const fact of r.facts) if (fact.key === "relative") relate(r, settled, fact, earlier, next);
  const changed = REQUIREMENT_KEYS.filter(
    (key) => isAllowed(key, next[key]) && JSON.stringify(next[key]) !== JSON.stringify(earlier[key]),
  );
  return Object.fromEntries(changed.map((key) => [key, next[key]]));
}

const isAllowed = (key: RequirementKey, value: unknown) =>
  value !== undefined && Requirement.shape[key].safeParse(value).success;

function relate(r: Reading, settled: Settled, fact: Fact, earlier: Requirement, next: RequirementInput): void {
  const { measure, times, plus } = fact.value as Relative;
  const text = quote(r, fact.from, fact.to);
  const { workload } = earlier;
  const inWorkload = measure === "services" || measure === "replicas" || measure === "nodes";
  const known = inWorkload
    ? measure in workload
      ? workload[measure as keyof typeof workload]
      : undefined
    : earlier[measure];
  if (typeof known !== "number") {
    r.questions.push(`"${text}": the earlier question names no number of that. How many should it be?`);
    return;
  }
  const exact = known * times + plus;
  const value = measure === "budgetUsd" || measure.endsWith("GiB") ? exact : Math.max(1, Math.ceil(exact));
  if (inWorkload) next.workload = { ...workload, [measure]: value };
  else Object.assign(next, { [measure]: Math.max(0, value) });
  settled.understood.push({
    text,
    key: inWorkload ? "workload" : measure,
    value: inWorkload ? { [measure]: value } : value,
  });
}
