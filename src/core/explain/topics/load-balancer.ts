import type { PriceBook } from "../../catalog/price-book.ts";
import { firstOfEach, priceFigure } from "../figures.ts";
import type { Topic } from "../topic.ts";

export const loadBalancer: Topic = {
  id: "load-balancer",
  title: "Load balancer: the public door of a cluster",
  aliases: ["load balancer", "balancer", "lb", "public address of a service"],
  related: ["egress", "nat"],
  says: (book: PriceBook) => ({
    paragraphs: [
      "A load balancer gives a cluster one public address and hands each request to a node that is well. Without one, the address people use is gone when its node is.",
      "In Kubernetes every service of type LoadBalancer orders one of its own. An ingress controller stands behind a single one and tells many sites apart by their names, so most clusters need one only.",
      "Clouds bill it by the hour or month, some also for what passes through it, and a public address beside. Traffic that leaves through it is egress and has a line of its own.",
    ],
    figures: firstOfEach(
      book.platforms.flatMap(({ provider, billing }) =>
        provider === null || billing === null ? [] : [{ provider, rule: billing.loadBalancer }],
      ),
      ({ provider }) => provider,
    ).flatMap(({ provider, rule }) =>
      [rule.kind === "each" ? rule.skuId : rule.firstSku, rule.dataSku].flatMap((skuId) =>
        skuId === null ? [] : priceFigure(book, provider, skuId),
      ),
    ),
  }),
};
