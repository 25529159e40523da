import { describe, expect, it } from "vitest";
import { budgetFlips } from "../../../../src/core/decision/flips/budget.ts";
import { egressFlips } from "../../../../src/core/decision/flips/egress.ts";
import type { FlipFinder } from "../../../../src/core/decision/flips/flip-finder.ts";
import { labourRateFlips } from "../../../../src/core/decision/flips/labour-rate.ts";
import { sizeFlips } from "../../../../src/core/decision/flips/size.ts";
import type { Requirement, RequirementInput } from "../../../../src/core/question/requirement.ts";
import { today } from "../../real-catalog.ts";
import { onlyFlip, questionOf, winnerOf } from "./asking.ts";

/** Ten machines for experts in Europe who want it cheap and their own: K3s on Hetzner, closely. */
const agency: RequirementInput = {
  engineers: 4,
  kubernetesExperience: "expert",
  priorities: ["cost", "control"],
  region: "eu-central",
  workload: { nodes: 10, vcpu: 2, memoryGiB: 4 },
};
const DEFAULT_SERVICES = { services: 3, replicas: 2, cpuMillicores: 250, memoryMiB: 512 };
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

  it("is right far from today's rate, too, where the cents of today's hours do not carry", () => {
    const asked: RequirementInput = {
      ...{
        purpose: "enterprise",
        region: "eu-west",
        currency: "EUR",
        labourRateUsd: 30,
        budgetUsd: 60,
        uptimePercent: 99,
      },
      ...{ commitment: "3y", storageGiB: 0, egressGiB: 900, loadBalancers: 0, backups: false, engineers: 1 },
      workload: { services: 17, replicas: 3, cpuMillicores: 100, memoryMiB: 1500 },
      only: ["gke-zonal", "aks"], // both have rates for three years there
    };
    const above = labourRateFlips(questionOf(asked, asked.only)).find(({ text }) => text.includes("above"));
    expect(above?.platform).toBe("aks");
    expect(winnerOf(asked, { labourRateUsd: Number(above?.to) })).toBe("aks");
    expect(winnerOf(asked, { labourRateUsd: Number(above?.to) - 5 })).toBe("gke-zonal");
  });

  it("is said in the answer's currency, too", () => {
    const { text, to } = onlyFlip(labourRateFlips, { ...agency, currency: "EUR" });
    const euros = today.book.convert(Number(to), "USD", "EUR");
    expect(text).toContain(`${to}.00 USD (about ${euros.toFixed(2)} EUR)`);
  });

  it("is not looked for where hours cost nothing, and not found without a rival", () => {
    expect(labourRateFlips(questionOf({ labourRateUsd: 0 }))).toEqual([]);
    expect(labourRateFlips(questionOf({}, ["doks"]))).toEqual([]);
  });
});

describe("the budget that changes the answer", () => {
  it("is a cent below what the winner's bill is 15 % over: at that it stays, below it goes", () => {
    const { to, platform } = onlyFlip(budgetFlips, mvp);
    expect(to).toBe(54.34); // DOKS bills 62.50, and 62.50 / 1.15 = 54.3478
    expect(winnerOf(mvp, { budgetUsd: 54.35 })).toBe("doks");
    expect(winnerOf(mvp, { budgetUsd: to })).toBe(platform);
    expect(platform).not.toBe("doks");
  });

  it("is a cent below that where the bill is no round sum, too", () => {
    const asked: RequirementInput = { purpose: "demo", egressGiB: 60_000, region: "singapore" };
    const { to, text } = onlyFlip(budgetFlips, asked);
    expect(to).toBe(467.98); // the bill is 538.18, and 538.18 / 1.15 = 467.9826
    expect(text).toContain("below 467.99 USD");
    expect(winnerOf(asked, { budgetUsd: 467.99 })).toBe(winnerOf(asked));
  });

  it("is any that pays the bill, where naming one changes what weighs: experts then trade their work for money", () => {
    const experts: RequirementInput = { purpose: "mvp", kubernetesExperience: "expert", region: "eu-central" };
    const { from, to, platform, text } = onlyFlip(budgetFlips, experts);
    expect({ from, to, platform }).toEqual({ from: null, to: 54.35, platform: "hetzner-k3s" }); // DOKS bills 62.50, / 1.15
    expect(text).toBe(
      "With a budget of 54.35 USD a month, K3s on Hetzner Cloud wins: experts with a budget can trade their own work for money.",
    );
    for (const budgetUsd of [to, 1000]) expect(winnerOf(experts, { budgetUsd })).toBe(platform);
    expect(winnerOf(experts)).toBe("doks");
  });

  it("is what a better one costs that is over it now", () => {
    const tight = { ...agency, budgetUsd: 200 };
    const more = budgetFlips(questionOf(tight)).find(({ to }) => Number(to) > 200);
    // K3s on Hetzner at 249.04 by the rate of August, 1.1567: at 1.1225 that is 241.68, and 241.68 / 1.15 = 210.15, in whole dollars
    expect(more).toMatchObject({ from: 200, to: 211, platform: "hetzner-k3s" });
    expect(winnerOf(tight)).not.toBe("hetzner-k3s");
    expect(winnerOf(tight, { budgetUsd: 210 })).not.toBe("hetzner-k3s");
    expect(winnerOf(tight, { budgetUsd: 211 })).toBe("hetzner-k3s");
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
    expect(sized(to - 1)).toBe("hetzner-k3s");
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
  it("is found to the gibibyte", () => {
    const { from, to, platform } = onlyFlip(egressFlips, mvp);
    expect(from).toBe(100);
    expect(winnerOf(mvp, { egressGiB: to })).toBe(platform);
    expect(platform).not.toBe("doks");
    expect(winnerOf(mvp, { egressGiB: to - 1 })).toBe("doks");
  });

  it.each<[string, FlipFinder, RequirementInput, (value: number) => Partial<Requirement>]>([
    ["traffic", egressFlips, { region: "eu-north" }, (egressGiB) => ({ egressGiB })],
    ["traffic", egressFlips, { region: "japan" }, (egressGiB) => ({ egressGiB })],
    ["services", sizeFlips, { region: "brazil" }, (services) => ({ workload: { ...DEFAULT_SERVICES, services } })],
  ])(
    "or %s: names who wins there of all, where a third comes before the two who differ further on",
    (_w, find, asked, change) => {
      const { to, platform } = onlyFlip(find, asked);
      expect(winnerOf(asked, change(to))).toBe(platform);
      expect(winnerOf(asked, change(to - 1))).toBe(winnerOf(asked));
      expect(platform).not.toBe(winnerOf(asked));
    },
  );

  it("is not found where one platform is all there is to choose", () => {
    expect(egressFlips(questionOf(mvp, ["doks"]))).toEqual([]);
  });
});
