import type { Gate } from "./rule.ts";

export const region: Gate = {
  id: "region",
  why: "A cluster far from its users or its data answers a different question.",
  source: "https://kubernetes.io/docs/setup/best-practices/multiple-zones/",
  says: ({ region: found, requirement, book }) =>
    found === null || found.geography !== book.geographyOf(requirement.region)
      ? `It has no region in ${requirement.region} that the catalog prices.`
      : null,
  asks: ({ region: found, requirement }) =>
    found === null
      ? null
      : {
          key: "region",
          question: `Where should it run? Nobody said; it has no region in ${requirement.region} and is priced in ${found.place}.`,
        },
};
