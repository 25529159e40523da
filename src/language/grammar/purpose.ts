import type { Purpose } from "../../core/question/choices.ts";
import { IMPLIED_PURPOSES, PURPOSE_WORDS } from "../lexicon/purpose-words.ts";
import type { Slot } from "../slots.ts";
import { negationBefore } from "../text/negation.ts";
import { type Text, wordAt, wordBefore, wordSet } from "../text/text.ts";
import { table } from "./pattern.ts";
import { rule } from "./rule.ts";

/** What it is for: "MVP", "demo for investors", "side project", "in production". */
const said = rule({
  id: "purpose",
  examples: ["MVP", "demo for investors", "side project", "production"],
  pattern: table(PURPOSE_WORDS),
  gives(value, { text, from, to }) {
    const no = negationBefore(text, from);
    if (no >= 0 && PRODUCTION.has(wordAt(text, from)) && DENIALS.has(wordAt(text, no)))
      return { from: no, slots: [{ key: "question", asks: `You wrote "{}": what is it for?` }] };
    if (no >= 0 || isOther(text, from, to)) return null;
    const isSure = value !== "production" && !LOOSE.has(wordAt(text, from));
    const slots: Slot[] = [{ key: "purpose", value, strength: isSure ? "said" : "implied" }];
    const isNew = /^learn|^study|^practice/.test(wordAt(text, from)) && to > from + 1;
    if (isNew) slots.push({ key: "kubernetesExperience", value: "beginner", strength: "hinted" });
    return slots;
  },
});

const PRODUCTION = wordSet("production prod");
/** "Not for production yet": neither said nor to be taken for granted. */
const DENIALS = wordSet("not isnt non");
/** "live" and "beta" are loose words, and "a production MVP" is an MVP. */
const LOOSE = wordSet(
  "live beta studying bank prod production sandbox playground learning blog presentation startup dev training",
);
const HEADS = wordSet("machine deep reinforcement");
const PLACED = wordSet("in at near we i");

/** "machine learning", "learning curve", "we live in Berlin", "used Kubernetes in production": about something else. */
function isOther(text: Text, from: number, to: number): boolean {
  const word = wordAt(text, from);
  if (word === "learning") return HEADS.has(wordAt(text, from - 1)) || wordAt(text, to) === "curve";
  if (word === "live") return PLACED.has(wordAt(text, to));
  return word === "in" && wordBefore(text, from, KNOWN, 6) >= 0;
}
const KNOWN = wordSet("used run ran running touched never nobody");

/** What usually means production, unless the text says otherwise. */
const implied = rule({
  id: "purpose-implied",
  examples: ["a SaaS product", "paying customers"],
  weight: -5,
  pattern: table(IMPLIED_PURPOSES),
  gives: (value: Purpose, { text, from }) =>
    negationBefore(text, from) >= 0 ? null : [{ key: "purpose", value, strength: "hinted" }],
});

export const PURPOSE_RULES = [said, implied];
