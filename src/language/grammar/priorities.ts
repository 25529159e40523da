import type { Priority } from "../../core/question/choices.ts";
import { PRIORITY_WORDS } from "../lexicon/priority-words.ts";
import { negationBefore } from "../text/negation.ts";
import { type Text, wordAt, wordSet } from "../text/text.ts";
import { as, either, many, meaning, optional, sequence, table, where, words } from "./pattern.ts";
import { rule } from "./rule.ts";

/** Corners of the cost–control–operations triangle as people put them: "cheapest", "least hassle", "full control". */
const phrases = rule({
  id: "priority",
  examples: ["cheapest", "least hassle", "full control"],
  pattern: table(PRIORITY_WORDS),
  gives: (value, { text, from }) => {
    // "Is X cheaper?" compares; it weighs nothing.
    if (wordAt(text, from) === "cheaper" && isCompared(text, from)) return [{ key: "nothing" }];
    return negationBefore(text, from) >= 0 ? null : [{ key: "priority", value }];
  },
});

/** Whether a platform or cloud is named before, with only a verb between. */
function isCompared(text: Text, at: number): boolean {
  let before = at - 1;
  while (LINKING.has(wordAt(text, before))) before -= 1;
  const named = text.mentionOver[before]?.named;
  return named !== undefined || COMPARED.has(wordAt(text, before));
}
const COMPARED = wordSet("it region which what who one");
const LINKING = wordSet("is be become becomes any much really even not actually get");

const corner = where(
  meaning<Priority>({
    cost: ["cost", "price", "costs"],
    control: ["control"],
    operations: ["operations", "ops", "simplicity"],
  }),
  (value, text, _, to) => !(value === "control" && wordAt(text, to) === "plane"),
);
const more = many(
  as(sequence(words("+|and|&|,|/|then|over|>|, then"), corner), ([, value]) => value),
  2,
);

/** "cost + control", "priorities: operations, cost": the corners by their own names. */
const corners = rule({
  id: "corners",
  examples: ["cost + control", "priority: operations then cost", "control first, cost second"],
  weight: 5,
  pattern: either(
    as(sequence(words("priority|priorities"), many(words(":|is|are|="), 2), corner, more), ([, , first, rest]) => [
      first,
      ...rest,
    ]),
    where(
      as(sequence(corner, more), ([first, rest]) => [first, ...rest]),
      (all) => all.length > 1,
    ),
    as(
      sequence(corner, words("first|matters most"), optional(sequence(words(","), corner, words("second")))),
      ([first, , second]) => (second === null ? [first] : [first, second[1]]),
    ),
  ),
  gives: (all) => all.map((value) => ({ key: "priority", value })),
});

export const PRIORITY_RULES = [phrases, corners];
