import { describe, expect, it } from "vitest";
import { FOLLOW_UP_GRAMMAR, FOLLOW_UP_RULES, PRICE_GRAMMAR, PRICE_RULES } from "../../src/language/grammar/index.ts";
import type { Rule } from "../../src/language/grammar/rule.ts";
import { type Grammar, grammarOf, parse } from "../../src/language/parse.ts";
import { textOf } from "../../src/language/text/text.ts";
import { vocabulary } from "./vocabulary.fixture.ts";

const GRAMMARS: readonly (readonly [string, readonly Rule[], Grammar])[] = [
  ["what people say of what they need", FOLLOW_UP_RULES, FOLLOW_UP_GRAMMAR],
  ["price questions", PRICE_RULES, PRICE_GRAMMAR],
];

describe.each(GRAMMARS)("the rules of %s", (_, rules, grammar) => {
  const examples = rules.flatMap(({ id, examples: typed }) => typed.map((example) => [id, example] as const));

  it("have names of their own, and an example each", () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    expect(rules.filter((rule) => rule.examples.length === 0)).toEqual([]);
  });

  it.each(examples)("%s reads %j", (id, example) => {
    expect(parse(textOf(example, vocabulary), grammar).spans.map(({ rule }) => rule)).toContain(id);
  });
});

describe("a parse", () => {
  const texts = ["budget 300 for 3 services", "3 brokers with 1 TB each on AWS", "5 devs, 4 of them new to k8s"];

  it.each(texts)("of %j does not depend on the order of the rules", (typed) => {
    const text = textOf(typed, vocabulary);
    const spansBy = (grammar: Grammar) => parse(text, grammar).spans.map(({ rule, from, to }) => ({ rule, from, to }));
    expect(spansBy(grammarOf(FOLLOW_UP_RULES.toReversed()))).toEqual(spansBy(FOLLOW_UP_GRAMMAR));
  });

  it.each(texts)("of %j reads no word twice", (typed) => {
    const { spans } = parse(textOf(typed, vocabulary), FOLLOW_UP_GRAMMAR);
    for (const [index, span] of spans.entries()) expect(span.from).toBeGreaterThanOrEqual(spans[index - 1]?.to ?? 0);
  });
});
