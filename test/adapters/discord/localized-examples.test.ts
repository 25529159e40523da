import { describe, expect, it } from "vitest";
import { ADVISE, commands } from "../../../src/adapters/discord/commands.ts";
import { understand } from "../../../src/language/understand.ts";
import { vocabulary } from "../../language/vocabulary.fixture.ts";

interface Described {
  name: string;
  description_localizations?: Partial<Record<string, string | null>> | null;
  options?: readonly Described[];
}

/** What a description gives as an example: the words after its colon. */
const exampleOf = (description: string) => description.slice(description.search(/[:：]/) + 1).trim();

describe("the example beside the question", () => {
  const advise = (commands("guild") as Described[]).find(({ name }) => name === ADVISE);
  const question = advise?.options?.find(({ name }) => name === "question");
  const examples = Object.entries(question?.description_localizations ?? {}).map(
    ([locale, description]) => [locale, exampleOf(description ?? "")] as const,
  );
  const english = understand("40 services, 5 engineers, on AWS, 99.95 %, Frankfurt", vocabulary).input;

  it("is there in every language", () => {
    expect(examples.map(([locale]) => locale)).toEqual(["en-US", "de", "es-ES", "fr", "ja"]);
    expect(english).toMatchObject({ engineers: 5, existingCloud: "aws", uptimePercent: 99.95, region: "eu-central" });
  });

  it.each(examples)("is read in %s as in English: %s", (_, example) => {
    expect(understand(example, vocabulary).input).toEqual(english);
  });
});
