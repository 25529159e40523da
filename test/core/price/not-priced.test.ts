import { describe, expect, it } from "vitest";
import { answerPrice } from "../../../src/core/price/answer.ts";
import { NOT_PRICED, notPricedIn, notPricedSentence } from "../../../src/core/price/not-priced.ts";
import { namesIn, vocabularyOf } from "../../../src/language/lexicon/vocabulary.ts";
import { understandPriceQuery } from "../../../src/language/price-query.ts";
import { catalogData, TODAY, today } from "../real-catalog.ts";

const vocabulary = vocabularyOf(namesIn(catalogData, TODAY));
const priceOf = (typed: string) => answerPrice(typed, understandPriceQuery(typed, vocabulary), today);

describe("What has no price here", () => {
  it.each([
    ["cost of S3 for 2 TB", ["S3"]],
    ["where to host a Minecraft server", ["Minecraft"]],
    ["OpenShift with RDS", ["RDS", "OpenShift"]],
    ["a lambdas3 thing", []],
  ])("is found in “%s”", (text, names) => {
    expect(notPricedIn(text).map(({ name }) => name)).toEqual(names);
  });

  it("is named in the answer to a price question, with the nearest that has a price", () => {
    const answer = priceOf("s3 storage 500 gb");
    expect(answer.results).toEqual([]);
    expect(answer.warnings.join()).toContain("s3 (object storage) has no price here");
    expect(answer.suggestions).toEqual(["100 gb disk"]);
  });

  it("is said in one sentence where nothing stands near it", () => {
    const [queue] = notPricedIn("sqs");
    expect(queue && notPricedSentence(queue)).toBe(
      "sqs (a service beside the cluster, billed by use) has no price here.",
    );
  });

  it.each(NOT_PRICED.flatMap(({ nearest }) => nearest?.query ?? []))("has a nearest with a price: %s", (query) => {
    expect(priceOf(query).results.length).toBeGreaterThan(0);
  });
});
