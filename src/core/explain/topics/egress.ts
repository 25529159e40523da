import type { TieredPrice } from "../../catalog/catalog.ts";
import type { Platform } from "../../catalog/platform.ts";
import { GLOBAL_REGION, type PriceBook } from "../../catalog/price-book.ts";
import { money, plainNumber } from "../../cost/money.ts";
import { inTiers } from "../../cost/price-line.ts";
import { nearest } from "../../price/place.ts";
import { GIB_PER_TB } from "../../units.ts";
import { firstOfEach, unitPrice } from "../figures.ts";
import type { Figure, Topic } from "../topic.ts";

export const egress: Topic = {
  id: "egress",
  title: "Egress: traffic that leaves",
  aliases: ["egress", "bandwidth", "traffic", "data transfer", "transfer", "outbound", "internet traffic"],
  related: ["nat", "zones"],
  says: (book: PriceBook) => ({
    paragraphs: [
      "Egress is what your service sends out to the internet: pages, images, downloads, API answers. What comes in is usually free.",
      "Large clouds give a little away and charge for every GiB after that, less for each as the volume grows. Smaller ones let each machine bring an allowance, add the allowances up, and charge little beyond them. At a few hundred GiB a month it hardly matters; at many TB it can be the largest line of the bill.",
      "Traffic between zones and through NAT gateways is charged apart, where it is charged at all.",
    ],
    figures: firstOfEach(book.platforms, ({ provider }) => provider ?? "").flatMap((p) => figureOf(book, p)),
  }),
};

function figureOf(book: PriceBook, { provider, billing }: Platform): Figure[] {
  if (provider === null || billing === null) return [];
  const { skuId, pooled } = billing.egress;
  const near = nearest(book, provider, null, (region) => book.tiered(provider, skuId, region.id));
  const first = near?.found.tiers[0];
  if (near === null || first === undefined) return [];
  const { reading, regionId } = near.found;
  const place = regionId === GLOBAL_REGION ? "" : ` in ${near.region.place}`;
  return [
    {
      label: book.provider(provider).name,
      value: `${rateText(near.found, first.listUnitPrice, pooled)}${place}`,
      source: reading.source,
      asOf: reading.asOf,
    },
  ];
}

/** "0.09 USD a GiB after 100 GiB free, 83.16 USD a TB". */
function rateText(price: TieredPrice, listUnitPrice: number, pooled: boolean): string {
  const { currency, free } = price;
  if (listUnitPrice === 0 && price.tiers.length === 1) return "free";
  const terabyte = inTiers(price, GIB_PER_TB - free).reduce((sum, tier) => sum + tier.quantity * tier.listUnitPrice, 0);
  const allowance = free === 0 ? "" : ` after ${plainNumber(free)} GiB free`;
  const before = pooled ? " beyond what comes with the machines" : allowance;
  return `${unitPrice(listUnitPrice, currency)} a GiB${before}, ${money(terabyte, currency)} a TB`;
}
