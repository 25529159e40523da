import { consider, type Knowledge } from "../decision/consider.ts";
import type { CostedCandidate } from "../decision/evaluate.ts";
import type { Commitment } from "../question/choices.ts";
import { parseRequirement } from "../question/parse-requirement.ts";
import { USUAL_GEOGRAPHY } from "./place.ts";
import type { PriceResult } from "./price-answer.ts";
import type { PriceItem } from "./query.ts";
import type { Asking } from "./result.ts";

type PlatformItem = Extract<PriceItem, { kind: "platform" }>;

/** Machines assumed where somebody asks for nodes without a size. */
const ASSUMED_NODE = { vcpu: 2, memoryGiB: 4 };
const ASSUMED_NODES = 3;

/** Whole clusters, one a platform, cheapest first: the nodes asked for, one load balancer, 20 GiB of volumes, 100 GiB of traffic. */
export function platformResults(
  { book, query, currency }: Asking,
  items: readonly PlatformItem[],
  knowledge: Knowledge,
): PriceResult[] {
  const nodes = items.find((item) => item.nodes !== null)?.nodes ?? ASSUMED_NODES;
  const region = query.region?.region ?? query.region?.geography ?? USUAL_GEOGRAPHY;
  const ids = items.map(({ id }) => id);
  const asked = query.commitment === "none" ? [ids] : ids.map((id) => [id]); // one without such rates takes them from no other
  const ranked = asked.flatMap((only) => {
    const { requirement } = parseRequirement({
      region,
      currency,
      kubernetesExperience: "expert",
      commitment: query.commitment,
      workload: { nodes, ...ASSUMED_NODE },
      only,
    });
    return consider(requirement, knowledge).ranked.filter(({ priced }) => isAtRate(priced, query.commitment));
  });
  const months = query.period === "year" ? 12 : 1;
  return ranked
    .map(({ priced: { candidate, plan, bill } }) => {
      const { platform } = candidate;
      const pools = plan.pools.map((pool) => `${pool.count} × ${pool.machine.id}`).join(" + ") || `${plan.pods} pods`;
      const oldest = bill.lines.reduce((a, b) => (b.asOf < a.asOf ? b : a));
      return {
        provider: platform.provider ?? "",
        region: candidate.region.id,
        skuId: platform.id,
        description: `${platform.name}: ${pools}, ${candidate.tier.name}, load balancer, 20 GiB volumes, 100 GiB traffic`,
        quantity: months,
        unit: "month",
        unitPrice: bill.total,
        currency,
        listUnitPrice: bill.total,
        listCurrency: currency, // a bill of several lists is in the asker's
        cost: Math.round(bill.total * months * 100) / 100,
        period: query.period === "year" ? "year" : "month",
        source: book.provider(platform.provider ?? "").source,
        asOf: oldest.asOf,
        confidence: bill.lines.some((line) => line.confidence === "low") ? ("low" as const) : ("medium" as const),
      };
    })
    .sort((a, b) => a.cost - b.cost);
}

/** Whether a plan is priced at the commitment asked for: on demand is another price, never given under its name. */
const isAtRate = ({ plan, candidate: { book, platform } }: CostedCandidate, commitment: Commitment) =>
  commitment === "none" ||
  (platform.provider !== null && !book.provider(platform.provider).sellsCommitments) ||
  (plan.pools.length > 0 && plan.pools.every(({ category }) => category !== "standard"));
