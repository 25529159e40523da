import { describe, expect, it } from "vitest";
import { answerPrice } from "../../../src/core/price/answer.ts";
import { PriceAnswer } from "../../../src/core/price/price-answer.ts";
import type { Currency } from "../../../src/core/question/choices.ts";
import { namesIn, vocabularyOf } from "../../../src/language/lexicon/vocabulary.ts";
import { understandPriceQuery } from "../../../src/language/price-query.ts";
import { catalogData, TODAY, today } from "../real-catalog.ts";

const vocabulary = vocabularyOf(namesIn(catalogData, TODAY));
const ask = (typed: string, currency?: Currency) =>
  answerPrice(typed, understandPriceQuery(typed, vocabulary), today, currency);
const costs = (typed: string) => ask(typed).results.map(({ skuId, cost }) => [skuId, cost]);

describe("the price of", () => {
  it.each<[string, [string, number][], number | null]>([
    // 3 × 730 h × 0.048
    ["t3.medium x3 frankfurt", [["t3.medium", 105.12]], 105.12],
    // 730 h × 0.10, and 0.60 for a version in extended support: one or the other
    [
      "eks control plane",
      [
        ["eks-cluster", 73],
        ["eks-cluster-extended", 438],
      ],
      null,
    ],
    // 5 × 1,024 GiB. Premium: 1,024 × 0.12 and 4,096 × 0.11. Standard: 200 free and 4,920 × 0.085
    [
      "egress 5 tb gcp",
      [
        ["internet-egress", 122.88],
        ["internet-egress", 450.56],
        ["internet-egress-standard", 0],
        ["internet-egress-standard", 418.2],
      ],
      null,
    ],
    // the list price alone for three hours: 3 × 0.590184
    ["n2-highmem-8 for 3 hours us-east4", [["n2-highmem-8", 1.77]], 1.77],
    // 730 × 0.095, and 30 % of it off for the whole month
    [
      "n1-standard-2 us-central1",
      [
        ["n1-standard-2", 69.35],
        ["n1-standard-2", -20.81], // 69.35 × 0.3 = 20.805
      ],
      48.54,
    ],
    // 100 × 0.08103
    ["100 gb disk azure", [["premium-ssd-v2", 8.1]], 8.1],
    // 4 × 0.5 × 730 × 0.0445 = 64.97 and 4 × 2 × 730 × 0.0049225 = 28.7474
    [
      "autopilot 0.5 cpu 2 gb x4",
      [
        ["autopilot-vcpu", 64.97],
        ["autopilot-memory", 28.75],
      ],
      93.72,
    ],
    // 8 GiB and 0.25 for Fargate's own are more than 1 vCPU may have: billed as 2 vCPU and 9 GiB.
    // 2 × 730 × 0.04048 = 59.1008 and 9 × 730 × 0.004445 = 29.20365
    [
      "fargate 1 cpu 8 gb",
      [
        ["fargate-vcpu", 59.1],
        ["fargate-memory", 29.2],
      ],
      88.3,
    ],
    // DOKS: 3 × 24, balancer 12, volumes 2, snapshots 1.20, logs 0.50. EKS: 73 fee, 3 × 730 × 0.0376 = 82.34, disks 4.80,
    // volumes 1.60, snapshots 1, balancer 16.43 + 0.80, NAT 32.85 + 2.70, addresses 10.95
    [
      "doks vs eks 3 nodes",
      [
        ["doks", 87.7],
        ["eks", 226.47],
      ],
      null,
    ],
  ])("%s", (typed, expected, total) => {
    expect(costs(typed)).toEqual(expected);
    expect(ask(typed).total).toBe(total);
  });

  it("4 vcpu 16 gb frankfurt is the cheapest that can be ordered on each provider, cheapest first", () => {
    const { results, total } = ask("4 vcpu 16 gb frankfurt");
    expect(results.map(({ provider, skuId, region }) => `${provider} ${skuId} ${region}`)).toEqual([
      "hetzner cpx42 fsn1", // 8 vCPU at 69.49 EUR, below the 4 of a CCX23
      "ovh b3-16 de1", // 730 × 0.1023 EUR × 1.1225 = 83.83
      "digitalocean s-4vcpu-16gb-amd fra1", // 84.00
      "civo g4p.kube.small fra1",
      "aws t4g.xlarge eu-central-1",
      "azure Standard_B4ps_v2 germanywestcentral",
      "gcp e2-standard-4 europe-west3",
    ]);
    expect(total).toBeNull(); // to choose from, not to add up
    const aws = results.find(({ provider }) => provider === "aws");
    expect(aws).toMatchObject({ cost: 112.13, unitPrice: 0.1536, quantity: 730 }); // 730 × 0.1536 = 112.128
  });
});

