import type { Understood } from "../../core/decision/estimate.ts";
import type { Feature } from "../../core/question/choices.ts";
import type { Claim } from "../../core/question/claim-remarks.ts";
import type { RequirementInput, RequirementKey } from "../../core/question/requirement.ts";
import type { Workload } from "../../core/question/workload-request.ts";
import { roundToCent } from "../../core/units.ts";
import type { Parse } from "../parse.ts";
import { SCALARS } from "../slots.ts";
import {
  contradiction,
  corrected,
  type Draft,
  deciding,
  type Fact,
  factsOf,
  keep,
  ofKey,
  quoted,
  report,
  type SlotOf,
  setAside,
} from "./facts.ts";
import { unparsedPhrases } from "./unparsed.ts";
import { resolveWorkload } from "./workload.ts";

/** What a text adds up to. */
export interface Resolved {
  /** It always passes `RequirementInput`. */
  input: RequirementInput;
  /** Each phrase as typed and what it set, in the order of the text. */
  understood: Understood[];
  /** Phrases of substance that set nothing, as typed. */
  unparsed: string[];
  questions: string[];
  notes: string[];
  /** Platforms asked about, in the order named. */
  asked: string[];
  /** Features ruled out. */
  without: Feature[];
  claims: Claim[];
}

/** The requirement behind a parse. Two answers where one is wanted become a question, and leave their key unset. `earlier` is the workload that the text changes, or null. */
export function resolve(parse: Parse, earlier: Workload | null): Resolved {
  const facts = factsOf(parse);
  const draft: Draft = { parse, facts, input: {}, said: [], questions: [], notes: [], unread: [] };
  for (const key of SCALARS) resolveOne(draft, key, ofKey(facts, key));
  resolveStorage(draft);
  resolvePeople(draft);
  resolveBudgetPerPerson(draft);
  resolveClouds(draft);
  resolvePlace(draft);
  const without = resolveFeatures(draft);
  resolveDatabases(draft);
  resolvePriorities(draft);
  resolveWorkload(draft, earlier);
  const questions = askedOf(draft);
  const asked = [...new Set(questions.flatMap(({ platforms }) => platforms))];
  for (const fact of questions) report(draft, "asked", [...fact.platforms], fact);
  tell(draft);
  return {
    input: draft.input,
    understood: inTextOrder(draft.said),
    unparsed: unparsedOf(draft),
    questions: draft.questions,
    notes: [...new Set(draft.notes)],
    asked,
    without,
    claims: ofKey(facts, "claim").map(({ claim }) => claim),
  };
}

function resolveOne<K extends RequirementKey>(draft: Draft, key: K, facts: readonly Fact[]): void {
  const named = corrected(draft, deciding(facts));
  // "No budget limit as such, but under 1k": a value says more than that there is none.
  const sure = named.some((fact) => saidOf(fact) !== null) ? named.filter((fact) => saidOf(fact) !== null) : named;
  const values = new Set(sure.map(saidOf));
  const [value] = values;
  if (values.size > 1) contradiction(draft, key, sure);
  else if (value !== undefined) keep(draft, key, value as RequirementInput[K], sure);
}

const saidOf = (fact: Fact): unknown => ("value" in fact ? fact.value : undefined);

/** What is asked about; a platform whose fee is quoted is named for that alone. */
function askedOf({ facts }: Draft): Fact<SlotOf<"asked">>[] {
  const quotedFor = new Set(
    ofKey(facts, "claim").flatMap(({ claim }) => (claim.kind === "control-plane" ? claim.platforms : [])),
  );
  return ofKey(facts, "asked").filter(({ platforms }) => !platforms.every((id) => quotedFor.has(id)));
}

/** Disks of several things add up: "a 200 GB volume for mysql, 100 GB storage for files". */
function resolveStorage(draft: Draft): void {
  const facts = ofKey(draft.facts, "storageGiB");
  const [first] = facts;
  if (first === undefined) return;
  const total = roundToCent(facts.reduce((sum, { value }) => sum + value, 0));
  if (facts.length > 1 && facts.every(({ value }) => value > 0))
    draft.notes.push(
      `Disks of ${facts.map((fact) => `"${quoted(draft, fact)}"`).join(" and ")} are ${total} GiB in all.`,
    );
  keep(draft, "storageGiB", total, facts, (fact) => saidOf(fact));
}

/** Those who would run it before developers, and both before heads; somebody alone is no team. */
function resolvePeople(draft: Draft): void {
  const { facts } = draft;
  const [operators, engineers, people] = [ofKey(facts, "operators"), ofKey(facts, "engineers"), ofKey(facts, "people")];
  const all = [...operators, ...engineers, ...people];
  const isAlone = all.some((fact) => fact.alone === true) && all.some(({ value }) => value !== 1);
  const best = operators.length > 0 ? operators : engineers.length > 0 ? engineers : people;
  const counted = isAlone ? all : best;
  resolveOne(draft, "engineers", counted);
  // "12 people, 4 of them engineers": the crowd is heard and told of, not planned for.
  for (const fact of all) if (!counted.includes(fact) && fact.value !== best[0]?.value) setAside(draft, fact);
}

/** "$50 a month per developer" is a budget once it is known how many there are. */
function resolveBudgetPerPerson(draft: Draft): void {
  const facts = ofKey(draft.facts, "budgetPerPerson");
  const [first] = facts;
  if (first === undefined || draft.input.budgetUsd !== undefined) return;
  const { engineers } = draft.input;
  if (engineers === undefined) {
    for (const fact of facts) setAside(draft, fact);
    draft.questions.push(`"${quoted(draft, first)}": for how many people?`);
    return;
  }
  const value = roundToCent(first.value * engineers);
  draft.notes.push(`"${quoted(draft, first)}" is ${value} USD for ${engineers}.`);
  keep(draft, "budgetUsd", value, [first]);
}

