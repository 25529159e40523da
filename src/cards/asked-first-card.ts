import type { PodsFit } from "../core/capacity/pods-fit.ts";
import { money, plainNumber } from "../core/cost/money.ts";
import type { Estimate, RankedPlatform } from "../core/decision/estimate.ts";
import { answerCard } from "./answer-card.ts";
import { assumedWorkload } from "./assumptions.ts";
import { billDifference } from "./bill-difference.ts";
import { billTable } from "./bill-parts.ts";
import type { Card, Section } from "./card.ts";
import { button } from "./card-actions.ts";
import { clip, clipSentences, counted, listed } from "./clip.ts";
import { clusterLine } from "./cluster-line.ts";
import { compareCard } from "./compare-card.ts";
import { estimateFooter } from "./estimate-footer.ts";
import type { Names } from "./names.ts";
import type { RecommendationView } from "./recommendation-card.ts";
import { trueCostFacts } from "./true-cost.ts";
import { whyNotCard } from "./why-not-card.ts";

const MOST_TITLE = 150;
const MOST_ADVICE = 500;

/** What was asked for beside advice, with what answers it. */
export type AskedFirst =
  | { kind: "bill"; platform: string }
  | { kind: "why"; platform: string }
  /** `why`: what makes them differ is asked, rather than what they cost. */
  | { kind: "compare"; platforms: readonly string[]; why: boolean }
  /** `assumed`: nobody said what a pod asks for. */
  | { kind: "fit"; fits: readonly PodsFit[]; assumed: boolean };

type Asked<K> = Extract<AskedFirst, { kind: K }>;

interface Lead {
  title: string;
  sections: Section[];
}

/** The answer to what was asked, and after it the advice in short; the whole advice is a button away. */
export function askedFirstCard(estimate: Estimate, asked: AskedFirst, names: Names, view: RecommendationView): Card {
  const whole = answerCard(estimate, names, view);
  const { title, sections } = leadOf(estimate, asked, names);
  return {
    ...whole,
    title: clip(title, MOST_TITLE),
    tone: "neutral",
    fallback: `${title}. ${estimate.verdict.reason}`,
    sections: [...sections, ...shortAdvice(estimate), estimateFooter(estimate)],
    actions: [
      ...whole.actions.filter(({ name }) => name === "share"),
      button("open", "Whole advice", estimate.id, { value: `estimate:${estimate.id}` }),
      ...whole.actions.filter(({ name }) => name !== "share"),
    ],
  };
}

/** Machines that were asked about and nothing else are no plan to advise on. */
function shortAdvice({ ranking, verdict }: Estimate): Section[] {
  if (ranking.length === 0) return [];
  const text = clipSentences(verdict.reason, MOST_ADVICE);
  return [{ kind: "text", text: [{ text: "Advice: ", mark: "strong" }, text] }];
}

function leadOf(estimate: Estimate, asked: AskedFirst, names: Names): Lead {
  switch (asked.kind) {
    case "bill":
      return billLead(estimate, asked.platform, names);
    case "why":
      return withoutFooter(whyNotCard(estimate, asked.platform, names));
    case "compare":
      return compareLead(estimate, asked, names);
    case "fit":
      return fitLead(asked, names);
  }
}

const withoutFooter = ({ title, sections }: Card): Lead => ({
  title,
  sections: sections.filter(({ kind }) => kind !== "footer"),
});

const ranked = (estimate: Estimate, platforms: readonly string[]): RankedPlatform[] =>
  platforms.flatMap((id) => estimate.ranking.find(({ platform }) => platform === id) ?? []);

function billLead(estimate: Estimate, platform: string, names: Names): Lead {
  const [found] = ranked(estimate, [platform]);
  if (found === undefined) return withoutFooter(whyNotCard(estimate, platform, names));
  const { name, kind } = names.platform(platform);
  const { bill } = found;
  return {
    title: `${name}: ${money(bill.total, bill.currency)} a month${assumedWorkload(estimate)}`,
    sections: [
      {
        kind: "facts",
        facts: [{ label: "Cluster", value: clusterLine(found, estimate.requirement.clusters, names) }],
      },
      { kind: "table", table: billTable(bill, kind) },
      trueCostFacts(found, names),
    ],
  };
}

function compareLead(estimate: Estimate, { platforms, why }: Asked<"compare">, names: Names): Lead {
  const { sections } = withoutFooter(compareCard(estimate, names, platforms));
  const priced = ranked(estimate, platforms).toSorted((a, b) => a.bill.total - b.bill.total);
  const [first, second] = priced;
  const bills = priced.map(
    ({ platform, bill }) => `${names.platform(platform).name} ${money(bill.total, bill.currency)}`,
  );
  const isPair = platforms.length === 2 && first !== undefined && second !== undefined;
  const reasons = isPair ? billDifference(first, second, names) : [];
  return {
    title:
      bills.length === 0
        ? `None of ${listed(platforms.map((id) => names.platform(id).name))} fits`
        : `${bills.join(", ")} a month${assumedWorkload(estimate)}`,
    sections: why ? [...reasons, ...sections] : [...sections, ...reasons],
  };
}

const LIMITS = { memory: "memory runs out first", cpu: "CPU runs out first", pods: "no node there may hold more pods" };

function fitLead({ fits, assumed }: Asked<"fit">, names: Names): Lead {
  const [first] = fits;
  if (first === undefined) return { title: "That machine is no node of any platform here", sections: [] };
  const { size } = first;
  const counts = [...new Set(fits.map(({ pods }) => pods))].toSorted((a, b) => a - b);
  const number = counts.length === 1 ? String(counts[0]) : `${counts[0]} to ${counts.at(-1)}`;
  const each = `${size.cpuMillicores} m CPU and ${size.memoryMiB} MiB`;
  return {
    title: `${number === "1" ? "1 pod" : `${number} pods`} of ${each}${assumed ? ", as assumed," : ""} on one ${first.machine}`,
    sections: [{ kind: "list", title: null, tone: "plain", items: fits.map((fit) => fitText(fit, names)) }],
  };
}

/** "Amazon EKS: 11 pods, memory runs out first. Of the node 1,930 m CPU, 3,300 MiB and 17 pods are left for them." */
function fitText({ platforms, pods, limit, usable }: PodsFit, names: Names): string {
  const where = listed(platforms.map((id) => names.platform(id).name));
  const left = `${plainNumber(usable.cpuMillicores)} m CPU, ${plainNumber(usable.memoryMiB)} MiB and ${counted(usable.pods, "pod")}`;
  return `${where}: ${counted(pods, "pod")}, ${LIMITS[limit]}. System and daemons leave ${left} of the node.`;
}
