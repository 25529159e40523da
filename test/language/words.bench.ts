import { bench, describe } from "vitest";
import { parseRequirement } from "../../src/core/question/parse-requirement.ts";
import { followUp } from "../../src/language/follow-up.ts";
import { type Names, vocabularyOf } from "../../src/language/lexicon/vocabulary.ts";
import { understandPriceQuery } from "../../src/language/price-query.ts";
import { understand } from "../../src/language/understand.ts";
import { names } from "./vocabulary.fixture.ts";

/** As many machine names as a full catalog has, so that misspelt ones are compared with as many. */
const MACHINES = 4000;
const many: Names = {
  ...names,
  instanceTypes: [
    ...names.instanceTypes,
    ...Array.from({ length: MACHINES }, (_, i) => ({
      id: `${"abcdefghij"[i % 10]}${i % 97}x.size${i}`,
      provider: "aws",
    })),
  ],
};
const vocabulary = vocabularyOf(many);
const QUESTION =
  "My company has 5 DevOps engineers and we're running 40 services on AWS EKS in frankfrut. The EKS control plane fee alone is $72/month per cluster, and we have 3 clusters with 12 m5.xlagre nodes. Should we migrate to Hetzner + K3s to save money? We need 99.95% uptime, no GPU, HIPAA, about 5 TB egress and 200 gb disk, 3 years committed is fine, 70% spot. Budget is between 2000 and 3000 € a month, our time is 80 an hour. What factors should we consider before we decide anything at all, please? Thanks".slice(
    0,
    500,
  );
/** The worst words: each looks like a misspelt machine. */
const GUESSES = Array.from({ length: 50 }, (_, i) => `a${i}x.size${i}q`)
  .join(" ")
  .slice(0, 500);
const LONG = `${QUESTION} `.repeat(8).slice(0, 4000);
const earlier = parseRequirement({}).requirement;
const context = { ranked: ["doks", "eks"] };

describe("words", () => {
  bench("free text of 500 characters", () => void understand(QUESTION, vocabulary));
  bench("500 characters of misspelt machines", () => void understand(GUESSES, vocabulary));
  bench("free text of 4,000 characters", () => void understand(LONG, vocabulary));
  bench("a follow-up", () => void followUp(earlier, "what if the budget is 100 and without GPU", vocabulary, context));
  bench("a price question", () => void understandPriceQuery("m7i.lage x3 franfurt per year", vocabulary));
  bench("an unknown machine", () => void understandPriceQuery("m7i.superlarge", vocabulary));
  bench("the vocabulary of a full catalog", () => void vocabularyOf(many));
});
