import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Estimate } from "../../../src/core/decision/estimate.ts";
import { UserError } from "../../../src/core/errors.ts";
import { parseRequirement } from "../../../src/core/question/parse-requirement.ts";
import type { RequirementInput } from "../../../src/core/question/requirement.ts";
import { adviceOn, catalogData, costsOf, knowledgeOf, rankedAs } from "../real-catalog.ts";
import { anyRequirement } from "../requirements.ts";

/** The answer to a question, and what a test says about it. */
function answer(asked: RequirementInput) {
  const advice = adviceOn(asked);
  return {
    advice,
    best: rankedAs(advice, advice.verdict.platform),
    order: advice.ranking.map(({ platform }) => platform),
    why: (id: string) => advice.rejected.find(({ platform }) => platform === id)?.reason ?? "",
  };
}

describe("a start-up of two engineers with an MVP", () => {
  const { advice, best, why } = answer({ purpose: "mvp", engineers: 2 });

  it("is sent to DOKS for cost and operations, at 62.50", () => {
    expect(advice.verdict).toMatchObject({ platform: "doks", tier: "basic" });
    expect(advice.verdict.reason).toContain("best for cost and operations");
    // two nodes at 24, 20 GiB volumes at 0.10, a balancer at 12, 5 GiB of logs on a volume: 48 + 2 + 12 + 0.50
    expect(best.bill.total).toBe(62.5);
    expect(best.cluster.pools).toMatchObject([{ instanceType: "s-2vcpu-4gb", count: 2 }]);
    // 3.5 h to run it and 8 h of setting up over 12 months: 4.17 h at 100
    expect(best.labour).toMatchObject({ hoursPerMonth: 4.17, cost: 417 });
    expect(best.trueCost).toBe(479.5);
  });

  it("is told why not the others", () => {
    const unskilled = answer({ purpose: "mvp", engineers: 2, kubernetesExperience: "beginner" });
    expect(unskilled.why("hetzner-k3s")).toContain("nobody on the team has done it");
    expect(why("docker-desktop")).toContain("lid closes");
  });
});

describe("a scale-up with a DevOps team and 50 services", () => {
  const scaleUp = { engineers: 8, kubernetesExperience: "expert", workload: { services: 50 } } as const;

  it("stays with EKS on AWS, for control and operations", () => {
    const { advice, best } = answer({ ...scaleUp, existingCloud: "aws" });
    expect(advice.verdict.platform).toBe("eks");
    expect(advice.verdict.reason).toContain("best for control and operations");
    // 100 pods of 250 m, 15 to an m5a.xlarge: 7 nodes and a spare. 73 fee, 8 × 730 × 0.172 = 1,004.48, disks 12.80,
    // volumes 1.60, snapshots 1.00, balancer 16.43 + 0.80, NAT 32.85 + 160 GiB × 0.045 = 7.20, three addresses 10.95
    expect(best.bill.total).toBe(1161.11);
  });

  it("takes a form of GKE with nodes on Google Cloud", () => {
    const { advice, best, order } = answer({ ...scaleUp, existingCloud: "gcp" });
    expect(["gke-zonal", "gke-regional"]).toContain(advice.verdict.platform);
    expect(order.slice(0, 3)).toEqual(expect.arrayContaining(["gke-zonal", "gke-regional"]));
    // 9 × 730 × 0.132999 = 873.80, disks 90, volumes 2, snapshots 1, balancer 18.25 + 0.08, NAT 9.20 + 8.10, address 3.65,
    // traffic 100 × 0.12; the fee of 73 is credited
    expect(best.bill.total).toBe(1018.08);
  });

  it("takes a form over three zones where 99.95 % is asked for: the zonal one promises 99.5", () => {
    const { advice, why } = answer({ ...scaleUp, existingCloud: "gcp", uptimePercent: 99.95 });
    expect(["gke-regional", "gke-autopilot"]).toContain(advice.verdict.platform);
    expect(why("gke-zonal")).toContain("one zone");
  });
});

describe("an agency of experts with predictable workloads, for cost and control", () => {
  const agency: RequirementInput = {
    engineers: 4,
    kubernetesExperience: "expert",
    priorities: ["cost", "control"],
    region: "eu-central",
    currency: "EUR",
    workload: { nodes: 10, vcpu: 2, memoryGiB: 4 },
  };

  it("runs K3s on Hetzner, and reads what its own hours cost", () => {
    const { advice, best } = answer(agency);
    expect(advice.verdict).toMatchObject({ platform: "hetzner-k3s", tier: "ha" });
    // 10 × 19.49, addresses 10 × 0.50, balancer 7.49, volumes 20 × 0.0572 = 1.14, backups 6.49, logs 0.29, in EUR
    expect(best.bill.total).toBe(215.31);
    expect(best.labour.hoursPerMonth).toBe(13.33); // 10 and 40 h of setting up over 12 months
    expect(best.warnings.join(" ")).toContain("out of stock");
  });

  it("pays less than a third with servers ordered before the last rise", () => {
    // 10 × 3.99 for a CX23; the rest as above: 39.90 + 5 + 7.49 + 1.14 + 6.49 + 0.29
    expect(rankedAs(adviceOn({ ...agency, existingServers: true }), "hetzner-k3s").bill.total).toBe(60.31);
  });
});

