import type { Gate } from "./rule.ts";

export const region: Gate = {
  id: "region",
  why: "A cluster far from its users or its data answers a different question.",
  source: "https://kubernetes.io/docs/setup/best-practices/multiple-zones/",
  says: ({ region: found, requirement }) =>
    found === null ? `It has no region in ${requirement.region} that the catalog prices.` : null,
};
