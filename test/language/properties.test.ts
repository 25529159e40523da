import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseRequirement } from "../../src/core/question/parse-requirement.ts";
import { REQUIREMENT_KEYS, RequirementInput } from "../../src/core/question/requirement.ts";
import { followUp } from "../../src/language/follow-up.ts";
import { understandPriceQuery } from "../../src/language/price-query.ts";
import { amountAt } from "../../src/language/text/numbers.ts";
import { tokenize } from "../../src/language/text/tokens.ts";
import { MOST_CHARACTERS, understand } from "../../src/language/understand.ts";
import { vocabulary } from "./vocabulary.fixture.ts";

/** Words that mean something here, and some that mean nothing, in any order: far more likely to meet than random letters. */
const SCRAPS =
  "no not without never is are on in to from at for per a an the of and or but with we our my us i k8s kubernetes new know experience expert beginner solo team six two dozen hundred 3 5 40 99 99.9 0 1.200,50 1.2k 250m $ € £ USD euros / % , . ? ! - + x ( ) : = month year hour day budget max under between spend fee costs bill pay downtime labour engineers devops devs people services microservices pods replicas nodes t3.medium m7i.lage cx23 vcpu cpu gb tb mb ram egress disk storage logs load balancer nat aws amazon azure gcp eks gke doks hetzner k3s fargate autopilot compose desktop frankfurt eu-central-1 US us nyc gpu windows hipaa spot committed reserved years nines uptime sla demo mvp production cheapest control backups credit used clusters extended support why compare undo vote decide because what if double half more less thanks 🚀 ünïcödé constructor __proto__ toString".split(
    " ",
  );
/** Words that are a share of the machines: "half on spot". */
const SHARES = new Set(["all", "everything", "entirely", "half"]);
const sentence = fc.array(fc.constantFrom(...SCRAPS), { maxLength: 40 }).map((words) => words.join(" "));
const glued = fc.array(fc.constantFrom(...SCRAPS), { maxLength: 30 }).map((words) => words.join(""));
const anything = fc.oneof(
  sentence,
  sentence,
  glued,
  fc.string({ maxLength: 300 }),
  fc.string({ unit: "binary", maxLength: 200 }),
);
const RUNS = { numRuns: 1500 };
const earlier = parseRequirement({
  budgetUsd: 200,
  features: ["gpu"],
  workload: { nodes: 3, instanceType: "t3.medium" },
}).requirement;

describe("any text", () => {
  it("is understood without throwing, into what a requirement may hold", () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(RequirementInput.safeParse(understand(text, vocabulary).input).success).toBe(true);
      }),
      RUNS,
    );
  });

  it("gives phrases that stand in it, word for word", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { understood, unparsed, claims } = understand(text, vocabulary);
        for (const phrase of [...understood, ...claims].map((entry) => entry.text).concat(unparsed)) {
          expect(phrase).not.toBe("");
          expect(text).toContain(phrase);
        }
      }),
      RUNS,
    );
  });

  it("has a phrase behind every key it sets", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { input, understood } = understand(text, vocabulary);
        const keys = new Set(understood.map(({ key }) => key));
        for (const key of Object.keys(input)) expect(keys).toContain(key);
        for (const key of keys) expect([...REQUIREMENT_KEYS, "asked"]).toContain(key);
      }),
      RUNS,
    );
  });

  it("says the same each time", () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(understand(text, vocabulary)).toEqual(understand(text, vocabulary));
      }),
      {
        numRuns: 300,
      },
    );
  });

  it("sets no number without a figure or a number word", () => {
    const numberless = anything.filter((text) => {
      const tokens = tokenize(text);
      return !tokens.some(
        (token, at) => /\d/.test(token.word) || amountAt(tokens, at) !== null || SHARES.has(token.word),
      );
    });
    fc.assert(
      fc.property(numberless, (text) => {
        const { input } = understand(text, vocabulary);
        for (const key of ["budgetUsd", "uptimePercent", "clusters", "spotPercent", "labourRateUsd"] as const) {
          expect(input[key] ?? undefined).toBeUndefined(); // null: none is wanted
        }
      }),
      RUNS,
    );
  });

  it("leaves no known key unsaid as a question and set at once", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { input, questions } = understand(text, vocabulary);
        if (questions.some((question) => question.endsWith("what is the budget a month?"))) {
          expect(input.budgetUsd).toBeUndefined();
        }
      }),
      RUNS,
    );
  });

  it("is read as a follow-up whose changes give a valid requirement", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { intent, changes } = followUp(earlier, text, vocabulary, { ranked: ["doks", "eks"] });
        if (intent !== "what-if") expect(changes).toEqual({});
        expect(() => parseRequirement({ ...earlier, ...changes })).not.toThrow();
      }),
      RUNS,
    );
  });

  it("is read as a price question with whole amounts that make sense", () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const item of understandPriceQuery(text, vocabulary).items) {
          if ("count" in item) expect(item.count).toBeGreaterThan(0);
        }
      }),
      RUNS,
    );
  });
});

describe("a long text", () => {
  it("is cut, and the answer says so", () => {
    const text = `budget 50. ${"x ".repeat(MOST_CHARACTERS)} 5 engineers`;
    const { input, unparsed } = understand(text, vocabulary);
    expect(input).toEqual({ budgetUsd: 50 });
    expect(unparsed).toContain(`everything after the first ${MOST_CHARACTERS} characters`);
  });
});