describe("somebody who learns Kubernetes", () => {
  it("is sent to DOKS, not to a machine without it and not to a self-run one", () => {
    const { advice, why } = answer({ purpose: "learning", kubernetesExperience: "none", engineers: 1 });
    expect(advice.verdict.platform).toBe("doks");
    expect(why("not-kubernetes")).toBe("You want to learn Kubernetes, and there is none on it.");
    expect(why("hetzner-k3s")).toContain("learn Kubernetes on a managed one first");
  });
});

describe("an organisation that lives in one cloud", () => {
  const big = { purpose: "enterprise", engineers: 20, kubernetesExperience: "intermediate" } as const;

  it.each([
    ["aws", "vpc-integration", "eks"],
    ["azure", "identity-integration", "aks"],
    ["gcp", "identity-integration", "gke-zonal"],
  ] as const)("on %s with %s stays there: %s", (existingCloud, feature, expected) => {
    expect(answer({ ...big, existingCloud, features: [feature] }).advice.verdict.platform).toBe(expected);
  });

  it("pays on Azure for a tier with a promise: 73 of 372.5", () => {
    const { best } = answer({ ...big, existingCloud: "azure", features: ["identity-integration"] });
    expect(best.tier).toBe("standard");
    expect(costsOf(best, "control-plane")).toEqual([73]);
    // 73 fee, two D4als v6 2 × 730 × 0.161 = 235.06, disks 2 × 19.71, volumes 1.62, snapshots 1, balancer 18.25 + 0.50, address 3.65
    expect(best.bill.total).toBe(372.5);
  });
});

describe("machine learning without a cloud yet", () => {
  const learning = { engineers: 4, kubernetesExperience: "intermediate" } as const;

  it.each(["gpu", "tpu"] as const)("with a %s goes to a form of GKE", (feature) => {
    expect(answer({ ...learning, features: [feature] }).advice.verdict.platform).toMatch(/^gke-/);
  });

  it("pays 685.83 for two nodes and one with an L4", () => {
    const { best } = answer({ ...learning, features: ["gpu"] });
    // 2 × 730 × 0.0665 = 97.09, 730 × 0.706832 = 515.99, disks 20 + 10, volumes 2, snapshots 1, balancer 18.25 + 0.08,
    // NAT 3.07 + 2.70, address 3.65, traffic 12; the fee is credited
    expect(best.bill.total).toBe(685.83);
  });

  it("has no TPU anywhere else", () => {
    const { order } = answer({ ...learning, features: ["tpu"] });
    for (const id of order) expect(id).toMatch(/^gke-/);
  });
});

describe("extreme cost sensitivity with expertise", () => {
  const frugal: RequirementInput = {
    engineers: 3,
    kubernetesExperience: "expert",
    priorities: ["cost", "control"],
    region: "eu-central",
  };

  it("ends on Hetzner at the old price of servers one has: 60 services for 104.50", () => {
    const { advice, best, order } = answer({ ...frugal, existingServers: true, workload: { services: 60 } });
    expect(advice.verdict.platform).toBe("hetzner-k3s");
    // 6 × 11.99 EUR for a CX43 at 0.8645 EUR a dollar, and what stands around it
    expect(best.cluster.pools).toMatchObject([{ instanceType: "cx43", count: 6 }]);
    for (const id of order.slice(1)) expect(rankedAs(advice, id).bill.total).toBeGreaterThan(best.bill.total);
  });

  it("says of new servers what changed", () => {
    const hetzner = rankedAs(adviceOn(frugal), "hetzner-k3s");
    expect(hetzner.cluster.pools[0]?.instanceType).toMatch(/^cpx/);
    expect(hetzner.warnings.join(" ")).toContain("CPX22 went from 5.99 to 19.49 EUR");
  });
});

describe("a start-up that grows fast and wants no servers", () => {
  it("takes Autopilot, where the credit pays the fee: 91.84", () => {
    const { advice, best } = answer({ purpose: "mvp", engineers: 5, features: ["serverless", "autoscaling"] });
    expect(advice.verdict.platform).toBe("gke-autopilot");
    // six pods of 0.25 vCPU and 512 MiB: 1.5 × 730 × 0.0445 = 48.73 and 3 × 730 × 0.0049225 = 10.78; volumes 2,
    // balancer 18.25 + 0.08, traffic 100 × 0.12 = 12; 73 − 73
    expect(best.bill.total).toBe(91.84);
  });
});

