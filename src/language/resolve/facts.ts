import type { Understood } from "../../core/decision/estimate.ts";
import { Requirement, type RequirementInput, type RequirementKey } from "../../core/question/requirement.ts";
import type { Parse, Span } from "../parse.ts";
import type { Slot } from "../slots.ts";
import { phraseAt, phraseTable } from "../text/phrases.ts";
import { quote } from "../text/text.ts";

/** A slot with the words behind it. */
export type Fact<S extends Slot = Slot> = S & { span: Span };

/** A kind of slot. */
export type SlotOf<K extends Slot["key"]> = Extract<Slot, { key: K }>;

/** What is being made of a text. */
export interface Draft {
  parse: Parse;
  facts: readonly Fact[];
  input: RequirementInput;
  /** What each phrase set, with where it stands. */
  said: { at: number; entry: Understood }[];
  questions: string[];
  notes: string[];
  /** Phrases that no key may hold, or that are heard and set aside. */
  unread: { at: number; text: string }[];
}

/** Every slot of a text with its words, in the order of the text. */
export const factsOf = ({ spans }: Parse): Fact[] =>
  spans.flatMap((span) => span.slots.map((slot) => ({ ...slot, span })));

export const ofKey = <K extends Slot["key"]>(facts: readonly Fact[], key: K): Fact<SlotOf<K>>[] =>
  facts.filter((fact): fact is Fact<SlotOf<K>> => fact.key === key);

export const quoted = ({ parse }: Draft, { span }: { span: Span }): string => quote(parse.text, span.from, span.to);

/** Sets `key`, if a requirement may hold that value, and reports each fact behind it; else the words are quoted. */
export function keep<K extends RequirementKey>(
  draft: Draft,
  key: K,
  value: RequirementInput[K],
  facts: readonly Fact[],
  says: (fact: Fact) => unknown = () => value,
): void {
  if (!Requirement.shape[key].safeParse(value).success) {
    for (const fact of facts) setAside(draft, fact);
    return;
  }
  draft.input[key] = value;
  for (const fact of facts) report(draft, key, says(fact), fact);
}

export function report(draft: Draft, key: string, value: unknown, fact: Fact): void {
  draft.said.push({ at: fact.span.from, entry: { text: quoted(draft, fact), key, value } });
}

export function setAside(draft: Draft, fact: { span: Span }): void {
  draft.unread.push({ at: fact.span.from, text: quoted(draft, fact) });
}

/** The facts that decide: those said, or if none was, those implied, or else those hinted at. */
export function deciding<F extends Fact>(facts: readonly F[]): readonly F[] {
  for (const strength of ["said", "implied"] as const) {
    const sure = facts.filter((fact) => (fact.strength ?? "said") === strength);
    if (sure.length > 0) return sure;
  }
  return facts;
}

const CORRECTIONS = phraseTable(
  [
    "sorry",
    "no wait",
    "wait",
    "wait no",
    "i mean",
    "i meant",
    "correction",
    "scratch that",
    "make that",
    "or rather",
    "no make it",
    "err",
    "oops",
  ].map((phrase) => [phrase, true] as const),
);

/** "3 nodes, sorry, 4 nodes": what was said after the asker's last correction, where something was said on both sides of it. */
export function corrected<F extends Fact>({ parse: { text } }: Draft, facts: readonly F[]): readonly F[] {
  const [first, last] = [facts[0], facts.at(-1)];
  if (first === undefined || last === undefined || first === last) return facts;
  for (let at = last.span.from - 1; at >= first.span.to; at -= 1)
    if (phraseAt(CORRECTIONS, text.tokens, at) !== null) return facts.filter(({ span }) => span.from > at);
  return facts;
}

/** What is asked where the text gives two answers and one is wanted. */
const ASK: Readonly<Partial<Record<RequirementKey, string>>> = {
  engineers: "how many people would run it?",
  budgetUsd: "what is the budget a month?",
  spendTodayUsd: "what do you pay a month today?",
  uptimePercent: "which availability do you need?",
  kubernetesExperience: "how well does the team know Kubernetes?",
  purpose: "what is it for?",
  region: "where should it run first?",
  running: "what runs today?",
  existingCloud: "which cloud are you on?",
  workload: "what should be planned for?",
};

export function contradiction(draft: Draft, key: RequirementKey, facts: readonly Fact[]): void {
  const phrases = [...new Set(facts.map((fact) => `"${quoted(draft, fact)}"`))];
  const both = phrases.length === 2 ? `both ${phrases.join(" and ")}` : phrases.join(", ");
  draft.questions.push(`You wrote ${both}: ${ASK[key] ?? "which of them holds?"}`);
}
