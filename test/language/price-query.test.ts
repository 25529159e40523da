import { describe, expect, it } from "vitest";
import type { PriceItem, PriceQuery } from "../../src/core/price/query.ts";
import { understandPriceQuery } from "../../src/language/price-query.ts";
import { vocabulary } from "./vocabulary.fixture.ts";

const ask = (text: string) => understandPriceQuery(text, vocabulary);
const instance = (id: string, provider: string, count = 1): PriceItem => ({
  kind: "instance",
  id,
  providers: [provider],
  count,
});
const shape = (vcpu: number | null, memoryGiB: number | null, count = 1, gpus = 0): PriceItem => ({
  kind: "shape",
  vcpu,
  memoryGiB,
  gpus,
  count,
});
const pod = (
  platform: string | null,
  cpuMillicores: number | null,
  memoryMiB: number | null,
  count = 1,
): PriceItem => ({
  kind: "pod",
  platform,
  cpuMillicores,
  memoryMiB,
  count,
});
const part = (service: string, words: string, amount: number | null, count = 1) => ({
  kind: "service",
  service,
  words,
  amount,
  unit: amount === null ? "each" : "GiB",
  count,
});
const platform = (id: string, nodes: number | null = null): PriceItem => ({ kind: "platform", id, nodes });
const frankfurt = { region: { typed: "frankfurt", region: null, geography: "eu-central" } };

describe("a price question", () => {
  it.each<[string, unknown[], object]>([
    ["t3.medium", [instance("t3.medium", "aws")], { region: null, period: "month", currency: null }],
    ["t3.medium x3 frankfurt", [instance("t3.medium", "aws", 3)], frankfurt],
    ["3x t3.medium", [instance("t3.medium", "aws", 3)], {}],
    ["three cx23", [instance("cx23", "hetzner", 3)], {}],
    ["two s-2vcpu-4gb nyc per year", [instance("s-2vcpu-4gb", "digitalocean", 2)], { period: "year" }],
    ["how much is a t3.medium in london per hour?", [instance("t3.medium", "aws")], { period: "hour", unparsed: [] }],
    ["Standard_D2s_v5 westeurope", [instance("Standard_D2s_v5", "azure")], {}],
    ["e2-standard-4 x 2 london yearly", [instance("e2-standard-4", "gcp", 2)], { period: "year" }],
    ["t3.medium 3 year reserved", [instance("t3.medium", "aws")], { commitment: "3y" }],
    ["t3.medium spot us-east-1", [instance("t3.medium", "aws")], { spot: true }],
    ["4 vcpu 16 gb frankfurt", [shape(4, 16)], frankfurt],
    ["4vcpu/16gb", [shape(4, 16)], {}],
    ["2x 4 vcpu 8gb", [shape(4, 8, 2)], {}],
    ["hetzner 4 vcpu 8 gb", [shape(4, 8)], { providers: ["hetzner"] }],
    ["8 vcpu 32gb with 1 gpu aws", [shape(8, 32, 1, 1)], { providers: ["aws"] }],
    ["cheapest 2 vcpu 4 gb", [shape(2, 4)], { comparison: true }],
    ["8gb ram", [shape(null, 8)], {}],
    ["eks control plane", [part("control-plane", "control plane", null)], { platforms: ["eks"], providers: ["aws"] }],
    ["gke fee", [part("control-plane", "fee", null)], { providers: ["gcp"], comparison: false }],
    ["egress 5 tb gcp", [part("egress", "egress", 5120)], { providers: ["gcp"] }], // 5 × 1,024 GiB
    ["egress gcp 5tb", [part("egress", "egress", 5120)], {}],
    ["100 gb disk azure", [part("disk", "disk", 100)], { providers: ["azure"] }],
    ["500 GB storage on aws in euros", [part("disk", "storage", 500)], { currency: "EUR" }],
    ["load balancer aws", [part("load-balancer", "load balancer", null)], { providers: ["aws"] }],
    ["2 load balancers digitalocean", [part("load-balancer", "load balancers", null, 2)], {}],
    ["nat gateway eu-west-1", [part("nat", "nat gateway", null)], { region: { region: "eu-west-1" } }],
    ["ipv4 aws", [part("ipv4", "ipv4", null)], {}],
    ["autopilot 0.5 cpu 2 gb x4", [pod("gke-autopilot", 500, 2048, 4)], { providers: ["gcp"] }],
    ["fargate 1 cpu 8 gb", [pod("eks-fargate", 1000, 8192)], { providers: ["aws"] }],
    ["gke autopilot 10 pods 0.5 vcpu 1 gb", [pod("gke-autopilot", 500, 1024, 10)], {}],
    ["4 pods 500m 1Gi autopilot", [pod("gke-autopilot", 500, 1024, 4)], {}],
    ["autopilot 4 pods", [pod("gke-autopilot", null, null, 4)], {}],
    ["doks vs eks 3 nodes", [platform("doks", 3), platform("eks", 3)], { comparison: true }],
    ["doks", [platform("doks")], { comparison: false }],
    [
      "3 x m5.xlarge + load balancer + 500gb egress aws",
      [instance("m5.xlarge", "aws", 3), part("load-balancer", "load balancer", null), part("egress", "egress", 500)],
      { unparsed: [] },
    ],
  ])("%s", (text, items, rest: Partial<PriceQuery>) => {
    const query = ask(text);
    expect(query.items).toEqual(items);
    expect(query).toMatchObject(rest);
    expect(query.unparsed).toEqual([]);
  });

  it("mends a misspelt machine and city, and says so", () => {
    const { items, corrections } = ask("m7i.lage x3 franfurt");
    expect(items).toEqual([instance("m7i.large", "aws", 3)]);
    expect(corrections).toEqual([
      { typed: "m7i.lage", read: "m7i.large" },
      { typed: "franfurt", read: "frankfurt" },
    ]);
  });

  it("offers what is close to a machine or region nobody has", () => {
    expect(ask("m7i.superlarge").suggestions).toEqual([
      { typed: "m7i.superlarge", close: ["m7i.large", "m7i.xlarge"] },
    ]);
    expect(ask("cx99").suggestions[0]?.close.slice(0, 3)).toEqual(["cx22", "cx23", "cx33"]);
    expect(ask("t3.medium eu-west-9").suggestions[0]?.close[0]).toBe("eu-west-1");
  });

  it("finds nothing in what is no price question", () => {
    expect(ask("blah blah")).toMatchObject({ items: [], unparsed: ["blah blah"], suggestions: [] });
    expect(ask("")).toMatchObject({ items: [], unparsed: [] });
  });
});