describe("a machine", () => {
  it.each<[string, string[]]>([
    ["t3 medium", ["t3.medium"]],
    ["d4s v5 x3", ["Standard_D4s_v5"]],
    ["d4s_v5", ["Standard_D4s_v5"]],
    ["e2 standard 4", ["e2-standard-4"]],
    ["ec2 t3.medium vs e2-medium", ["t3.medium", "e2-medium"]],
    ["arm 4 vcpu 8gb azure", ["Standard_B4pls_v2"]],
    ["x86 4 vcpu 16 gb aws", ["t3a.xlarge"]],
  ])("%s is found by what people call it", (typed, skus) => {
    expect(ask(typed).results.map(({ skuId }) => skuId)).toEqual(skus);
    expect(ask(typed).unparsed).toEqual([]);
  });

  it("on Arm is said to be one", () => {
    expect(ask("4 vcpu 16 gb aws").results[0]?.description).toBe("1 × t4g.xlarge (4 vCPU, 16 GiB, Arm)");
  });

  it("with GPUs of a model has that one, and as many machines as it takes", () => {
    const { results, unparsed, understood } = ask("8x h100 gcp");
    expect(understood[0]).toBe("1 × at least 8 H100");
    expect(results.every(({ description }) => description.includes("H100"))).toBe(true);
    expect(unparsed).toEqual([]);
    expect(ask("a100 80gb").results.map(({ skuId }) => skuId)).not.toContain("a2-highgpu-1g"); // 40 GB
    expect(ask("l4").results.every(({ description }) => description.includes("× L4)"))).toBe(true);
    expect(ask("gpu").results.every(({ description }) => / \d+ × /.test(description))).toBe(true);
  });
});

describe("a part of a bill", () => {
  it.each<[string, string[]]>([
    ["100 gb gp3", ["ebs-gp3"]],
    ["nlb", ["nlb"]],
    ["100gb ssd gcp", ["pd-ssd"]],
    ["nat gateway aws 500gb", ["nat-gateway", "nat-gateway-data"]],
    // AWS alone sells the machine: the rest is asked of it too
    ["t3.medium x3 + 100gb disk", ["t3.medium", "ebs-gp3"]],
    ["s3 100gb", []],
  ])("%s is the one of that name", (typed, skus) => {
    expect(ask(typed).results.map(({ skuId }) => skuId)).toEqual(skus);
  });

  it("loses no provider to long price tiers", () => {
    const providers = new Set(ask("1 PB egress").results.map(({ provider }) => provider));
    expect(providers).toContain("scaleway");
  });
});

describe("a number of months or hours", () => {
  it.each([
    ["t3.medium for 3 months", "3 months", 91.1], // 3 × 730 × 0.0416 = 91.104
    ["t3.medium 24h", "24 hours", 1], // 24 × 0.0416 = 0.9984
    ["t3.medium for 2 weeks", "2 weeks", 13.98], // 336 × 0.0416 = 13.9776
    ["t3.medium 8 hours a day", "month", 10.12], // 8 × 730 / 24 × 0.0416 = 10.1227
    ["s-2vcpu-4gb for 12 hours", "12 hours", 0.43], // 24 × 12 / 672, DigitalOcean's month
  ])("%s is what is charged for it", (typed, period, cost) => {
    expect(ask(typed)).toMatchObject({ total: cost, results: [{ period, cost }], unparsed: [] });
  });
});

