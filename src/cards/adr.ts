import { money } from "../core/cost/money.ts";
import type { Estimate, RankedPlatform } from "../core/decision/estimate.ts";
import { REQUIREMENT_KEYS } from "../core/question/requirement.ts";
import { amountText } from "./amount.ts";
import { quantityText, unitPriceText } from "./bill-parts.ts";
import { clusterLine } from "./cluster-line.ts";
import { downtimeText } from "./downtime.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { sectionMarkdown, tableMarkdown } from "./markdown.ts";
import type { Names } from "./names.ts";
import type { RecordedDecision } from "./recorded-decision.ts";
import { keyLabel, valueText } from "./requirement-words.ts";
import { trueCostFacts } from "./true-cost.ts";
import { votesTable } from "./votes.ts";

/** The decision as an architecture decision record in Markdown: context, options, decision, consequences, prices. */
export function adr(decision: RecordedDecision, estimate: Estimate, names: Names): string {
  const chosen = estimate.ranking.find(({ platform }) => platform === decision.platform);
  const status = decision.supersededBy === null ? "accepted" : `superseded by decision ${decision.supersededBy}`;
  const parts = [
    `# Run on ${escapeMarkdown(names.platform(decision.platform).name)}`,
    [
      `- Status: ${escapeMarkdown(status)}`,
      `- Date: ${decision.at.slice(0, 10)}`,
      `- Recorded by: ${escapeMarkdown(decision.by.name)}`,
      `- Decision ${escapeMarkdown(decision.id)}, estimate ${escapeMarkdown(decision.estimateId)}`,
      ...(decision.restores === null ? [] : [`- Stands again: decision ${escapeMarkdown(decision.restores)}`]),
      ...(decision.supersedes === null ? [] : [`- Supersedes: decision ${escapeMarkdown(decision.supersedes)}`]),
    ].join("\n"),
    "## Context",
    context(estimate, names),
    "## Options",
    options(estimate, names),
    "## Decision",
    escapeMarkdown(decision.why),
    ...votesTable({ votes: decision.votes, closedBy: decision.id }, names).map(sectionMarkdown),
    "## Consequences",
    ...consequences(chosen, decision, estimate, names),
    "## Prices",
    prices(decision, estimate),
  ];
  return `${parts.join("\n\n")}\n`;
}

function context({ requirement, assumed }: Estimate, names: Names): string {
  const said = REQUIREMENT_KEYS.map((key) => {
    const value = escapeMarkdown(`${keyLabel(key)}: ${valueText(key, requirement, names)}`);
    return `- ${value}${assumed.includes(key) ? " (assumed)" : ""}`;
  });
  return ["What was asked:", "", ...said].join("\n");
}

function options({ ranking, rejected, requirement }: Estimate, names: Names): string {
  const table = tableMarkdown({
    title: `Costs in ${requirement.currency} a month, best first`,
    columns: [
      { name: "Platform", align: "left" },
      { name: "Bill", align: "right" },
      { name: "Work", align: "right" },
      { name: "True cost", align: "right" },
      { name: "Minutes down", align: "right" },
      { name: "Why there", align: "left" },
    ],
    rows: ranking.map((each) => [
      names.platform(each.platform).name,
      amountText(each.bill.total),
      amountText(each.labour.cost),
      amountText(each.trueCost),
      downtimeText(each),
      each.reason,
    ]),
    total: null,
  });
  const out = rejected.map(
    ({ platform, reason }) => `- ${escapeMarkdown(`${names.platform(platform).name}: ${reason}`)}`,
  );
  return out.length === 0 ? table : [table, "", "Ruled out:", "", ...out].join("\n");
}

function consequences(
  chosen: RankedPlatform | undefined,
  { platform }: RecordedDecision,
  { requirement, rejected, flips }: Estimate,
  names: Names,
): string[] {
  if (chosen === undefined) {
    const reason =
      rejected.find((each) => each.platform === platform)?.reason ?? "It was not among the platforms looked at.";
    return [`The advisor could not recommend it: ${escapeMarkdown(reason)}`];
  }
  const list = (title: string, items: readonly string[]) =>
    items.length === 0 ? [] : [[`${title}:`, "", ...items.map((item) => `- ${escapeMarkdown(item)}`)].join("\n")];
  return [
    `Cluster: ${escapeMarkdown(clusterLine(chosen, requirement.clusters, names))}.`,
    sectionMarkdown(trueCostFacts(chosen, names, chosen.labour.parts.length)),
    ...list("To keep in mind", chosen.warnings),
    ...list(
      "To look at again",
      flips.map(({ text }) => text),
    ),
  ];
}

/** The bill as it was recorded, each line with where its price can be checked. */
function prices({ bill }: RecordedDecision, { asOf, catalog }: Estimate): string {
  if (bill === null) return "What was chosen had no price.";
  const title = `List prices of ${asOf}, before tax; catalog ${catalog.version}`;
  const rows = bill.lines.map((line) => {
    const cells = [
      line.description,
      line.skuId,
      quantityText(line),
      unitPriceText(line.unitPrice),
      amountText(line.cost),
      line.asOf,
    ].map(escapeMarkdown);
    return `| ${[...cells, `[page](<${line.source}>)`].join(" | ")} |`;
  });
  return [
    `${escapeMarkdown(title)}. Total: **${money(bill.total, bill.currency)}** a month.`,
    "",
    `| What | SKU | Quantity | Unit price | Cost | Read on | Source |`,
    "| --- | --- | ---: | ---: | ---: | --- | --- |",
    ...rows,
  ].join("\n");
}
