import { describe, expect, it } from "vitest";
import { stockFlips } from "../../../../src/core/decision/flips/stock.ts";
import type { RequirementInput } from "../../../../src/core/question/requirement.ts";
import { catalogData, knowledgeOf } from "../../real-catalog.ts";
import { questionOf, winnerOf } from "./asking.ts";

/** Experts whose hours are cheap: ten CX23 would cost a third of the machines that Hetzner has. */
const asked: RequirementInput = {
  region: "eu-central",
  engineers: 4,
  kubernetesExperience: "expert",
  priorities: ["cost", "control"],
  labourRateUsd: 10,
  workload: { nodes: 10, vcpu: 2, memoryGiB: 4 },
};
const restocked = knowledgeOf({
  ...catalogData,
  instanceTypes: catalogData.instanceTypes.map((machine) => ({ ...machine, stock: null })),
});

describe("machines that cannot be ordered today", () => {
  it("are named where another would win with them, and with them it really does", () => {
    expect(winnerOf(asked)).not.toBe("hetzner-k3s");
    expect(stockFlips(questionOf(asked))).toEqual([
      {
        change: "orderable",
        from: false,
        to: true,
        platform: "hetzner-k3s",
        text: "If cx23 can be ordered again, K3s on Hetzner Cloud wins.",
      },
    ]);
    expect(winnerOf(asked, {}, restocked)).toBe("hetzner-k3s");
  });

  it("are no news where the winner is the same with them", () => {
    expect(winnerOf({ ...asked, labourRateUsd: 100 }, {}, restocked)).toBe("hetzner-k3s");
    expect(stockFlips(questionOf({ ...asked, labourRateUsd: 100 }))).toEqual([]);
    expect(stockFlips(questionOf({}))).toEqual([]);
  });

  it("are none where everything is in stock", () => {
    expect(stockFlips(questionOf(asked, [], restocked))).toEqual([]);
  });
});
