import { serviceCount } from "../../question/workload.ts";
import type { Check } from "./rule.ts";

export const fewServices: Check = {
  id: "few-services",
  effect: "note",
  why: "What a cluster gives is worth its upkeep from some services on; whoever has fewer should choose it knowingly.",
  source: "https://docs.docker.com/compose/how-tos/production/",
  says: ({ candidate: { platform, requirement, book } }) => {
    const { purpose, engineers, workload, features } = requirement;
    const { mostServices, mostEngineers } = book.policy.oneMachine;
    const isSmall = "services" in workload && serviceCount(requirement) <= mostServices && engineers <= mostEngineers;
    if (!isSmall || platform.kind === "machine" || purpose === "learning" || features.length > 0) return null;
    return "So little needs no Kubernetes: where an outage at every update is bearable, one machine or a platform that takes your code runs it with less to learn.";
  },
};