function resolveClouds(draft: Draft): void {
  const sure = deciding(ofKey(draft.facts, "existingCloud"));
  const values = new Set(sure.map(({ value }) => value));
  if (values.size > 1 && values.has("none")) contradiction(draft, "existingCloud", sure);
  else if (values.size > 1) keep(draft, "existingCloud", "several", sure);
  else resolveOne(draft, "existingCloud", sure);
  resolveRunning(draft);
  for (const key of ["excluded", "only"] as const) {
    const facts = ofKey(draft.facts, key);
    const platforms = [...new Set(facts.flatMap((fact) => fact.platforms))];
    if (platforms.length > 0) keep(draft, key, platforms, facts, (fact) => ("platforms" in fact ? fact.platforms : []));
  }
}

/** "AKS with Kubernetes 1.26": the one platform named beside an old version is what runs. */
function resolveRunning(draft: Draft): void {
  const asked = ofKey(draft.facts, "asked");
  const [one] = asked;
  if (draft.input.running !== undefined || draft.input.extendedSupport !== true || one === undefined) return;
  const [platform, other] = new Set(asked.flatMap(({ platforms }) => platforms));
  if (platform !== undefined && other === undefined) keep(draft, "running", platform, [one]);
}

function resolvePlace(draft: Draft): void {
  const facts = ofKey(draft.facts, "place");
  const [first] = facts;
  const exact = facts.find((place) => place.region !== place.geography) ?? first;
  if (first === undefined || exact === undefined) return;
  const ids = new Set(facts.filter((place) => place.region !== place.geography).map((place) => place.region));
  if (ids.size > 1 || facts.some((place) => place.geography !== exact.geography)) {
    contradiction(draft, "region", facts);
    // Any place that was named is nearer to what is meant than the default.
    keep(draft, "region", first.region, [first]);
    draft.notes.push(`Until you say, it is planned for "${quoted(draft, first)}".`);
  } else keep(draft, "region", exact.region, facts);
}

/** Sets the features wanted; those ruled out are returned. What is both wanted and not is asked about. */
function resolveFeatures(draft: Draft): Feature[] {
  const wanted = ofKey(draft.facts, "feature");
  const refused = ofKey(draft.facts, "without");
  const without = new Set(refused.map(({ value }) => value));
  const disputed = new Set(wanted.filter(({ value }) => without.has(value)).map(({ value }) => value));
  if (disputed.size > 0)
    contradiction(
      draft,
      "features",
      [...wanted, ...refused].filter(({ value }) => disputed.has(value)),
    );
  const kept = wanted.filter(({ value }) => !disputed.has(value));
  const features = [...new Set(kept.map(({ value }) => value))];
  if (features.length > 0) keep(draft, "features", features, kept, saidOf);
  for (const fact of refused) report(draft, "features", { without: fact.value }, fact);
  return [...without].filter((feature) => !disputed.has(feature));
}

/** Where a database runs that is only named is asked, unless something says where the data is kept. */
function resolveDatabases(draft: Draft): void {
  const placed = new Set<Feature>(["stateful", "managed-database"]);
  const isPlaced =
    ofKey(draft.facts, "feature").some(({ value }) => placed.has(value)) ||
    ofKey(draft.facts, "without").some(({ value }) => placed.has(value));
  if (isPlaced) return;
  for (const fact of ofKey(draft.facts, "database"))
    draft.questions.push(
      `"${quoted(draft, fact)}": in the cluster or managed by the provider? Neither is planned until you say so.`,
    );
}

/** A requirement holds this many corners of the triangle. */
const MOST_PRIORITIES = 2;

function resolvePriorities(draft: Draft): void {
  const facts = ofKey(draft.facts, "priority");
  const named = [...new Set(facts.map(({ value }) => value))];
  const priorities = named.slice(0, MOST_PRIORITIES);
  if (priorities.length === 0) return;
  keep(
    draft,
    "priorities",
    priorities,
    facts.filter(({ value }) => priorities.includes(value)),
    () => priorities,
  );
  if (named.length > MOST_PRIORITIES)
    draft.notes.push(`Two priorities count, in the order you named them: ${priorities.join(", then ")}.`);
}

/** Words set aside; of a price that somebody quotes the whole clause, since the sum alone says nothing. */
function setAsideWhole(draft: Draft, fact: Fact): void {
  const claim = fact.span.slots.find((slot) => slot.key === "claim");
  if (claim === undefined) setAside(draft, fact);
  else draft.unread.push({ at: fact.span.from, text: claim.claim.text });
}

/** What the rules themselves ask, note and set aside. */
function tell(draft: Draft): void {
  for (const fact of draft.facts) {
    const words = () => quoted(draft, fact);
    if (fact.key === "question") draft.questions.push(fact.asks.replace("{}", words));
    else if (fact.key === "note") draft.notes.push(fact.says.replace("{}", words));
    else if (fact.key === "unread") setAsideWhole(draft, fact);
  }
}

/** What was set aside and what no rule read, in the order of the text. */
function unparsedOf({ parse, unread }: Draft): string[] {
  const all = [...unread, ...unparsedPhrases(parse)].sort((a, b) => a.at - b.at);
  return [...new Set(all.map(({ text }) => text))];
}

/** Each entry once, in the order of the text. */
function inTextOrder(said: Draft["said"]): Understood[] {
  const unique = new Map(said.map(({ at, entry }) => [JSON.stringify(entry), { at, entry }]));
  return [...unique.values()].sort((a, b) => a.at - b.at).map(({ entry }) => entry);
}