describe("an enterprise with compliance to prove", () => {
  it("takes EKS or AKS, and reads why Hetzner will not do", () => {
    const { advice, why } = answer({
      purpose: "enterprise",
      engineers: 30,
      kubernetesExperience: "intermediate",
      features: ["soc2", "hipaa", "pci"],
    });
    expect(["eks", "aks"]).toContain(advice.verdict.platform);
    expect(why("hetzner-k3s")).toBe("No SOC 2 report could be found; there are ISO 27001 and BSI C5 Type 2.");
  });
});

describe("one person who knows Docker, with 50 a month and 99 %", () => {
  const { advice, best, why } = answer({
    purpose: "side-project",
    engineers: 1,
    kubernetesExperience: "none",
    budgetUsd: 50,
    uptimePercent: 99,
  });

  it("is told honestly that one machine will do, at 14.50", () => {
    expect(["doks", "not-kubernetes"]).toContain(advice.verdict.platform);
    expect(best.bill.total).toBe(14.5); // a machine at 12, volumes 2, logs 0.50
  });

  it("is told that the fee of EKS alone is over the budget", () => {
    expect(why("eks")).toBe("Its control plane alone: 73.00 USD a month; your budget is 50.00 USD.");
  });

  it("is told that DOKS would be 62.50", () => {
    expect(why("doks")).toContain("Its bill is 62.50 USD a month; your budget is 50.00 USD.");
  });
});

describe("five people with 40 services in three EKS clusters, who would move to Hetzner to save the fees", () => {
  const { advice, best } = answer({
    existingCloud: "aws",
    engineers: 5,
    kubernetesExperience: "expert",
    workload: { services: 40 },
    clusters: 3,
    running: "eks",
  });

  it("stay: 219 a month of fees do not pay for the move", () => {
    expect(advice.verdict.platform).toBe("eks");
    expect(advice.verdict.reason).toContain("it is what you run today, so stay");
    expect(costsOf(best, "control-plane")).toEqual([219]);
    const hetzner = rankedAs(advice, "hetzner-k3s");
    expect(hetzner.trueCost - best.trueCost).toBeGreaterThan(219);
    // 12 h a cluster and 3 h a service: 36 + 120 = 156 h over 12 months
    expect(hetzner.labour.parts.find(({ name }) => name.startsWith("Moving there"))?.hoursPerMonth).toBe(13);
  });

  it("read the sum: what moving costs once, and that it never pays back", () => {
    expect(rankedAs(advice, "hetzner-k3s").reason).toContain("it never pays back");
  });
});

describe("a demo for investors, from Docker Desktop so far", () => {
  it("does not stay on the laptop, and is told what that lacks", () => {
    const { advice, why } = answer({ purpose: "demo", kubernetesExperience: "beginner", engineers: 2 });
    expect(["doks", "not-kubernetes"]).toContain(advice.verdict.platform);
    for (const lack of ["a second machine", "a public load balancer", "DNS name", "TLS", "lid closes"])
      expect(why("docker-desktop")).toContain(lack);
  });
});

describe("30 a month without experience", () => {
  it("gets the honest answer within it, and reads that the nodes of DOKS alone break it", () => {
    const { advice, best, why } = answer({ purpose: "side-project", kubernetesExperience: "none", budgetUsd: 30 });
    expect(["doks", "not-kubernetes"]).toContain(advice.verdict.platform);
    expect(best.bill.total).toBeLessThanOrEqual(30);
    expect(why("doks")).toContain("Its nodes alone: 48.00 USD a month; your budget is 30.00 USD.");
  });

  it("gets DOKS with two machines of 12 where one small service and no balancer is all there is", () => {
    const asked = { purpose: "learning", kubernetesExperience: "none", budgetUsd: 30, loadBalancers: 0 } as const;
    const { advice, best } = answer({ ...asked, workload: { services: 1, replicas: 2, memoryMiB: 256 } });
    expect(advice.verdict.platform).toBe("doks");
    expect(best.bill.total).toBe(26.5); // 2 × 12, volumes 2, logs 0.50
    expect(best.warnings.join(" ")).toContain("leaves about 1 GiB for your pods");
  });

  it("says that the budget cannot be met where nothing meets it, and ranks what could be planned", () => {
    const { advice, best } = answer({ budgetUsd: 5 });
    expect(advice.verdict.reason).toContain("Nothing stays within your budget");
    expect(best.warnings[0]).toContain("The budget cannot be met.");
  });
});

