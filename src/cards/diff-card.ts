import { agesText, type PriceAges } from "../core/catalog/price-ages.ts";
import type { LineChange } from "../core/cost/bill-difference.ts";
import type { Currency } from "../core/question/choices.ts";
import { amountText, differenceText } from "./amount.ts";
import type { Card, Section } from "./card.ts";
import { clip } from "./clip.ts";
import type { Names } from "./names.ts";

const MOST_TITLE = 150;
const MOST_ROWS = 40;

/** What a change does to a bill, as far as a card shows it. */
export interface ShownDiff {
  asOf: string;
  platform: string;
  region: string;
  currency: Currency;
  base: { name: string; total: number; read: readonly string[] };
  head: { name: string; total: number; read: readonly string[] };
  difference: number;
  lines: readonly LineChange[];
  prices: PriceAges | null;
}

/** What a change of manifests does to the bill: the sum in the title, each line that changed, and what was counted. */
export function diffCard(diff: ShownDiff, names: Names): Card {
  const { platform, region, currency, base, head, difference, asOf, prices } = diff;
  const title = clip(titleOf(diff), MOST_TITLE);
  const where = [names.platform(platform).name, names.place(region) ?? region].join(" in ");
  const sums = `${where}: ${amountText(base.total)} → ${amountText(head.total)} ${currency} a month.`;
  return {
    title,
    tone: difference > 0 ? "warning" : "good",
    fallback: `${title}. ${sums}`,
    sections: [
      { kind: "text", text: sums },
      ...changedLines(diff),
      ...counted(`In ${head.name}`, head.read),
      ...counted(`In ${base.name}`, base.read),
      {
        kind: "footer",
        text: `List prices of ${asOf}, before tax. ${prices === null ? "" : agesText(prices, asOf)}`.trim(),
      },
    ],
    actions: [],
    files: [],
  };
}

function titleOf({ difference, currency, base, head }: ShownDiff): string {
  if (difference === 0) return "The bill stays the same";
  const share = base.total === 0 || head.total === 0 ? "" : ` (${percent(difference / base.total)})`;
  return `${differenceText(difference)} ${currency} a month${share}`;
}

const percent = (share: number) => `${share > 0 ? "+" : ""}${Math.round(share * 100)} %`;

function changedLines({ lines, currency }: ShownDiff): Section[] {
  if (lines.length === 0) return [];
  const rows = lines
    .slice(0, MOST_ROWS)
    .map(({ description, base, head, difference }) => [
      description,
      base === null ? "–" : amountText(base.cost),
      head === null ? "–" : amountText(head.cost),
      differenceText(difference),
    ]);
  const left = lines.length - rows.length;
  const table = {
    title: `What changes, in ${currency} a month`,
    columns: [
      { name: "Line", align: "left" as const },
      { name: "Before", align: "right" as const },
      { name: "After", align: "right" as const },
      { name: "Difference", align: "right" as const },
    ],
    rows,
    total: null,
  };
  return [{ kind: "table", table }, ...(left > 0 ? [{ kind: "text" as const, text: `And ${left} more.` }] : [])];
}

const counted = (title: string, read: readonly string[]): Section[] =>
  read.length === 0 ? [] : [{ kind: "list", title, tone: "plain", items: [...read] }];