describe("a price", () => {
  it("is none for a cluster without nodes", () => {
    expect(ask("doks 0 nodes").unparsed).toEqual(["0 nodes"]);
  });

  it("is said with what it is of, where, when it was read and where that can be checked", () => {
    const answer = ask("t3.medium x3 frankfurt");
    expect(answer.understood).toEqual(["3 × t3.medium", "in frankfurt", "per month"]);
    expect(answer.results).toMatchObject([
      { provider: "aws", region: "eu-central-1", quantity: 2190, unit: "hour", unitPrice: 0.048, currency: "USD" },
    ]);
    for (const typed of ["t3.medium x3 frankfurt", "egress 5 tb gcp", "doks vs eks 3 nodes", "what?"])
      expect(PriceAnswer.parse(ask(typed))).toEqual(ask(typed));
  });

  it("is the city's own where the provider has a region there, and not the usual one of that part of the world", () => {
    expect(ask("m5.large paris").results[0]).toMatchObject({ region: "eu-west-3", cost: 81.76 }); // 730 × 0.112
    expect(ask("t3.medium europe").results[0]?.region).toBe("eu-central-1");
  });

  it("is the nearest where the place has none, and says so", () => {
    expect(ask("t3.medium korea").results).toMatchObject([{ region: "ap-northeast-2", cost: 37.96 }]); // 730 × 0.052
    const [seoul] = ask("m7a.large korea").results;
    expect(seoul).toMatchObject({ region: "ap-northeast-1", cost: 109.3 }); // 730 × 0.14973 = 109.3029
    expect(seoul?.description).toContain("nearest to korea with a price: Tokyo");
  });

  it("says that a machine is out of stock", () => {
    expect(ask("cx33").results[0]?.description).toContain("not orderable when last looked at on 2026-09-29");
  });

  it.each([
    ["t3.medium per hour", "hour", 1, 0.04], // 0.0416
    ["t3.medium", "month", 730, 30.37], // 730 × 0.0416 = 30.368
    ["t3.medium per year", "year", 8760, 364.42], // 8,760 × 0.0416 = 364.416
    ["s-2vcpu-4gb per month", "month", 1, 24],
    ["s-2vcpu-4gb per year", "year", 12, 288],
    ["s-2vcpu-4gb per hour", "hour", 1 / 672, 0.04], // DigitalOcean's month ends at 672 h: 24 / 672 = 0.0357
  ] as const)("is for the time asked for: %s", (typed, period, quantity, cost) => {
    expect(ask(typed).results).toMatchObject([{ period, quantity, cost }]);
  });

  it("is in the currency named, else in the team's, and keeps the list price beside it", () => {
    const rate = today.book.convert(1, "USD", "EUR");
    const [named] = ask("t3.medium in EUR").results;
    expect(named).toMatchObject({ currency: "EUR", listUnitPrice: 0.0416, listCurrency: "USD" });
    expect(named?.unitPrice).toBeCloseTo(0.0416 * rate, 9);
    expect(ask("t3.medium", "GBP").results[0]?.currency).toBe("GBP");
    expect(ask("t3.medium in EUR", "GBP").results[0]?.currency).toBe("EUR");
    expect(ask("t3.medium", "USD").rates).toEqual([]);
  });

  it("says the one rate that all of an answer was converted at, with its day", () => {
    // 0.9279 francs and 1 euro: 1 EUR = 0.9279 CHF; 1 USD = 0.9279 / 1.1225 = 0.826637 CHF
    const { rates, results } = ask("cpx42 and b3-16 and t3.medium frankfurt in chf");
    expect(rates.map(({ from, to, rate, asOf }) => [from, to, rate, asOf])).toEqual([
      ["EUR", "CHF", 0.9279, "2026-10-02"],
      ["USD", "CHF", 0.826637, "2026-10-02"],
    ]);
    expect(results.map(({ cost }) => cost)).toEqual([64.48, 69.29, 28.97]); // 69.49 × 0.9279; 730 × 0.1023 × 0.9279 = 69.2946; 730 × 0.048 × 0.826637 = 28.9654
    expect(results[1]?.unitPrice).toBe(0.09492413037); // ten figures of 0.1023 × 0.9279
  });

  it("is that of spot capacity where it is asked for", () => {
    const answer = ask("m7i.large spot");
    expect(answer.understood).toContain("on spot capacity");
    expect(answer.results).toMatchObject([{ unitPrice: 0.0449, cost: 32.78 }]); // 730 × 0.0449 = 32.777
    expect(answer.results[0]?.description).toContain("spot");
    expect(answer.warnings).toEqual([
      "The price of m7i.large was read on 2024-08-09, more than 30 days ago, and spot prices move daily: a hint of the saving, not a price to plan with.",
    ]);
  });

  it("is the reading of August 2026 for spot on Azure: 4 × 730 × 0.038438, where the one of 2024 said 66.81", () => {
    expect(ask("4 x Standard_D4as_v5 westeurope spot").results).toMatchObject([{ cost: 112.24, asOf: "2026-08-22" }]);
  });

  it("is no on-demand price under another name for pods and clusters on spot", () => {
    for (const typed of ["autopilot spot 2 cpu 8 gb", "price autopilot spot", "gke spot"]) {
      const answer = ask(typed);
      expect(answer.results).toEqual([]);
      expect(answer.understood).toContain("no such rate is known");
      expect(answer.warnings).toEqual([expect.stringMatching(/^No spot price is known for .*, so none is given/)]);
    }
    expect(ask("autopilot spot 2 cpu 8 gb").suggestions).toEqual(["autopilot 2 cpu 8 gb"]);
  });

  it("is no on-demand price under another name for clusters on a commitment", () => {
    const { results, warnings } = ask("gke standard vs aks 3 nodes 3 year committed");
    expect(results.map(({ skuId }) => skuId)).not.toContain("aks");
    expect(warnings.join()).toContain("No price for a commitment of 3 years is known for");
    expect(ask("doks 3 nodes 1 year committed").results).toMatchObject([{ skuId: "doks" }]); // sold at one price to all
  });

  it("warns where a price is past its provider's limit, and not where it is not", () => {
    expect(ask("m5.large tokyo").warnings).toEqual([
      "The price of m5.large was read on 2025-10-28, more than 180 days ago: check before you buy.",
    ]);
    expect(ask("t3.medium us-east-1").warnings).toEqual([]);
  });

  it.each([
    ["m7g.large mumbai", 42.56], // 730 × 0.0583 = 42.559
    ["m7g.large mumbai reserved 1 year", 31.39], // 730 × 0.043
    ["m7g.large mumbai reserved 3 years", 21.39], // 730 × 0.0293 = 21.389
  ])("is that of the commitment named: %s", (typed, cost) => {
    expect(ask(typed).results).toMatchObject([{ skuId: "m7g.large", region: "ap-south-1", cost }]);
  });

  it("is none where no price for that commitment is known: what it is on demand says nothing about it", () => {
    const answer = ask("m7i.large reserved 3 years");
    expect(answer.understood).toContain("committed for 3 years");
    expect(answer.understood).toContain("no such rate is known");
    expect(answer.suggestions).toEqual(["1 x m7i.large"]); // and that question has an answer
    expect(ask("1 x m7i.large").results).toHaveLength(1);
    expect(answer).toMatchObject({ results: [], total: null });
  });
});