describe("running the control plane oneself", () => {
  it.each([
    ["one beginner", { engineers: 1, kubernetesExperience: "none" }],
    ["three beginners who want control", { engineers: 3, kubernetesExperience: "beginner", priorities: ["control"] }],
    [
      "learners who are experts otherwise",
      { purpose: "learning", kubernetesExperience: "expert", priorities: ["cost", "control"] },
    ],
    [
      "a service that may hardly ever fail",
      { kubernetesExperience: "expert", uptimePercent: 99.99, priorities: ["cost", "control"] },
    ],
    ["99.95 %", { kubernetesExperience: "expert", uptimePercent: 99.95, priorities: ["cost", "control"] }],
  ] as const)("is never the answer for %s", (_who, asked) => {
    expect(adviceOn({ ...asked, region: "eu-central" } as RequirementInput).verdict.platform).not.toBe("hetzner-k3s");
  });
});

describe("any answer", () => {
  const known = anyRequirement.filter(({ region }) => region !== "atlantis");

  it("is complete, fails on nothing but the asker's mistakes, and always says what a laptop lacks", () => {
    fc.assert(
      fc.property(anyRequirement, (asked) => {
        let advice: ReturnType<typeof adviceOn>;
        try {
          advice = adviceOn(asked);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
          return;
        }
        Estimate.parse({ ...advice, id: "any" });
        expect(advice.rejected.map(({ platform }) => platform)).toContain("docker-desktop");
        const everyone = [...advice.ranking, ...advice.rejected].map(({ platform }) => platform);
        expect(new Set(everyone).size).toBe(everyone.length);
        expect(new Set(everyone).size).toBe(new Set(catalogData.platforms.map(({ id }) => id)).size);
        expect(advice.ranking.map(({ rank }) => rank)).toEqual(advice.ranking.map((_, i) => i + 1));
        for (const { reason } of [...advice.ranking, ...advice.rejected]) expect(reason).toMatch(/^\S.*[.!]$/s);
      }),
      { numRuns: 60 },
    );
  });

  it("is the same, byte for byte, from a catalog read anew", () => {
    fc.assert(
      fc.property(known, (asked) => {
        const say = () => {
          try {
            return JSON.stringify(adviceOn(asked, knowledgeOf(structuredClone(catalogData))));
          } catch (error) {
            return String(error);
          }
        };
        expect(say()).toBe(say());
      }),
      { numRuns: 6 },
    );
  });

  it("names every default it assumed and nothing that was given", () => {
    const { assumed } = adviceOn({ purpose: "mvp", egressGiB: 0 });
    expect(assumed).toContain("region");
    expect(assumed).not.toContain("purpose");
    expect(assumed).not.toContain("egressGiB");
  });

  it("is about the platforms asked for alone", () => {
    const advice = adviceOn({}, undefined, ["eks", "doks"]);
    expect([...advice.ranking, ...advice.rejected].map(({ platform }) => platform).sort()).toEqual(["doks", "eks"]);
  });

  it.each([
    [{ region: "atlantis" }, 'region "atlantis" is no place the catalog knows.'],
    [{ running: "openshift" }, '"openshift" is no platform the catalog knows.'],
    [
      { workload: { nodes: 3, instanceType: "t99.huge" } },
      'workload.instanceType "t99.huge" is no machine in the catalog.',
    ],
  ])("to %j is that it names nothing we know", (asked, message) => {
    expect(() => adviceOn(asked as RequirementInput)).toThrow(message);
  });

  it("says what a promise leaves in minutes a month", () => {
    // 730 h × 60 min = 43,800: 0.05 % are 21.9, 0.5 % are 219
    const sla = (id: string, asked: RequirementInput) => rankedAs(adviceOn(asked), id).sla?.downtimeMinutesPerMonth;
    expect(sla("eks", {})).toBe(21.9);
    expect(sla("gke-zonal", {})).toBe(219);
    expect(sla("aks", {})).toBe(43.8); // 99.9 % without zones
    expect(sla("aks", { uptimePercent: 99.95 })).toBe(21.9);
    expect(rankedAs(adviceOn({}), "doks").sla).toBeNull();
  });

  it("adds up: true cost is bill, labour and risk", () => {
    const advice = adviceOn({ outageCostUsdPerHour: 1000 });
    for (const { trueCost, bill, labour, risk } of advice.ranking) {
      expect(trueCost).toBeCloseTo(bill.total + labour.cost + risk, 9);
      expect(risk).toBeGreaterThan(0);
    }
    expect(rankedAs(advice, "eks").risk).toBe(365); // 0.365 h of 99.95 % at 1,000 an hour
  });

  it("differs from that to the complete requirement only in what an assumption holds back", () => {
    const { requirement } = parseRequirement({ purpose: "mvp" });
    const sums = (asked: RequirementInput) =>
      adviceOn(asked).ranking.map(({ platform, bill, labour }) => [platform, bill, labour]);
    const said = sums(requirement);
    expect(sums({ purpose: "mvp" }).slice(0, said.length)).toEqual(said);
  });
});