describe("how many, for how long and where, said behind", () => {
  it.each([
    ["t3.medium frankfurt, 3 of them", 3],
    ["t3.medium, 20 pcs, mumbai", 20],
    ["t3.medium times five", 5],
    ["aws t3.medium, ten of those", 10],
  ])("%s", (text, count) => {
    expect(ask(text)).toMatchObject({ items: [instance("t3.medium", "aws", count)], unparsed: [] });
  });

  it.each([
    ["t3.medium per day", 24],
    ["ten t3.medium for a week", 168],
    ["t3.medium for half a year", 4380], // 6 x 730
  ])("%s", (text, hours) => {
    expect(ask(text).span).toMatchObject({ hours, isMonthly: false });
  });

  it("is a year, a thing named twice, or what leaves a cloud", () => {
    expect(ask("t3.medium for a whole year").period).toBe("year");
    expect(ask("cloudwatch, 200 gb of logs").items).toEqual([{ ...part("logs", "logs", 200), owner: "aws" }]);
    expect(ask("5 TB out of azure per month").items).toEqual([part("egress", "egress", 5120)]);
    expect(ask("2 x 500 gb gp3").items).toEqual([{ ...part("disk", "gp3", 1000), owner: "aws" }]);
  });

  it("is quoted back where only the first of two places is priced", () => {
    expect(ask("t3.medium in tokyo and frankfurt").unparsed).toEqual(["frankfurt"]);
  });
});