describe("a total", () => {
  it("is the sum of things that are bought together", () => {
    // 30.37 and 73.58
    expect(ask("t3.medium and m7i.large").total).toBe(103.95);
  });

  it.each(["t3.medium vs m7i.large", "t3.medium or s-2vcpu-4gb", "egress 1 tb"])(
    "is none where one of several is to be chosen: %s",
    (typed) => {
      expect(ask(typed).results.length).toBeGreaterThan(1);
      expect(ask(typed).total).toBeNull();
    },
  );
});

describe("a name nobody knows", () => {
  it("is read as the one name it resembles, which is said", () => {
    const answer = ask("t3.mediun");
    expect(answer.results.map(({ skuId }) => skuId)).toEqual(["t3.medium"]);
    expect(answer.understood).toContain('"t3.mediun" read as t3.medium');
  });

  it("is answered with close ones where it resembles several", () => {
    const answer = ask("m5.mediumm");
    expect(answer).toMatchObject({ results: [], total: null, unparsed: ["m5.mediumm"] });
    expect(answer.suggestions).toContain("m5.large");
  });

  it("is answered with examples where it resembles none", () => {
    expect(ask("zz9.plural")).toMatchObject({ results: [], total: null, unparsed: ["zz9.plural"] });
    for (const example of ask("zz9.plural").suggestions) expect(ask(example).results).not.toEqual([]);
  });
});
