import type { PriceBook } from "../../catalog/price-book.ts";
import { firstOfEach, priceFigure } from "../figures.ts";
import type { Topic } from "../topic.ts";

export const nat: Topic = {
  id: "nat",
  title: "NAT: the way out for private nodes",
  aliases: ["nat", "nat gateway", "cloud nat", "private nodes", "private subnet"],
  related: ["egress", "fargate"],
  says: (book: PriceBook) => ({
    paragraphs: [
      "Nodes without a public address are safer, since nobody outside can reach them. To fetch images and call other services they go out through a NAT gateway, which lends them its address.",
      "A gateway is billed by the hour and again for every GiB that passes through it, on top of egress. One in each zone keeps a lost zone from cutting off the others, and costs as many times as much.",
      "Private endpoints for the provider's own storage and registry keep the largest flows off the gateway. Some platforms need none: their nodes have public addresses behind a firewall, or go out through a load balancer that is there anyway.",
    ],
    figures: firstOfEach(
      book.platforms.flatMap(({ provider, billing }) =>
        provider === null || billing === null || billing.nat.kind === "none" ? [] : [{ provider, nat: billing.nat }],
      ),
      ({ provider }) => provider,
    ).flatMap(({ provider, nat: rule }) =>
      [...(rule.kind === "per-zone" ? [rule.hourSku] : [rule.nodeHourSku, rule.flatHourSku]), rule.dataSku].flatMap(
        (skuId) => priceFigure(book, provider, skuId),
      ),
    ),
  }),
};
