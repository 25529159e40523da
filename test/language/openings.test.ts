import { describe, expect, it } from "vitest";
import { parseRequirement } from "../../src/core/question/parse-requirement.ts";
import { followUp } from "../../src/language/follow-up.ts";
import { vocabulary } from "./vocabulary.fixture.ts";

const earlier = parseRequirement({
  workload: { services: 3 },
  engineers: 2,
  budgetUsd: 100,
  features: ["gpu"],
}).requirement;
const read = (text: string) => followUp(earlier, text, vocabulary, { ranked: ["doks", "aks", "eks"] });

describe("a follow-up", () => {
  it.each([
    ["final answer: aks, reason is entra", "decide", ["aks"]],
    ["lock in eks since the team knows it", "decide", ["eks"]],
    ["we've chosen civo", "decide", ["civo"]],
    ["doks it shall be", "decide", ["doks"]],
    ["take the second one", "decide", ["aks"]],
    ["you can have my vote for civo", "vote", ["civo"]],
    ["put me down for doks", "vote", ["doks"]],
    ["itemised bill for aks please", "breakdown", ["aks"]],
    ["give me that sum line by line", "breakdown", ["doks"]],
    ["what am I paying for exactly", "breakdown", ["doks"]],
    ["for what reason did you drop ovh", "why-not", ["ovh-mks"]],
    ["any reason not to use aks", "why-not", ["aks"]],
    ["what happened to eks", "why-not", ["eks"]],
    ["does civo have gpus", "why-not", ["civo"]],
    ["changed my mind, vote for doks", "vote", ["doks"]],
    ["show me the numbers for aks", "breakdown", ["aks"]],
    ["which one is cheapest", "compare", ["doks", "aks", "eks"]],
  ])("%s: %s", (text, intent, platforms) => {
    expect(read(text)).toMatchObject({ intent, platforms, changes: {} });
  });

  it.each([
    ["scratch my vote", "unvote"],
    ["take my vote back", "unvote"],
    ["how many votes so far?", "votes"],
    ["what's the tally", "votes"],
    ["roll that back", "undo"],
    ["no, put it back the way it was", "undo"],
    ["what can I type here", "help"],
    ["what's an m5.xlarge an hour", "price"],
    ["and a nat gateway on its own, how much?", "price"],
    ["eli5 egress", "explain"],
    ["what do you mean by allocatable", "explain"],
    ["what does HA mean here", "explain"],
    ["how many pods fit on one node?", "explain"],
  ])("%s: %s", (text, intent) => {
    expect(read(text)).toMatchObject({ intent, changes: {} });
  });

  it.each([
    "eks gave me grey hair",
    "nobody asked me about eks",
    "aws had an outage yesterday, 4 hours",
    "we have 4 people on call this week",
    "lol 140 a month, my phone is more",
    "I'll ask my boss about the 140",
    "what's in the 140?",
    "10x",
    "50 more per month",
  ])("wants nothing: %s", (text) => {
    expect(read(text)).toMatchObject({ intent: "none", changes: {} });
  });

  it.each([
    ["knock 20 dollars off the budget", { budgetUsd: 80 }],
    ["cut egress to a tenth", { egressGiB: 10 }],
    ["egress x10", { egressGiB: 1000 }],
    ["one of us leaves", { engineers: 1 }],
    ["strike the gpu again", { features: [] }],
    ["forget about the GPU", { features: [] }],
    ["lower cpu to 100m", { workload: { services: 3, replicas: 2, cpuMillicores: 100, memoryMiB: 512 } }],
    ["memory 1Gi", { workload: { services: 3, replicas: 2, cpuMillicores: 250, memoryMiB: 1024 } }],
    ["scrap gke from the list", { excluded: ["gke-zonal", "gke-regional", "gke-autopilot"] }],
    ["sign for three years, what then?", { commitment: "3y" }],
    ["must survive a zone going down", { features: ["gpu", "multi-zone"] }],
    // 20e9 bytes a day x 365 / 12 = 608.33e9 a month = 566.55 GiB
    ["oh and logs, 20 GB a day", { logsGiB: 566.55 }],
  ])("changes: %s", (text, changes) => {
    expect(read(text)).toMatchObject({ intent: "what-if", changes });
  });
});
