import { planNodeCount } from "../../capacity/cluster-plan.ts";
import type { Check } from "./rule.ts";

export const oneNode: Check = {
  id: "one-node",
  effect: "warn",
  why: "A drain, and so every upgrade, needs another node to move pods to.",
  source: "https://kubernetes.io/docs/tasks/administer-cluster/safely-drain-node/",
  says: ({ plan, candidate: { platform } }) =>
    platform.kind !== "machine" && planNodeCount(plan) === 1
      ? "Its one node is lost as a whole, and every upgrade stops what runs on it."
      : null,
};
