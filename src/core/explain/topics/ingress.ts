import type { PriceBook } from "../../catalog/price-book.ts";
import { firstOfEach, priceFigure } from "../figures.ts";
import type { Topic } from "../topic.ts";

export const ingress: Topic = {
  id: "ingress",
  title: "Ingress: one door for many sites",
  aliases: ["ingress", "ingress controller", "ingresses", "gateway api", "nginx ingress"],
  related: ["load-balancer", "egress"],
  says: (book: PriceBook) => ({
    paragraphs: [
      "An ingress is a list of rules: requests for this name and path go to that service. An ingress controller, itself a few pods, reads the rules and stands behind one load balancer for all of them; it can hold the TLS certificates too.",
      "With it a cluster needs one load balancer instead of one for each service. Without it every service that the internet should reach orders a balancer of its own.",
      "Its successor, the Gateway API, says the same with more kinds of rules. Services that only talk to each other inside the cluster need neither.",
    ],
    figures: firstOfEach(
      book.platforms.flatMap(({ provider, billing }) =>
        provider === null || billing === null ? [] : [{ provider, rule: billing.loadBalancer }],
      ),
      ({ provider }) => provider,
    ).flatMap(({ provider, rule }) => priceFigure(book, provider, rule.kind === "each" ? rule.skuId : rule.firstSku)),
  }),
};
