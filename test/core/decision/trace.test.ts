import { describe, expect, it } from "vitest";
import { consider } from "../../../src/core/decision/consider.ts";
import { GATES } from "../../../src/core/decision/rules/gates.ts";
import { traceOf } from "../../../src/core/decision/trace.ts";
import type { RequirementInput } from "../../../src/core/question/requirement.ts";
import { adviceOn, today } from "../real-catalog.ts";

function traced(asked: RequirementInput) {
  const advice = adviceOn(asked);
  return { advice, trace: traceOf({ ...advice, id: "any" }, today), considered: consider(advice.requirement, today) };
}

describe("the trace of an answer", () => {
  const { advice, trace, considered } = traced({ purpose: "mvp", engineers: 2, budgetUsd: 300 });

  it("says what weighs and why", () => {
    expect(trace).toMatch(/^Weighing cost, then operations: a small team has neither money nor hours to spare\.\n/);
  });

  it("names every gate with its source, in the order they are tried", () => {
    const at = GATES.map(({ id, source }) => {
      expect(trace).toContain(source);
      return trace.indexOf(`\n  ${id}: `);
    });
    expect(at.every((position) => position > 0)).toBe(true);
    expect(at).toEqual([...at].sort((a, b) => a - b));
  });

  it("names everything ruled out, by which rule and why", () => {
    expect(advice.rejected.length).toBeGreaterThan(0);
    for (const { platform, tier, rule, reason } of advice.rejected)
      expect(trace).toContain(`  ${platform}/${tier} by ${rule}: ${reason}`);
  });

  it("names every plan that was priced, with what decided it and the parts of its bill", () => {
    for (const { candidate, plan } of considered.priced)
      expect(trace).toContain(
        `  ${candidate.platform.id}/${candidate.tier.id} in ${candidate.region.id}: `.concat(
          plan.pools.length === 0 ? `${plan.pods} billed pods` : "",
        ),
      );
    expect(trace).toContain(
      "  doks/basic in nyc3: 2 × s-2vcpu-4gb, minimum decides; 62.50 USD = nodes 48.00 + storage 2.00 + load-balancers 12.00 + logs 0.50",
    );
  });

  it("names the weight of everything ranked, by its parts, the least first", () => {
    // twice 62.50, one and a half times 4.17 h at 100: 125 + 625.50
    expect(trace).toContain("  1. doks: cost 62.50 × 2 + operations 417.00 × 1.5 + ");
    expect(trace).toContain("= 750.5\n");
    for (const { platform, rank } of advice.ranking) expect(trace).toContain(`\n  ${rank}. ${platform}: cost `);
  });

  it("names the warnings that fired, of what is ranked alone", () => {
    const fired = trace.slice(trace.indexOf("Warnings that fired:")).split("\n").slice(1);
    expect(fired.length).toBeGreaterThan(0);
    const ranked = advice.ranking.map(({ platform }) => platform);
    for (const warning of fired) expect(ranked).toContain(warning.trim().split(":")[0]);
  });
});
