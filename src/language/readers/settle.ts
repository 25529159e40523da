import type { Understood } from "../../core/estimate.ts";
import { groupBy } from "../../core/group-by.ts";
import {
  type Feature,
  type Geography,
  type Priority,
  Requirement,
  type RequirementInput,
  type RequirementKey,
  type Workload,
} from "../../core/requirement.ts";
import { type Fact, quote, type Reading } from "./reading.ts";
import { settleWorkload } from "./settle-workload.ts";

/** What the facts of a text add up to. */
export interface Settled {
  input: RequirementInput;
  understood: Understood[];
  asked: string[];
  /** Features ruled out. */
  without: Feature[];
  /** Phrases understood that no requirement may hold: out of its bounds. */
  refused: string[];
}

interface Said {
  at: number;
  entry: Understood;
}

interface Settling extends Settled {
  said: Said[];
}

/** One answer wanted where the text gives two. */
const ASK: ReadonlyMap<string, string> = new Map<string, string>([
  ["engineers", "how many people would run it?"],
  ["budgetUsd", "what is the budget a month?"],
  ["uptimePercent", "which availability do you need?"],
  ["kubernetesExperience", "how well does the team know Kubernetes?"],
  ["purpose", "what is it for?"],
  ["region", "where should it run first?"],
  ["running", "what runs today?"],
  ["existingCloud", "which cloud are you on?"],
]);
const SCALARS = [
  "purpose",
  "kubernetesExperience",
  "budgetUsd",
  "uptimePercent",
  "clusters",
  "storageGiB",
  "egressGiB",
  "loadBalancers",
  "crossZoneGiB",
  "logsGiB",
  "backups",
  "commitment",
  "spotPercent",
  "labourRateUsd",
  "outageCostUsdPerHour",
  "currency",
  "running",
  "existingServers",
  "extendedSupport",
  "gkeCreditUsed",
] as const satisfies readonly RequirementKey[];

/**
 * The requirement behind the facts of `r`; contradictions go to its questions and leave their key unset. `earlier` is the
 * workload that the text changes, or null.
 */
export function settle(r: Reading, earlier: Workload | null): Settled {
  const settled: Settling = { input: {}, understood: [], asked: [], without: [], refused: [], said: [] };
  const facts = [...r.facts].sort((a, b) => a.from - b.from);
  const byKey = groupBy(facts, (fact) => fact.key);
  const of = (key: string) => byKey.get(key) ?? [];
  for (const key of SCALARS) settleOne(r, settled, key, of(key));
  settleEngineers(r, settled, of);
  settleClouds(r, settled, of("existingCloud"));
  settleRegion(r, settled, of("region"));
  settleFeatures(r, settled, of);
  settlePriorities(r, settled, of("priorities"));
  settleWorkload(r, of, earlier, (value, used) => keep(r, settled, "workload", value, used));
  settled.asked = [...new Set(of("asked").flatMap((fact) => fact.value as string[]))];
  for (const fact of of("unplaced")) settled.refused.push(quote(r, fact.from, fact.to));
  for (const fact of of("asked")) understand(r, settled, "asked", fact.value, fact);
  const { said, ...rest } = settled;
  return { ...rest, understood: inTextOrder(said) };
}

/** Sets `key`, if a requirement may hold that value, and reports each fact behind it. */
function keep(
  r: Reading,
  settled: Settling,
  key: RequirementKey,
  value: unknown,
  facts: readonly Fact[],
  says?: (fact: Fact) => unknown,
): void {
  if (!Requirement.shape[key].safeParse(value).success) {
    settled.refused.push(...facts.map((fact) => quote(r, fact.from, fact.to)));
    return;
  }
  Object.assign(settled.input, { [key]: value });
  for (const fact of facts) understand(r, settled, key, says ? says(fact) : fact.value, fact);
}

function understand(r: Reading, settled: Settling, key: string, value: unknown, fact: Fact): void {
  settled.said.push({ at: fact.from, entry: { text: quote(r, fact.from, fact.to), key, value } });
}

/** The facts that decide: those said, or if none was, those implied, or else those hinted at. */
function deciding(facts: readonly Fact[]): readonly Fact[] {
  for (const strength of ["said", "implied"] as const) {
    const sure = facts.filter((fact) => fact.strength === strength);
    if (sure.length > 0) return sure;
  }
  return facts;
}

function settleOne(r: Reading, settled: Settling, key: RequirementKey, facts: readonly Fact[]): void {
  if (facts.length === 0) return;
  const sure = deciding(facts);
  const values = new Set(sure.map((fact) => fact.value));
  const [value] = values;
  if (values.size > 1) contradiction(r, key, sure);
  else if (value !== undefined) keep(r, settled, key, value, sure);
}

