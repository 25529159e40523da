import type { types } from "@slack/bolt";
import stringWidth from "string-width";
import { amountText } from "../../../cards/amount.ts";
import type { Chart } from "../../../cards/card.ts";
import { clip, literal } from "../escape.ts";
import {
  MAX_CHART_AXIS_LABEL,
  MAX_CHART_NAME,
  MAX_CHART_POINTS,
  MAX_CHART_SERIES,
  MAX_CHART_TITLE,
} from "../limits.ts";
import type { ChartBlock } from "./blocks.ts";
import { codeBlocks } from "./rich-text.ts";

type Series = Chart["series"][number];

const BAR_WIDTH = 20;

/** The native chart, or null when there is nothing to draw or more bars than Slack draws. */
export function nativeChart(chart: Chart): ChartBlock | null {
  const bars = chart.bars.length;
  if (bars === 0 || bars > MAX_CHART_POINTS || chart.series.length === 0) return null;
  const categories = distinct(chart.bars);
  const series = fewSeries(chart.series);
  const names = distinct(series.map(({ name }) => name));
  return {
    type: "data_visualization",
    title: clip(literal(chart.title) || "Chart", MAX_CHART_TITLE),
    chart: {
      type: "bar",
      series: series.map(({ values }, index) => ({
        name: names[index] ?? "",
        data: categories.map((label, bar) => ({ label, value: values[bar] ?? 0 })),
      })),
      axis_config: { categories, y_label: clip(`${literal(chart.currency)} a month`, MAX_CHART_AXIS_LABEL) },
    },
  };
}

/** The bars drawn with characters, each with its sum. */
export function chartAsText(chart: Chart): types.RichTextBlock[] {
  const totals = chart.bars.map((_, bar) => sum(chart.series, bar));
  const most = Math.max(...totals, 0);
  const amounts = totals.map(amountText);
  const nameWidth = Math.max(0, ...chart.bars.map((name) => stringWidth(name)));
  const amountWidth = Math.max(0, ...amounts.map((amount) => amount.length));
  const lines = chart.bars.map((name, bar) => {
    const filled = most > 0 ? Math.round(((totals[bar] ?? 0) / most) * BAR_WIDTH) : 0;
    const padding = " ".repeat(nameWidth - stringWidth(name));
    return `${name}${padding}  ${(amounts[bar] ?? "").padStart(amountWidth)}  ${"█".repeat(filled)}`.trimEnd();
  });
  return codeBlocks(lines.length === 0 ? [] : [`${chart.title} (${chart.currency} a month)`, ...lines]);
}

/** The largest series, and past what Slack draws the others added up as one: every bar keeps its sum. */
function fewSeries(series: Series[]): Series[] {
  if (series.length <= MAX_CHART_SERIES) return series;
  const bySize = [...series].sort((one, other) => weight(other) - weight(one));
  const kept = new Set(bySize.slice(0, MAX_CHART_SERIES - 1));
  const rest = series.filter((one) => !kept.has(one));
  const bars = Math.max(...rest.map(({ values }) => values.length));
  const values = Array.from({ length: bars }, (_, bar) => sum(rest, bar));
  return [...series.filter((one) => kept.has(one)), { name: "Other", values }];
}

function weight({ values }: Series): number {
  return values.reduce((total, value) => total + value, 0);
}

/** To the cent, so that adding up does not show as 0.30000000000000004. */
function sum(series: Series[], bar: number): number {
  return Math.round(series.reduce((total, { values }) => total + (values[bar] ?? 0), 0) * 100) / 100;
}

/** Clipped after a whole word where that keeps more than half. */
function clipWords(text: string, most: number): string {
  const clipped = clip(text, most);
  if (clipped === text) return text;
  const words = clipped.replace(/\P{L}*\s\S*…$/u, "…");
  return words.length > most / 2 ? words : clipped;
}

/** Names short enough for Slack, no two alike. */
function distinct(names: string[]): string[] {
  const taken = new Set<string>();
  return names.map((name, index) => {
    const whole = clipWords(literal(name) || "–", MAX_CHART_NAME);
    let short = whole;
    for (let number = index + 1; taken.has(short); number += 1) short = `${clip(whole, MAX_CHART_NAME - 4)} ${number}`;
    taken.add(short);
    return short;
  });
}
