import { plainNumber } from "../core/cost/money.ts";
import type { Estimate, RankedPlatform, RejectedPlatform } from "../core/decision/estimate.ts";
import { amountText, differenceText } from "./amount.ts";
import type { Card, Section } from "./card.ts";
import { button, whyNotMenu } from "./card-actions.ts";
import { clip } from "./clip.ts";
import { clusterLine } from "./cluster-line.ts";
import { notConsidered } from "./compare-card.ts";
import { downtimeText } from "./downtime.ts";
import { estimateFooter } from "./estimate-footer.ts";
import type { Names } from "./names.ts";

const MOST_TITLE = 150;
const MOST_WARNINGS = 3;

/** What would have to be different for a platform to stand, by the rule that ruled it out. */
const REMEDIES: ReadonlyMap<string, string> = new Map<string, string>([
  ["region", "Ask for a region that it serves."],
  ["feature", "Do without that need, or meet it in another way."],
  ["one-zone", "Do without several zones, or aim for 99.9 % or less."],
  ["sla", "Lower the uptime you want."],
  [
    "self-managed-skill",
    "Have somebody on the team who has run Kubernetes for years, and a purpose other than learning it.",
  ],
  ["needs-a-cluster", "Have less to run, and less that depends on it."],
  ["over-budget", "Raise the budget, or run less."],
  ["laptop", "Nothing would: use it to build and to try, and run what others need elsewhere."],
]);

/** Why one platform is not first: how far it is behind, or what ruled it out; and what would have to change. */
export function whyNotCard(estimate: Estimate, platform: string, names: Names): Card {
  const { name } = names.platform(platform);
  const ranked = estimate.ranking.find((each) => each.platform === platform);
  const rejected = estimate.rejected.find((each) => each.platform === platform);
  const [winner] = estimate.ranking;
  const isFirst = ranked !== undefined && ranked === winner;
  const answer = isFirst ? "It is the first choice." : (ranked?.reason ?? rejected?.reason ?? "It was not looked at.");
  return {
    title: clip(isFirst ? `${name} is first` : `Why not ${name}?`, MOST_TITLE),
    tone: "neutral",
    fallback: `${name}: ${answer}`,
    sections: [
      ...(ranked !== undefined && winner !== undefined ? behind(ranked, winner, estimate, names) : []),
      ...(rejected === undefined ? [] : ruledOut(rejected)),
      ...(ranked === undefined && rejected === undefined ? notConsidered([platform], names) : []),
      ...(isFirst ? [] : remedies(estimate, platform, rejected)),
      estimateFooter(estimate),
    ],
    actions: [
      ...(ranked === undefined ? [] : [button("cost-lines", "Cost lines", estimate.id, { value: platform })]),
      button("compare", "Compare all", estimate.id),
      ...whyNotMenu(estimate, names),
    ],
    files: [],
  };
}

const ruledOut = ({ reason }: RejectedPlatform): Section[] => [
  { kind: "text", text: [{ text: "Ruled out: ", mark: "strong" }, reason] },
];

function behind(ranked: RankedPlatform, winner: RankedPlatform, estimate: Estimate, names: Names): Section[] {
  const { clusters } = estimate.requirement;
  const warnings = ranked.warnings.slice(0, MOST_WARNINGS);
  return [
    {
      kind: "facts",
      facts: [
        { label: "Rank", value: `${ranked.rank} of ${estimate.ranking.length}` },
        { label: "Cluster", value: clusterLine(ranked, clusters, names) },
      ],
    },
    {
      kind: "text",
      text: ranked === winner ? ranked.reason : `Against ${names.platform(winner.platform).name}: ${ranked.reason}`,
    },
    ...(ranked === winner ? [] : [sideBySide(ranked, winner, names)]),
    ...(warnings.length === 0
      ? []
      : [{ kind: "list" as const, title: "Know about it", tone: "warning" as const, items: warnings }]),
  ];
}

function sideBySide(ranked: RankedPlatform, winner: RankedPlatform, names: Names): Section {
  const amounts = (label: string, of: (each: RankedPlatform) => number) => [
    label,
    amountText(of(winner)),
    amountText(of(ranked)),
    differenceText(of(ranked) - of(winner)),
  ];
  const { risk } = ranked;
  return {
    kind: "table",
    table: {
      title: `Side by side, ${winner.bill.currency} a month`,
      columns: [
        { name: "", align: "left" },
        { name: names.platform(winner.platform).name, align: "right" },
        { name: names.platform(ranked.platform).name, align: "right" },
        { name: "Difference", align: "right" },
      ],
      rows: [
        amounts("Bill", ({ bill }) => bill.total),
        amounts("Work", ({ labour }) => labour.cost),
        ...(risk + winner.risk === 0 ? [] : [amounts("Expected loss by outages", (each) => each.risk)]),
        amounts("True cost", ({ trueCost }) => trueCost),
        ["Minutes down at most", downtimeText(winner), downtimeText(ranked), ""],
        ["Control, of 5", plainNumber(winner.triangle.control), plainNumber(ranked.triangle.control), ""],
      ],
      total: null,
    },
  };
}

function remedies({ flips }: Estimate, platform: string, rejected: RejectedPlatform | undefined): Section[] {
  const remedy = rejected === undefined ? undefined : REMEDIES.get(rejected.rule);
  const items = [
    ...(remedy === undefined ? [] : [remedy]),
    ...flips.filter((flip) => flip.platform === platform).map(({ text }) => text),
  ];
  return items.length === 0 ? [] : [{ kind: "list", title: "What would have to change", tone: "plain", items }];
}
