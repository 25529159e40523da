import { describe, expect, it } from "vitest";
import { languageOf } from "../../../src/language/text/language.ts";
import { tokenize } from "../../../src/language/text/tokens.ts";
import { readCorpus } from "../corpus.ts";

const language = (text: string) => languageOf(tokenize(text)).language;

/** The only German of the English corpus: half a sentence, and a question. */
const MIXED = ["nine workers à 4 cores und 16 GB", "wieviel kostet ccx13 falkenstein"];

describe("the language of a text", () => {
  it("is English for everything the English corpus says", () => {
    const others = readCorpus("train").filter(({ text }) => language(text) !== "en");
    expect(others.map(({ text }) => text).filter((text) => !MIXED.includes(text))).toEqual([]);
  });

  it.each(["de", "fr", "es", "ja"] as const)("is %s for everything the corpus of that language says", (each) => {
    const others = readCorpus(`train.${each}`).filter(({ text }) => language(text) !== each);
    expect(others.map(({ text }) => text)).toEqual([]);
  });

  it.each(["", "AWS", "3 services, 99.95 %, eks", "MVP, Frankfurt, 2 devs", "t3.medium x3", "in"])(
    "is English for %j, which tells none",
    (text) => {
      expect(language(text)).toBe("en");
    },
  );
});
