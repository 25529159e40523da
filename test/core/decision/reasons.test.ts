import { describe, expect, it } from "vitest";
import { consider } from "../../../src/core/decision/consider.ts";
import { rankReasons, verdictReason } from "../../../src/core/decision/reasons.ts";
import { parseRequirement } from "../../../src/core/question/parse-requirement.ts";
import type { RequirementInput } from "../../../src/core/question/requirement.ts";
import { today } from "../real-catalog.ts";

const considered = (asked: RequirementInput, only: string[] = []) =>
  consider(parseRequirement({ ...asked, only }).requirement, today);

describe("the reason of a verdict", () => {
  it("names the bill, the work and how far the next one is", () => {
    // DOKS at 87.70 and 4.17 h of work; EKS at 267.19 and 8.5 h: 179.49 and 433 more
    expect(verdictReason(considered({}, ["doks", "eks"]))).toBe(
      "DigitalOcean Kubernetes is the best for cost and operations: it costs 87.70 USD a month and about 417 USD of work; next is Amazon EKS, 179.49 USD more on the bill and about 433 USD more of work a month.",
    );
  });

  it("says what an uptime target allows", () => {
    // 1 % of 43,800 minutes
    expect(verdictReason(considered({ uptimePercent: 99 }))).toContain(
      "Your target of 99 % allows 438 minutes (7.3 hours) down a month.",
    );
  });

  it("says to stay where that is best", () => {
    expect(verdictReason(considered({ running: "eks", existingCloud: "aws" }, ["eks", "aks"]))).toContain(
      "and it is what you run today, so stay",
    );
  });

  it("says that nothing fits, or that nothing stays within the budget", () => {
    expect(verdictReason(considered({}, ["docker-desktop"]))).toBe(
      "Nothing fits: the one platform looked at was ruled out.",
    );
    expect(verdictReason(considered({}, ["docker-desktop", "ovh-mks"]))).toBe(
      "Nothing fits: 2 platforms were looked at and each was ruled out.", // OVHcloud has no region in us-east
    );
    expect(verdictReason(considered({ budgetUsd: 5 }, ["eks"]))).toMatch(
      /^Nothing stays within your budget\. Amazon EKS is the nearest for /,
    );
  });
});

it("marks a winner that is a little over the budget, and names no other for it", () => {
  // DOKS bills 62.50 for this: 2.50 over 60, and 4 % of it.
  const reason = verdictReason(considered({ purpose: "mvp", budgetUsd: 60 }, ["doks"]));
  expect(reason).toContain("it costs 62.50 USD a month (2.50 USD over your budget)");
});

describe("the reason of a rank", () => {
  it("is one for each, in their order", () => {
    const all = considered({});
    expect(rankReasons(all)).toHaveLength(all.ranked.length);
    for (const reason of rankReasons(all)) expect(reason).toMatch(/\S/);
  });

  it("is the months a move takes to pay back, for whoever is best off staying", () => {
    const [, other] = rankReasons(considered({ running: "eks", existingCloud: "aws" }, ["eks", "aks"]));
    expect(other).toContain("Moving costs about");
  });

  it("is the hourly rate at which a smaller bill pays for more work", () => {
    // Civo bills 84.27, 3.43 less than DOKS, and takes 4.5 h and 10 / 12 = 0.83: 5.33 h, 1.16 more. 3.43 / 1.16 = 2.957
    const [, civo] = rankReasons(considered({}, ["doks", "civo"]));
    expect(civo).toContain("The saving pays for the work only where an hour costs less than 2.96 USD.");
  });
});
