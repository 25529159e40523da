import { describe, expect, it } from "vitest";
import { budgetFlips } from "../../../src/core/flips/budget.ts";
import { egressFlips } from "../../../src/core/flips/egress.ts";
import { labourRateFlips } from "../../../src/core/flips/labour-rate.ts";
import { sizeFlips } from "../../../src/core/flips/size.ts";
import type { RequirementInput } from "../../../src/core/requirement.ts";
import { onlyFlip, questionOf, winnerOf } from "./asking.ts";

/** Ten machines for experts in Europe who want it cheap and their own: K3s on Hetzner, closely. */
const agency: RequirementInput = {
  engineers: 4,
  kubernetesExperience: "expert",
  priorities: ["cost", "control"],
  region: "eu-central",
  workload: { nodes: 10, vcpu: 2, memoryGiB: 4 },
};
const mvp: RequirementInput = { purpose: "mvp", engineers: 2 };

describe("the labour rate that changes the answer", () => {
  it("is where two lines cross: beyond it the other really wins, on this side nobody else does", () => {
    const { to, platform, from, text } = onlyFlip(labourRateFlips, agency);
    expect(from).toBe(100);
    expect(text).toContain(`below ${to}.00 USD`);
    expect(platform).not.toBe("hetzner-k3s");
    expect(winnerOf(agency, { labourRateUsd: to - 1 })).toBe(platform);
    expect(winnerOf(agency, { labourRateUsd: to + 1 })).toBe("hetzner-k3s");
  });

  it("is above today's where dearer hours would change it", () => {
    const cheap = { ...agency, labourRateUsd: 5 };
    const above = labourRateFlips(questionOf(cheap)).find(({ text }) => text.includes("above"));
    expect(above?.platform).toBe("hetzner-k3s");
    const to = Number(above?.to);
    expect(winnerOf(cheap, { labourRateUsd: to + 1 })).toBe("hetzner-k3s");
    expect(winnerOf(cheap, { labourRateUsd: to - 1 })).toBe(winnerOf(cheap));
  });

  it.each<[string, RequirementInput]>([
    ["the nearest of several", { purpose: "mvp", existingCloud: "aws" }],
    [
      "the nearest of several, for experts",
      { existingCloud: "aws", kubernetesExperience: "expert", workload: { services: 200 } },
    ],
    [
      "apart from the risk of an outage, which is money whatever an hour costs",
      { ...agency, outageCostUsdPerHour: 20 },
    ],
    ["apart from that risk in a small start-up, too", { ...mvp, outageCostUsdPerHour: 50 }],
  ])("is %s", (_what, asked) => {
    const flips = labourRateFlips(questionOf(asked));
    expect(flips.length).toBeGreaterThan(0);
    for (const { to, text, platform } of flips) {
      const beyond = text.includes("below") ? -1 : 1;
      expect(winnerOf(asked, { labourRateUsd: Number(to) + beyond })).toBe(platform);
      expect(winnerOf(asked, { labourRateUsd: Number(to) - beyond })).toBe(winnerOf(asked));
    }
  });

  it("is not looked for where hours cost nothing, and not found without a rival", () => {
    expect(labourRateFlips(questionOf({ labourRateUsd: 0 }))).toEqual([]);
    expect(labourRateFlips(questionOf({}, ["doks"]))).toEqual([]);
  });
});

describe("the budget that changes the answer", () => {
  it("is a cent below the bill of the winner: at the bill it stays, below it goes", () => {
    const { to, platform } = onlyFlip(budgetFlips, mvp);
    expect(to).toBe(62.49); // DOKS bills 62.50
    expect(winnerOf(mvp, { budgetUsd: 62.5 })).toBe("doks");
    expect(winnerOf(mvp, { budgetUsd: to })).toBe(platform);
    expect(platform).not.toBe("doks");
  });

  it("is what a better one costs that is over it now", () => {
    const tight = { ...agency, budgetUsd: 200 };
    const more = budgetFlips(questionOf(tight)).find(({ to }) => Number(to) > 200);
    // K3s on Hetzner at 249.04, in whole dollars
    expect(more).toMatchObject({ from: 200, to: 250, platform: "hetzner-k3s" });
    expect(winnerOf(tight)).not.toBe("hetzner-k3s");
    expect(winnerOf(tight, { budgetUsd: 249 })).not.toBe("hetzner-k3s");
    expect(winnerOf(tight, { budgetUsd: 250 })).toBe("hetzner-k3s");
  });

  it("is not found where one platform is all there is to choose", () => {
    expect(budgetFlips(questionOf(mvp, ["doks"]))).toEqual([]);
  });
});

describe("the size that changes the answer", () => {
  it("is counted in nodes where nodes were named", () => {
    const { change, from, to, platform } = onlyFlip(sizeFlips, agency);
    expect({ change, from }).toEqual({ change: "workload.nodes", from: 10 });
    const sized = (nodes: number) => winnerOf(agency, { workload: { nodes, vcpu: 2, memoryGiB: 4 } });
    expect(sized(to)).toBe(platform);
    expect(sized(Math.floor(to * 0.98) - 1)).toBe("hetzner-k3s"); // found to one in fifty
  });

  it("is counted in services where services were named", () => {
    const large = { purpose: "mvp", existingCloud: "aws" } as const;
    const { change, to, platform } = onlyFlip(sizeFlips, large);
    expect(change).toBe("workload.services");
    const sized = (services: number) => winnerOf({ ...large, workload: { services } });
    expect(sized(to)).toBe(platform);
    expect(sized(to - 1)).toBe(sized(3));
    expect(sized(3)).not.toBe(platform);
  });

  it("is not looked for where each kind of pod was named", () => {
    expect(sizeFlips(questionOf({ workload: { pods: [{ name: "api" }] } }))).toEqual([]);
  });
});

describe("the traffic that changes the answer", () => {
  it("is found to one part in fifty", () => {
    const { from, to, platform } = onlyFlip(egressFlips, mvp);
    expect(from).toBe(100);
    expect(winnerOf(mvp, { egressGiB: to })).toBe(platform);
    expect(platform).not.toBe("doks");
    expect(winnerOf(mvp, { egressGiB: Math.floor(to * 0.97) })).toBe("doks");
  });

  it("is not found where one platform is all there is to choose", () => {
    expect(egressFlips(questionOf(mvp, ["doks"]))).toEqual([]);
  });
});
