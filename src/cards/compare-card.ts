import type { Estimate, RankedPlatform } from "../core/decision/estimate.ts";
import { amountText } from "./amount.ts";
import { billChart } from "./bill-chart.ts";
import type { Card, Section } from "./card.ts";
import { button, whyNotMenu } from "./card-actions.ts";
import { clipSentences, counted } from "./clip.ts";
import { machinesText, tierText } from "./cluster-line.ts";
import { downtimeText } from "./downtime.ts";
import { estimateFooter } from "./estimate-footer.ts";
import type { Names } from "./names.ts";
import { verdictTitle } from "./verdict-title.ts";
import { notUnderstood } from "./warnings.ts";

const MOST_REASON = 300;

/** The named platforms side by side, or with null every one of them; those ruled out with their reason. */
export function compareCard(estimate: Estimate, names: Names, platforms: readonly string[] | null): Card {
  const isAsked = ({ platform }: { platform: string }) => platforms === null || platforms.includes(platform);
  const ranked = estimate.ranking.filter(isAsked);
  const rejected = estimate.rejected.filter(isAsked);
  const known = new Set([...ranked, ...rejected].map(({ platform }) => platform));
  const unknown = (platforms ?? []).filter((platform) => !known.has(platform));
  const chart = billChart(ranked, names);
  const title = `${counted(known.size, "platform")} compared`;
  return {
    title,
    tone: "neutral",
    fallback: `${title}. ${verdictTitle(estimate, names)}.`,
    sections: [
      ...(ranked.length === 0 ? [] : [comparison(ranked, estimate, names)]),
      ...(chart === null ? [] : [{ kind: "chart" as const, chart }]),
      ...(rejected.length === 0 ? [] : [ruledOut(rejected, names)]),
      ...notConsidered(unknown, names),
      ...notUnderstood(estimate),
      estimateFooter(estimate),
    ],
    actions: [button("change", "Change answers", estimate.id), ...whyNotMenu(estimate, names)],
    files: [],
  };
}

function comparison(ranked: readonly RankedPlatform[], { requirement }: Estimate, names: Names): Section {
  const rows = ranked.map((each) => {
    const tier = names.tier(each.platform, each.tier);
    return [
      String(each.rank),
      names.platform(each.platform).name,
      amountText(each.bill.total),
      amountText(each.labour.cost),
      amountText(each.trueCost),
      tier === null ? "–" : tierText(tier),
      machinesText(each),
      downtimeText(each),
    ];
  });
  const clusters = requirement.clusters > 1 ? `; machines of each of ${requirement.clusters} clusters` : "";
  return {
    kind: "table",
    table: {
      title: `Costs in ${requirement.currency} a month${clusters}`,
      columns: [
        { name: "Rank", align: "right" },
        { name: "Platform", align: "left" },
        { name: "Bill", align: "right" }, // money early: a phone shows what stands first
        { name: "Work", align: "right" },
        { name: "True cost", align: "right" },
        { name: "Tier", align: "left" },
        { name: "Machines", align: "left" },
        { name: "Minutes down", align: "right" },
      ],
      rows,
      total: null,
    },
  };
}

function ruledOut(rejected: Estimate["rejected"], names: Names): Section {
  const items = rejected.map(({ platform, reason }) => [
    { text: `${names.platform(platform).name}: `, mark: "strong" as const },
    clipSentences(reason, MOST_REASON),
  ]);
  return { kind: "list", title: "Ruled out", tone: "plain", items };
}

/** A sentence for each platform that was asked about and left out of the answer; none for none. */
export const notConsidered = (platforms: readonly string[], names: Names): Section[] =>
  platforms.map((platform) => ({
    kind: "text",
    text: `${names.platform(platform).name} was not looked at: the question or the team's settings leave it out.`,
  }));
