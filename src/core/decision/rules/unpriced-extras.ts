import type { Feature } from "../../question/choices.ts";
import type { Check } from "./rule.ts";

/** Features that cost money the catalog has no price for. */
const APART: Partial<Record<Feature, string>> = {
  "managed-database": "the managed database, which often costs more than the nodes",
  windows: "Windows licences",
  tpu: "the TPU itself: a GPU node stands in for it",
  hybrid: "the line to your own data centre",
};

export const unpricedExtras: Check = {
  id: "unpriced-extras",
  effect: "warn",
  why: "What is not in the bill has to be named, or the bill looks complete.",
  source: "https://www.finops.org/framework/capabilities/planning-estimating/",
  says: ({ candidate: { requirement } }) => {
    const apart = requirement.features.flatMap((feature) => APART[feature] ?? []);
    return apart.length === 0 ? null : `Not in this bill: ${apart.join("; ")}.`;
  },
};
