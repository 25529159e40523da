import { plainNumber, shortMoney } from "../core/cost/money.ts";
import type { Estimate, RankedPlatform } from "../core/decision/estimate.ts";
import type { Inline } from "./card.ts";
import { clipSentences } from "./clip.ts";
import { tierText } from "./cluster-line.ts";
import type { Names } from "./names.ts";
import { notHere } from "./not-here.ts";
import { spendToday } from "./spend-today.ts";
import { isOverBudget } from "./verdict-title.ts";
import { notCounted } from "./warnings.ts";

const MOST_REASON = 400;
const MOST_STRENGTH = 250;

/** The answer in short: what to run, why, and what comes next; below it what must not be missed. */
export function verdictWords(estimate: Estimate, names: Names): Inline[] {
  const [winner, next] = estimate.ranking;
  const answer: Inline[] =
    winner === undefined
      ? [clipSentences(estimate.verdict.reason, MOST_REASON)]
      : [
          { text: `${machinesWords(winner, estimate, names)}.`, mark: "strong" },
          ` ${whyWords(estimate, winner, next, names)}`,
        ];
  return [...answer, ...asides(estimate, names).flatMap((aside): Inline[] => ["\n", ...aside])];
}

/** "2 × s-2vcpu-4gb (2 vCPU, 4 GiB) in New York 3, basic control plane". */
export function machinesWords(winner: RankedPlatform, { requirement }: Estimate, names: Names): string {
  const { platform, tier, region, cluster } = winner;
  const pools = cluster.pools.map(
    ({ count, instanceType, vcpu, memoryGiB }) =>
      `${count} × ${instanceType} (${plainNumber(vcpu, 2)} vCPU, ${plainNumber(memoryGiB)} GiB)`,
  );
  const machines =
    pools.length === 0 ? `${plainNumber(cluster.pods)} pods, billed by what they ask for,` : pools.join(" + ");
  const clusters = requirement.clusters > 1 ? `${requirement.clusters} clusters, each ` : "";
  const tierName = names.tier(platform, tier);
  return `${clusters}${machines} in ${names.place(region) ?? region}${tierName === null ? "" : `, ${tierText(tierName)}`}`;
}

/** "No control-plane fee, and traffic included; next is GKE Autopilot, $21 more on the bill and $33 more of work." */
function whyWords(estimate: Estimate, winner: RankedPlatform, next: RankedPlatform | undefined, names: Names): string {
  const strength = clipSentences(winner.reason, MOST_STRENGTH).replace(/\.$/, "");
  const after = next === undefined ? "" : `; next is ${names.platform(next.platform).short}, ${against(next, winner)}`;
  return `${strength}${after}.${overWords(estimate, winner, names)}`;
}

/** "$21 more on the bill and $33 more of work". */
function against(next: RankedPlatform, winner: RankedPlatform): string {
  const { currency } = winner.bill;
  const part = (difference: number, where: string, same: string) =>
    Math.abs(difference) < 0.5
      ? same
      : `${shortMoney(Math.abs(difference), currency)} ${difference > 0 ? "more" : "less"} ${where}`;
  const bill = part(next.bill.total - winner.bill.total, "on the bill", "the same bill");
  return `${bill} and ${part(next.labour.cost - winner.labour.cost, "of work", "as much work")}`;
}

/** " The bill is $12 over your $100." Empty where it is not. */
export function overWords(estimate: Estimate, winner: RankedPlatform, names: Names): string {
  const { budgetUsd, currency } = estimate.requirement;
  if (budgetUsd === null || !isOverBudget(estimate, names)) return "";
  const budget = names.fromUsd(budgetUsd, currency);
  return ` The bill is ${shortMoney(winner.bill.total - budget, currency)} over your ${shortMoney(budget, currency)}.`;
}

/** What is paid today, why not where it runs, and what was not understood: a paragraph each. */
function asides(estimate: Estimate, names: Names): Inline[][] {
  const unread: Inline[][] =
    estimate.unparsed.length === 0 ? [] : [[{ text: `⚠️ ${notCounted(estimate.unparsed)}`, mark: "strong" }]];
  return [...spendToday(estimate, names), ...notHere(estimate, names), ...unread];
}
