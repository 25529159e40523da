import type { PriceBook } from "../../catalog/price-book.ts";
import { discountFigures } from "../machines.ts";
import type { Topic } from "../topic.ts";

export const commitments: Topic = {
  id: "commitments",
  title: "Commitments: paying less for staying",
  aliases: [
    "commitments",
    "commitment",
    "committed",
    "savings plan",
    "savings plans",
    "reserved instances",
    "cud",
    "ri",
    "sustained use",
    "sustained use discount",
  ],
  related: ["spot", "ranking"],
  says: (book: PriceBook) => ({
    paragraphs: [
      "A commitment is a promise to pay for an amount of machines for one or three years, for a lower price. It is billed for every hour of the term, used or not.",
      "Commit to what runs all the time, never to the peak, and not before the size of the cluster has settled. A part of the bill is never discounted: control-plane fees, NAT, egress and load balancers.",
      "Nothing has to be signed for sustained use: Google Cloud takes something off by itself from some families (N1, N2, N2D, C2) the longer a machine runs in a month. It is a line of its own on the bill, and never comes on top of a commitment or of spot.",
      "A percentage from a brochure is no price: it differs by machine, region and term. A commitment is counted here only where the rate of that very machine is known; elsewhere the on-demand price stands and the card says so.",
    ],
    figures: [...discountFigures(book, "committed-1y", "1 year"), ...discountFigures(book, "committed-3y", "3 years")],
  }),
};
