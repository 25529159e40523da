import { ZONES_ABOVE_PERCENT } from "../../capacity/policy.ts";
import type { PriceBook } from "../../catalog/price-book.ts";
import { featureFigures, firstOfEach, priceFigure } from "../figures.ts";
import type { Topic } from "../topic.ts";

export const zones: Topic = {
  id: "zones",
  title: "Zones: surviving the loss of a data centre",
  aliases: ["zones", "zone", "availability zones", "multi az", "multi zone", "cross zone", "regional", "zonal"],
  related: ["sla", "n+1", "egress"],
  says: (book: PriceBook) => ({
    paragraphs: [
      "A region is a place; a zone is one data centre in it, or a group of them, with power and network of its own. A cluster in one zone stops with that zone. Over three zones it keeps running on two.",
      `Three zones are planned here when you ask for them and for any target above ${ZONES_ABOVE_PERCENT} %. They cost more: at least a node in each, a NAT gateway in each where one is needed, and often a price on traffic between them, which can be charged on both sides.`,
      "A disk usually belongs to one zone, so a database pod can only start again where its disk is: keep spare capacity in every zone, or replicate the data.",
    ],
    figures: [
      ...firstOfEach(
        book.platforms.flatMap(({ provider, billing }) => {
          const skuId = billing?.crossZone?.skuId;
          return provider === null || skuId === undefined ? [] : [{ provider, skuId }];
        }),
        ({ provider }) => provider,
      ).flatMap(({ provider, skuId }) => priceFigure(book, provider, skuId)),
      ...featureFigures(book, "multi-zone", ({ kind }) => kind === "managed" || kind === "self-managed"),
    ],
  }),
};
