import fc from "fast-check";
import { z } from "zod";
import { Interaction } from "../../src/adapters/discord/interaction.ts";
import { parse as parseDiscord } from "../../src/adapters/discord/parse.ts";
import { readFiles } from "../../src/adapters/files/read-files.ts";
import { hearCommand, hearPress, hearShortcut } from "../../src/adapters/slack/parse.ts";
import { hearHome, hearMessage } from "../../src/adapters/slack/parse-event.ts";
import { hearSubmission } from "../../src/adapters/slack/parse-submission.ts";
import { hearing } from "../../src/app/overheard.ts";
import { recommendationCard } from "../../src/cards/recommendation-card.ts";
import { UserError } from "../../src/core/errors.ts";
import { parseRequirement, RequirementInput } from "../../src/core/requirement.ts";
import { followUp } from "../../src/language/follow-up.ts";
import { namesIn, vocabularyOf } from "../../src/language/lexicon/vocabulary.ts";
import { understandPriceQuery } from "../../src/language/price-query.ts";
import { understand } from "../../src/language/understand.ts";
import { estimateFor, names, textOf } from "../cards/setup.ts";
import { catalogData } from "../core/real-catalog.ts";
import { anyRequirement } from "../core/requirements.ts";
import { anyFile, anyText, mutated, payloads } from "./arbitrary.ts";

/** One kind of thing that reaches the process from outside. */
export interface FuzzKind<T = unknown> {
  name: string;
  /** Of a thousand examples asked for, how many are tried: some take a thousand times as long as others. */
  perThousand: number;
  arbitrary: fc.Arbitrary<T>;
  /** @throws what is wrong with how it was taken. */
  check(example: T): void;
}

/** Lets the example of each kind keep its type within it; whoever runs it hands on what `arbitrary` made. */
const kind = <T>({ arbitrary, check, ...rest }: FuzzKind<T>): FuzzKind => ({
  ...rest,
  arbitrary: arbitrary.map((example): unknown => example),
  check: (example) => check(example as T),
});

const vocabulary = vocabularyOf(namesIn(catalogData, "2026-11-22"));
const earlier = estimateFor({ budgetUsd: 200, features: ["gpu"], workload: { nodes: 3, instanceType: "t3.medium" } });
const MOST_CARD_TEXT = 3_800;

/** Longer than any of them takes on a busy machine, and far shorter than a platform waits. */
export const LONGEST_MS = 2_000;

export const FUZZ_KINDS: readonly FuzzKind[] = [
  kind({
    name: "texts",
    perThousand: 1_000,
    arbitrary: anyText,
    check(text) {
      const { input, understood, unparsed } = understand(text, vocabulary);
      RequirementInput.parse(input);
      for (const phrase of [...understood.map((entry) => entry.text), ...unparsed])
        if (!text.includes(phrase) && !phrase.startsWith("everything after")) throw new Error(`Made up: ${phrase}`);
    },
  }),
  kind({
    name: "follow-ups",
    perThousand: 200,
    arbitrary: anyText,
    check(text) {
      const { requirement } = earlier;
      const { intent, changes } = followUp(requirement, text, vocabulary, { ranked: ["doks", "eks"] });
      if (intent !== "what-if" && Object.keys(changes).length > 0) throw new Error(`${intent} changes something`);
      orRefused(() => parseRequirement({ ...requirement, ...changes }));
      hearing(text, earlier, vocabulary);
    },
  }),
  kind({
    name: "prices",
    perThousand: 200,
    arbitrary: anyText,
    check(text) {
      for (const item of understandPriceQuery(text, vocabulary).items)
        if ("count" in item && !(Number(item.count) > 0)) throw new Error(`A count of ${item.count}`);
    },
  }),
  kind({
    name: "requirements",
    perThousand: 2,
    arbitrary: anyRequirement,
    check(asked) {
      const estimate = orRefused(() => estimateFor(asked));
      if (estimate === null) return;
      for (const { bill } of estimate.ranking) {
        const cents = (amount: number) => Math.round(amount * 100);
        const sum = bill.lines.reduce((total, { cost }) => total + cents(cost), 0);
        if (sum !== cents(bill.total)) throw new Error(`Lines add up to ${sum}, not to ${cents(bill.total)}`);
      }
      const { length } = textOf(recommendationCard(estimate, names, { shared: true, steps: [] }));
      if (length > MOST_CARD_TEXT) throw new Error(`A card of ${length} characters`);
    },
  }),
  kind({
    name: "files",
    perThousand: 20,
    arbitrary: anyFile,
    check(text) {
      const read = orRefused(() => readFiles([{ name: "", text }]));
      if (read !== null) orRefused(() => parseRequirement(read.input));
    },
  }),
  kind({
    name: "payloads",
    perThousand: 200,
    arbitrary: fc.constantFrom(...payloads).chain(mutated),
    check(body) {
      const hearers: (() => unknown)[] = [
        () => hearCommand(body),
        () => hearPress(body),
        () => hearShortcut(body),
        () => hearSubmission(body, (sealed) => sealed),
        () => hearMessage(body, "UBOT", 0),
        () => hearHome(body),
        () => parseDiscord(Interaction.parse(body)),
      ];
      for (const hear of hearers) orUnread(hear);
    },
  }),
];

/** What was asked, or null where it is refused in words. */
function orRefused<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

/** A payload may be of no shape that we know, which is let go; nothing else may be wrong with it. */
function orUnread(hear: () => unknown): void {
  try {
    hear();
  } catch (error) {
    if (!(error instanceof z.ZodError) && !(error instanceof UserError)) throw error;
  }
}