function contradiction(r: Reading, key: string, facts: readonly Fact[]): void {
  const phrases = [...new Set(facts.map((fact) => `"${quote(r, fact.from, fact.to)}"`))];
  const both = phrases.length === 2 ? `both ${phrases.join(" and ")}` : phrases.join(", ");
  r.questions.push(`You wrote ${both}: ${ASK.get(key) ?? "which of them holds?"}`);
}

/** Those who would run it before developers, and both before heads; somebody alone is no team. */
function settleEngineers(r: Reading, settled: Settling, of: (key: string) => Fact[]): void {
  const alone = of("engineers").filter((fact) => fact.value === 1 && isAlone(r, fact));
  const [operators, engineers, people] = [of("operators"), of("engineers"), of("people")];
  const best = operators.length > 0 ? operators : engineers.length > 0 ? engineers : people;
  const all = [...operators, ...engineers, ...people];
  const sure = alone.length > 0 && all.some((fact) => fact.value !== 1) ? all : best;
  settleOne(r, settled, "engineers", sure);
}

const isAlone = (r: Reading, fact: Fact) => !/\d/.test(quote(r, fact.from, fact.to));

function settleClouds(r: Reading, settled: Settling, facts: readonly Fact[]): void {
  const sure = deciding(facts);
  const values = new Set(sure.map((fact) => fact.value));
  if (values.size > 1 && values.has("none")) contradiction(r, "existingCloud", sure);
  else if (values.size > 1) keep(r, settled, "existingCloud", "several", sure);
  else settleOne(r, settled, "existingCloud", sure);
}

interface Where {
  region: string;
  geography: Geography;
}

function settleRegion(r: Reading, settled: Settling, facts: readonly Fact[]): void {
  const where = facts.map((fact) => fact.value as Where);
  const exact = where.find((place) => place.region !== place.geography) ?? where[0];
  if (exact === undefined) return;
  const ids = new Set(where.filter((place) => place.region !== place.geography).map((place) => place.region));
  if (ids.size > 1 || where.some((place) => place.geography !== exact.geography)) {
    const [first] = facts;
    contradiction(r, "region", facts);
    if (first === undefined) return;
    // Any place that was named is nearer to what is meant than the default.
    keep(r, settled, "region", (first.value as Where).region, [first], () => (first.value as Where).region);
    r.notes.push(`Until you say, it is planned for "${quote(r, first.from, first.to)}".`);
  } else keep(r, settled, "region", exact.region, facts, () => exact.region);
}

function settleFeatures(r: Reading, settled: Settling, of: (key: string) => Fact[]): void {
  const without = new Set(of("without").map((fact) => fact.value as Feature));
  const wanted = of("features");
  const disputed = wanted.filter((fact) => without.has(fact.value as Feature));
  const inDispute = new Set(disputed.map((fact) => fact.value));
  if (disputed.length > 0) {
    contradiction(r, "features", [...disputed, ...of("without").filter((fact) => inDispute.has(fact.value))]);
  }
  const kept = wanted.filter((fact) => !inDispute.has(fact.value));
  const features = [...new Set(kept.map((fact) => fact.value as Feature))];
  if (features.length > 0) keep(r, settled, "features", features, kept);
  settled.without = [...without].filter((feature) => !inDispute.has(feature));
  for (const fact of of("without")) understand(r, settled, "features", { without: fact.value }, fact);
}

/** A requirement holds this many corners of the triangle. */
const MOST_PRIORITIES = 2;

function settlePriorities(r: Reading, settled: Settling, facts: readonly Fact[]): void {
  const named = [...new Set(facts.map((fact) => fact.value as Priority))];
  const priorities = named.slice(0, MOST_PRIORITIES);
  if (priorities.length === 0) return;
  keep(
    r,
    settled,
    "priorities",
    priorities,
    facts.filter((fact) => priorities.includes(fact.value as Priority)),
  );
  if (named.length > MOST_PRIORITIES)
    r.notes.push(`Two priorities count, in the order you named them: ${priorities.join(", then ")}.`);
}

/** Each entry once, in the order of the text. */
function inTextOrder(said: readonly Said[]): Understood[] {
  const unique = new Map(said.map(({ at, entry }) => [JSON.stringify(entry), { at, entry }]));
  return [...unique.values()].sort((a, b) => a.at - b.at).map(({ entry }) => entry);
}
