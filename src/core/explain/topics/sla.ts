import { ZONES_ABOVE_PERCENT } from "../../capacity/policy.ts";
import type { Sla } from "../../catalog/platform.ts";
import type { PriceBook } from "../../catalog/price-book.ts";
import { plainNumber } from "../../cost/money.ts";
import { slaOf } from "../../decision/sla.ts";
import { MINUTES_PER_MONTH } from "../../units.ts";
import { feeFigures, firstOfEach } from "../figures.ts";
import type { Figure, Topic } from "../topic.ts";

export const sla: Topic = {
  id: "sla",
  title: "SLA: what is promised, and what is not",
  aliases: ["sla", "uptime", "availability", "downtime", "nines", "control plane sla", "service level agreement"],
  related: ["control-plane", "zones", "n+1"],
  says: (book: PriceBook) => ({
    paragraphs: [
      "An SLA is a promise of availability with a refund when it is broken. The refund is a part of the fee; it does not make good what the outage costs you.",
      `For Kubernetes it covers the API of the control plane. Running pods usually survive an API outage, while deploys, scaling and moving pods do not. It says nothing about your service: for that you need replicas, a spare node and, above ${ZONES_ABOVE_PERCENT} %, several zones.`,
      "Promises multiply: three parts that each hold 99.95 % and must all work hold 99.85 % together. A tier without a promise may still be reliable, but nobody owes you anything.",
    ],
    figures: [
      ...firstOfEach(
        book.platforms.flatMap(({ name, tiers }) => tiers.map((tier) => ({ label: `${name}, ${tier.name}`, tier }))),
        ({ label }) => label,
      ).flatMap(({ label, tier }) =>
        tier.sla === null || tier.extendedSupport ? [] : promise(label, tier.sla, slaOf(tier, 3)),
      ),
      ...feeFigures(book, ({ kind }, { sla: promised }) => kind === "managed" && promised === null).map((fee) => ({
        ...fee,
        value: `no promise; ${fee.value}`,
      })),
    ],
  }),
};

function promise(label: string, { percent, withZonesPercent, covers, source }: Sla, most: number | null): Figure[] {
  const minutes = (value: number) => `${plainNumber((1 - value / 100) * MINUTES_PER_MONTH)} minutes down a month`;
  const zones = withZonesPercent === null || most === null ? "" : `; in three zones ${most} %, ${minutes(most)}`;
  return [{ label, value: `${percent} % for ${covers}, at most ${minutes(percent)}${zones}`, source, asOf: null }];
}
