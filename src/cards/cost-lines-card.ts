import { money, plainNumber } from "../core/cost/money.ts";
import type { CostLine, Estimate, RankedPlatform } from "../core/decision/estimate.ts";
import { amountText } from "./amount.ts";
import { assumptionTexts } from "./assumptions.ts";
import { quantityText, unitPriceText } from "./bill-parts.ts";
import type { Card, RichText, Section } from "./card.ts";
import { button, platformMenu } from "./card-actions.ts";
import { clip, upperFirst } from "./clip.ts";
import { clusterLine } from "./cluster-line.ts";
import { notConsidered } from "./compare-card.ts";
import { costLinesCsv } from "./csv.ts";
import { estimateFooter } from "./estimate-footer.ts";
import { cardMarkdown } from "./markdown.ts";
import type { Names } from "./names.ts";
import { workName } from "./true-cost.ts";

const MOST_TITLE = 150;

/** Every line of one ranked platform's bill with where its price was read, the work beside it, and both as files. */
export function costLinesCard(estimate: Estimate, platform: string, names: Names): Card {
  const ranked = estimate.ranking.find((each) => each.platform === platform);
  if (ranked === undefined) return noLines(estimate, platform, names);
  const { name } = names.platform(platform);
  const { total, currency, lines } = ranked.bill;
  const card: Card = {
    title: clip(`${name}: every line of ${money(total, currency)}`, MOST_TITLE),
    tone: "neutral",
    fallback: `The ${lines.length} lines of the bill of ${name}: ${money(total, currency)} a month.`,
    sections: [
      {
        kind: "facts",
        facts: [{ label: "Cluster", value: clusterLine(ranked, estimate.requirement.clusters, names) }],
      },
      lineTable(ranked),
      sourceList(lines),
      workTable(ranked),
      ...all("Know before you buy", "warning", ranked.warnings),
      estimateFooter(estimate),
    ],
    actions: [
      button("compare", "Compare all", estimate.id),
      ...platformMenu(
        "cost-lines",
        "Cost lines of…",
        estimate.id,
        estimate.ranking.map((each) => each.platform).filter((id) => id !== platform),
        names,
      ),
    ],
    files: [],
  };
  const assumed = all("Assumed", "plain", assumptionTexts(estimate, names));
  const whole = { ...card, sections: [...card.sections.slice(0, -1), ...assumed, ...card.sections.slice(-1)] };
  const file = `${estimate.id}-${platform}`.replaceAll(/[^\w.-]/g, "-");
  return {
    ...card,
    files: [
      { name: `${file}.csv`, mediaType: "text/csv", text: costLinesCsv(lines) },
      { name: `${file}.md`, mediaType: "text/markdown", text: cardMarkdown(whole) },
    ],
  };
}

const all = (title: string, tone: "plain" | "warning", items: readonly string[]): Section[] =>
  items.length === 0 ? [] : [{ kind: "list", title, tone, items: [...items] }];

/** Pages the prices were read from, in the order of the lines; a line cites its page by number. */
const pagesOf = (lines: readonly CostLine[]) => [...new Set(lines.map(({ source }) => source))];

function lineTable({ bill }: RankedPlatform): Section {
  const pages = pagesOf(bill.lines);
  return {
    kind: "table",
    table: {
      title: `Monthly bill, ${bill.currency}`,
      columns: [
        { name: "What", align: "left" },
        { name: "Quantity", align: "right" },
        { name: "Unit price", align: "right" },
        { name: "Cost", align: "right" },
        { name: "SKU", align: "left" },
        { name: "Read on", align: "left" },
        { name: "Confidence", align: "left" },
        { name: "Source", align: "right" },
      ],
      rows: bill.lines.map((line) => [
        line.description,
        quantityText(line),
        unitPriceText(line.unitPrice),
        amountText(line.cost),
        line.skuId,
        line.asOf,
        line.confidence,
        String(pages.indexOf(line.source) + 1),
      ]),
      total: ["Total", "", "", amountText(bill.total), "", "", "", ""],
    },
  };
}

function sourceList(lines: readonly CostLine[]): Section {
  const items = pagesOf(lines).map((href, i): RichText => [`${i + 1}: `, { text: href, href }]);
  return { kind: "list", title: "Sources", tone: "plain", items };
}

function workTable({ labour, bill }: RankedPlatform): Section {
  return {
    kind: "table",
    table: {
      title: `Work a month at ${money(labour.rate, bill.currency)} an hour`,
      columns: [
        { name: "Work", align: "left" },
        { name: "Hours", align: "right" },
        { name: "Cost", align: "right" },
        { name: "Why", align: "left" },
      ],
      rows: labour.parts.map(({ name, hoursPerMonth, cost, says }) => [
        upperFirst(workName(name)),
        plainNumber(hoursPerMonth, 2),
        amountText(cost),
        says,
      ]),
      total: ["Total", plainNumber(labour.hoursPerMonth, 2), amountText(labour.cost), ""],
    },
  };
}

function noLines(estimate: Estimate, platform: string, names: Names): Card {
  const { name } = names.platform(platform);
  const rejected = estimate.rejected.find((each) => each.platform === platform);
  const fallback = `${name} has no bill in this answer.`;
  return {
    title: clip(fallback, MOST_TITLE),
    tone: "neutral",
    fallback,
    sections: [
      ...(rejected === undefined
        ? notConsidered([platform], names)
        : [{ kind: "text" as const, text: `It was ruled out: ${rejected.reason}` }]),
      estimateFooter(estimate),
    ],
    actions: [],
    files: [],
  };
}
