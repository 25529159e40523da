import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { CURRENCIES } from "../../src/core/question/choices.ts";
import { type Annotation, Meanings, readAnnotated } from "./annotation.ts";

/** What words about an earlier answer can want. */
const INTENTS = [
  "what-if",
  "why-not",
  "compare",
  "breakdown",
  "decide",
  "vote",
  "unvote",
  "votes",
  "undo",
  "help",
  "price",
  "explain",
  "none",
] as const;

const shared = {
  /** Annotated: see `readAnnotated`. */
  text: z.string().min(3),
  /** Each stands in the answer, in any case. */
  says: z.array(z.string()).optional(),
  /** None stands in the answer. */
  never: z.array(z.string()).optional(),
};
/** Keys that may hold any value, though the words do not settle it. */
const free = z.array(Meanings.keyof()).optional();
const Advise = z.strictObject({ ...shared, free, verdict: z.string().optional() });
const FollowUp = z.strictObject({
  ...shared,
  free,
  given: z.string().default("3 services, 2 engineers, 100 a month, us-east"),
  intent: z.union([z.enum(INTENTS), z.array(z.enum(INTENTS)).min(2)]),
  platforms: z.array(z.string()).optional(),
});
const Price = z.strictObject({
  ...shared,
  /** In `currency`, for the period asked about; null where no figure may stand there without a word. */
  cost: z.number().nullable().optional(),
  unitPrice: z.number().optional(),
  currency: z.enum(CURRENCIES).default("USD"),
  /** Costs of a provider among several, by its id. */
  costs: z.record(z.string(), z.number()).optional(),
});

/** A list of utterances: plain text where only annotations matter. */
const listOf = <T extends z.ZodType>(item: T) =>
  z.array(z.preprocess((each) => (typeof each === "string" ? { text: each } : each), item)).default([]);
const Corpus = z.strictObject({ advise: listOf(Advise), followup: listOf(FollowUp), price: listOf(Price) });

interface Common {
  /** Made of its words: it stays while others come and go. */
  id: string;
  text: string;
  annotations: Annotation[];
}
export type AdviseUtterance = Omit<z.infer<typeof Advise>, "text"> & Common & { kind: "advise" };
export type FollowUpUtterance = Omit<z.infer<typeof FollowUp>, "text"> & Common & { kind: "followup" };
export type PriceUtterance = Omit<z.infer<typeof Price>, "text"> & Common & { kind: "price" };
export type Utterance = AdviseUtterance | FollowUpUtterance | PriceUtterance;

/** The corpora, in the order they are reported. */
export const CORPORA = [
  "train",
  "train.de",
  "train.fr",
  "train.es",
  "train.ja",
  "held-out",
  "held-out.de",
  "held-out.fr",
  "held-out.es",
  "held-out.ja",
] as const;
export type CorpusName = (typeof CORPORA)[number];

/** Every utterance of a corpus. @throws for a file that does not keep to the schema. */
export function readCorpus(name: CorpusName): Utterance[] {
  const file = new URL(`corpus/${name}.yaml`, import.meta.url);
  const { advise, followup, price } = Corpus.parse(parse(readFileSync(file, "utf8")));
  return [
    ...advise.map((each) => ({ ...each, ...common(each.text, ""), kind: "advise" as const })),
    ...followup.map((each) => ({ ...each, ...common(each.text, each.given), kind: "followup" as const })),
    ...price.map((each) => ({ ...each, ...common(each.text, ""), kind: "price" as const })),
  ];
}

function common(annotated: string, given: string): Common {
  const id = createHash("sha256").update(`${given}\n${annotated}`).digest("hex").slice(0, 8);
  return { id, ...readAnnotated(annotated) };
}
