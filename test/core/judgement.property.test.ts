import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Advice, adviseWithoutFlips } from "../../src/core/decision/advise.ts";
import { parseRequirement } from "../../src/core/question/parse-requirement.ts";
import type { RequirementInput } from "../../src/core/question/requirement.ts";
import { catalogData, today } from "./real-catalog.ts";
import { anyRequirement } from "./requirements.ts";

const adviceOn = (asked: RequirementInput): Advice => adviseWithoutFlips(parseRequirement(asked), today);
const platformsIn = ({ ranking }: Advice) => ranking.map(({ platform }) => platform);

/** Questions that can be answered: of places and GPUs that exist, in USD. */
const asked = anyRequirement.map((each) => ({
  ...each,
  region: "eu-central",
  gpuModel: null,
  currency: "USD" as const,
}));
const SOME = { numRuns: 25 };

describe("Whatever is asked", () => {
  it("what is left out is never ranked, not even where it runs", () => {
    const ids = fc.constantFrom("doks", "eks", "aws", "gcp", "hetzner-k3s");
    fc.assert(
      fc.property(asked, ids, (each, left) => {
        const refused = catalogData.platforms.filter(({ id, provider }) => id === left || provider === left);
        const ranked = platformsIn(adviceOn({ ...each, excluded: [left] }));
        for (const { id } of refused.filter(({ kind }) => kind !== "machine")) expect(ranked).not.toContain(id);
      }),
      SOME,
    );
  });

  it("what runs and can be planned and priced is ranked, whatever the budget, the uptime or the needs", () => {
    const wishes = fc.record({
      budgetUsd: fc.constantFrom(0, 30, 500),
      uptimePercent: fc.constantFrom(99, 99.9, 99.99),
      features: fc.subarray<"eu-sovereignty" | "fedramp">(["eu-sovereignty", "fedramp"]),
      services: fc.integer({ min: 1, max: 60 }),
    });
    const running = fc.constantFrom("eks", "doks", "hetzner-k3s", "gke-autopilot", "aks");
    fc.assert(
      fc.property(wishes, running, ({ services, ...wish }, platform) => {
        const ranked = platformsIn(
          adviceOn({ ...wish, running: platform, workload: { services }, region: "eu-central" }),
        );
        expect(ranked).toContain(platform);
      }),
      SOME,
    );
  });

  it("a larger budget keeps every cluster that a smaller one paid for", () => {
    fc.assert(
      fc.property(asked, fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 1, max: 2000 }), (each, budget, more) => {
        const paid = (budgetUsd: number) =>
          adviceOn({ ...each, budgetUsd, priorities: ["cost"] })
            .ranking.filter(({ bill }) => bill.total <= budgetUsd * (1 + today.book.policy.budget.tolerance))
            .map(({ platform }) => platform)
            .filter((id) => catalogData.platforms.every((other) => other.id !== id || other.kind !== "machine"));
        expect(paid(budget + more)).toEqual(expect.arrayContaining(paid(budget)));
      }),
      SOME,
    );
  });

  it("from 99.9 % up nothing is ranked that promises less, but what runs", () => {
    fc.assert(
      fc.property(asked, fc.constantFrom(99.9, 99.95), (each, uptimePercent) => {
        const { ranking } = adviceOn({ ...each, uptimePercent, running: null });
        for (const { sla } of ranking) expect(sla?.percent ?? 0).toBeGreaterThanOrEqual(uptimePercent);
      }),
      SOME,
    );
  });

  it("more uptime never brings one machine further up", () => {
    const rankOfMachine = (each: RequirementInput) => {
      const { ranking } = adviceOn({ ...each, running: null });
      const at = ranking.findIndex(({ platform }) =>
        catalogData.platforms.some(({ id, kind }) => id === platform && kind === "machine"),
      );
      return at < 0 ? Number.POSITIVE_INFINITY : at;
    };
    fc.assert(
      fc.property(asked, fc.constantFrom(99.5, 99.9, 99.99), (each, uptimePercent) => {
        const [free, bound] = [null, uptimePercent].map((percent) =>
          rankOfMachine({ ...each, uptimePercent: percent }),
        );
        expect(bound).toBeGreaterThanOrEqual(free ?? 0);
      }),
      SOME,
    );
  });

  it("the order in which keys are said changes nothing", () => {
    fc.assert(
      fc.property(asked, (each) => {
        const turned = Object.fromEntries(Object.entries(each).reverse()) as RequirementInput;
        expect(adviceOn(turned)).toEqual(adviceOn(each));
      }),
      SOME,
    );
  });
});
