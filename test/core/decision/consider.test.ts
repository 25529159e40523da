import { describe, expect, it } from "vitest";
import { isGpuModel } from "../../../src/core/catalog/gpu-model.ts";
import { consider } from "../../../src/core/decision/consider.ts";
import { uncommittedPrice } from "../../../src/core/decision/rules/uncommitted-price.ts";
import { parseRequirement } from "../../../src/core/question/parse-requirement.ts";
import type { RequirementInput } from "../../../src/core/question/requirement.ts";
import { today } from "../real-catalog.ts";

const answerTo = (asked: RequirementInput) => {
  const { requirement, assumed } = parseRequirement(asked);
  const { ranked, rejected } = consider(requirement, today, { assumed });
  return { order: ranked.map(({ priced }) => priced.candidate.platform.id), rejected, ranked };
};

describe("what runs today", () => {
  it.each([
    ["is over the budget", { running: "eks", existingCloud: "aws", budgetUsd: 50 }],
    ["promises less than the target", { running: "doks", existingCloud: "digitalocean", uptimePercent: 99.99 }],
    [
      "wants skill that nobody said they have",
      { running: "hetzner-k3s", existingCloud: "hetzner", region: "eu-central" },
    ],
  ] as const)("is ranked though it %s", (_, asked) => {
    expect(answerTo(asked).order).toContain(asked.running);
  });
});

describe("who names machines", () => {
  const nodes = { nodes: 3, vcpu: 2, memoryGiB: 4 };

  it("gets a platform that has them, whatever pods would cost", () => {
    const { ranked } = answerTo({ workload: nodes, purpose: "demo" });
    const kinds = ranked.map(({ priced }) => priced.candidate.platform.compute.kind);
    expect(kinds).toContain("pods");
    expect(kinds.lastIndexOf("nodes")).toBeLessThan(kinds.indexOf("pods"));
  });

  it("keeps Autopilot where it runs already", () => {
    const { order } = answerTo({ workload: nodes, purpose: "demo", running: "gke-autopilot", existingCloud: "gcp" });
    expect(order[0]).toBe("gke-autopilot");
  });
});

describe("a budget", () => {
  // The cheapest of EKS's tiers bills the same whatever the budget: 15 % of it on either side decides.
  const eksAt = (budgetUsd: number | null) =>
    answerTo({
      existingCloud: "aws",
      engineers: 5,
      kubernetesExperience: "expert",
      workload: { services: 40 },
      budgetUsd,
    });
  const bill = eksAt(null).ranked.find(({ priced }) => priced.candidate.platform.id === "eks")?.priced.bill.total ?? 0;

  it("is met within 15 %, and broken beyond", () => {
    expect(eksAt(Math.ceil(bill / 1.15)).order).toContain("eks");
    const beyond = eksAt(Math.floor(bill / 1.15) - 1);
    expect(beyond.rejected.find(({ platform }) => platform === "eks")?.rule).toBe("over-budget");
  });

  it("never ranks fewer platforms for more money", () => {
    const counts = [600, 1_000, 2_000, 5_000].map((budget) => eksAt(budget).order.length); // some platform bills less than 600
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
  });
});

describe("a target", () => {
  it.each([null, 99, 99.5, 99.9, 99.95, 99.99])(
    "of %s %% never leaves one machine to win where a higher one would not",
    (from) => {
      const asked = { purpose: "production", kubernetesExperience: "none", workload: { services: 2 } } as const;
      const targets = [null, 99, 99.5, 99.9, 99.95, 99.99];
      const winners = targets
        .slice(targets.indexOf(from))
        .map((uptimePercent) => answerTo({ ...asked, uptimePercent }).order[0]);
      const first = winners.findIndex((id) => id !== "not-kubernetes");
      expect(first === -1 ? [] : winners.slice(first)).not.toContain("not-kubernetes");
    },
  );
});

