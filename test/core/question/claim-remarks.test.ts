import { describe, expect, it } from "vitest";
import type { Claim } from "../../../src/core/question/claim-remarks.ts";
import { claimRemarks } from "../../../src/core/question/claim-remarks.ts";
import { parseRequirement } from "../../../src/core/question/parse-requirement.ts";
import type { RequirementInput } from "../../../src/core/question/requirement.ts";
import { today } from "../real-catalog.ts";

const quoted = (changes: Partial<Claim>): Claim => ({
  text: "3 x 72",
  kind: "control-plane",
  amountUsd: 72,
  period: "month",
  platforms: ["eks"],
  ...changes,
});
const remarksOn = (changes: Partial<Claim>, asked: RequirementInput = {}) =>
  claimRemarks([quoted(changes)], parseRequirement(asked).requirement, today.book);

describe("a fee that somebody quoted", () => {
  it("is set right by hours times price, for one cluster and for all", () => {
    // 0.10 × 730 = 73, three times 219
    expect(remarksOn({}, { clusters: 3 })).toEqual([
      "You quoted 72.00 USD a month: the fee of Amazon EKS is 0.10 USD an hour × 730 h = 73.00 USD, 219.00 USD for 3 clusters.",
    ]);
  });

  it("is confirmed where it is right", () => {
    expect(remarksOn({ amountUsd: 73 })).toEqual([
      "You quoted 73.00 USD a month, and that is right: the fee of Amazon EKS is 0.10 USD an hour × 730 h = 73.00 USD.",
    ]);
  });

  it.each([
    ["hour", 0.1, "0.10 USD an hour × 1 h = 0.10 USD"],
    ["year", 876, "0.10 USD an hour × 8,760 h = 876.00 USD"], // 12 × 73
  ] as const)("is compared in the period it was quoted for: a %s", (period, amountUsd, expected) => {
    const [remark] = remarksOn({ period, amountUsd });
    expect(remark).toContain("and that is right");
    expect(remark).toContain(expected);
  });

  it("is about what runs where no platform was named", () => {
    expect(remarksOn({ platforms: [] }, { running: "eks" })[0]).toContain("the fee of Amazon EKS");
    expect(remarksOn({ platforms: [] })).toEqual([]);
  });

  it.each<[string, Partial<Claim>]>([
    ["of another kind", { kind: "bill" }],
    ["without a period", { period: null }],
    ["of a platform nobody knows", { platforms: ["openshift"] }],
    ["of a platform without a fee by the hour", { platforms: ["doks"] }],
    ["of one without a provider", { platforms: ["docker-desktop"] }],
  ])("is left alone %s", (_what, changes) => {
    expect(remarksOn(changes)).toEqual([]);
  });
});