describe("what somebody wants to hear nothing of", () => {
  it("is ruled out with that reason, by its own name or its provider's", () => {
    const { order, rejected } = answerTo({ excluded: ["aws", "doks"] });
    expect(order).not.toContain("eks");
    expect(
      rejected
        .filter(({ rule }) => rule === "left-out")
        .map(({ platform }) => platform)
        .sort(),
    ).toEqual(["doks", "eks", "eks-fargate"]);
  });

  it("is ruled out though it runs today: whoever leaves it wants another", () => {
    expect(answerTo({ running: "eks", existingCloud: "aws", excluded: ["aws"] }).order).not.toContain("eks");
  });

  it("is all but what they want alone, and nobody is told of the rest", () => {
    const { order, rejected } = answerTo({ only: ["aks", "digitalocean"], kubernetesExperience: "intermediate" });
    expect([...order].sort()).toEqual(["aks", "doks"]);
    expect(rejected.map(({ platform }) => platform)).toEqual(["not-kubernetes"]);
  });

  it("is refused where no such platform or provider exists", () => {
    expect(() => answerTo({ only: ["linode"] })).toThrow('"linode" is no platform the catalog knows.');
  });
});

describe("a commitment that was asked for", () => {
  const nodes = { nodes: 3, vcpu: 2, memoryGiB: 8 };

  it("is left out of the comparison while one that is ranked has no rates, and is priced beside it", () => {
    const { ranked } = answerTo({ workload: nodes, commitment: "3y" });
    expect(ranked.map(({ priced }) => priced.candidate.uncompared)).toEqual(ranked.map(() => "3y"));
    for (const { priced } of ranked)
      expect(priced.bill.lines.some(({ description }) => description.includes("committed"))).toBe(false);
    const gke = ranked.find(({ priced }) => priced.candidate.platform.id === "gke-zonal");
    expect(gke && uncommittedPrice.says(gke.priced)).toMatch(
      /^Not all that is ranked has 3-year rates here, so all are compared on demand\. Committed, this bill would be /,
    );
  });

  it("counts where all that is ranked has rates or sells no commitment", () => {
    const { ranked } = answerTo({ workload: nodes, commitment: "3y", only: ["gke-zonal", "doks"] });
    expect(ranked.map(({ priced }) => priced.candidate.uncompared)).toEqual(["none", "none"]);
  });
});

describe("a GPU that is named", () => {
  const tuning = { pods: [{ name: "tune", replicas: 4, gpus: 1 }] };
  const cards = (asked: RequirementInput) =>
    answerTo({ purpose: "mvp", ...asked }).ranked.map(({ priced: { plan } }) =>
      plan.pools.flatMap(({ machine, count }) => Array(count * machine.gpus).fill(machine.gpuModel)),
    );

  it.each(["H100", "A100 80GB", "L4", "T4"])("is in every plan that is ranked, four times: %s", (gpuModel) => {
    const plans = cards({ workload: tuning, gpuModel });
    expect(plans.length).toBeGreaterThan(0);
    for (const plan of plans) {
      expect(plan.length).toBeGreaterThanOrEqual(4);
      for (const card of plan) expect(isGpuModel(card, gpuModel)).toBe(true);
    }
  });

  it("rules out, with that reason, who has no price for it", () => {
    const { rejected, order } = answerTo({ purpose: "mvp", workload: tuning, gpuModel: "MI300X" });
    expect(rejected.find(({ platform }) => platform === "eks")).toMatchObject({
      rule: "no-gpu",
      reason: "No machine with enough MI300Xs is priced in us-east-1.",
    });
    expect(order).not.toContain("gke-autopilot"); // its pods with a GPU have no price
  });

  it("is in each of the machines asked for, and in no pod billed as if it had none", () => {
    const two = { purpose: "mvp", workload: { nodes: 2, vcpu: 4, memoryGiB: 16 }, gpuModel: "A100" } as const;
    for (const plan of cards(two)) expect(plan.length).toBeGreaterThanOrEqual(2);
    const named = answerTo({ purpose: "mvp", workload: { nodes: 2, instanceType: "g4dn.xlarge" } });
    expect(named.order).toContain("eks");
    expect(named.order).not.toContain("gke-autopilot");
  });

  it("is asked for again where the catalog has no such card", () => {
    expect(() => answerTo({ gpuModel: "Voodoo 2" })).toThrow('gpuModel "Voodoo 2" is no GPU in the catalog.');
  });
});
