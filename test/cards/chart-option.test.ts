import { expect, it } from "vitest";
import type { Chart } from "../../src/cards/card.ts";
import { chartOption, DARK_THEME } from "../../src/cards/chart-option.ts";

const chart = (more: Partial<Chart> = {}): Chart => ({
  title: "Monthly bill",
  alt: "",
  currency: "EUR",
  bars: ["A", "B"],
  series: [
    { name: "Nodes", values: [1_000, 2_000.5] },
    { name: "Logs", values: [34.5, 0] },
    { name: "Credits", values: [0, 0] },
  ],
  ...more,
});
const seriesOf = (given: Chart) => {
  const { series } = chartOption(given, 800, DARK_THEME).option;
  return Array.isArray(series) ? series : [];
};

it("stacks every category that costs something, and writes each bar's total behind it", () => {
  const series = seriesOf(chart());
  expect(series.map(({ name, stack }) => [name, stack])).toEqual([
    ["Nodes", "cost"],
    ["Logs", "cost"],
    ["Total", "cost"],
  ]);
  // 1,000 + 34.50; 2,000.50 + 0
  expect(series[2].data.map(({ label }: { label: { formatter: string } }) => label.formatter)).toEqual([
    "1,034.50",
    "2,000.50",
  ]);
});

it("grows by a row with every bar, and with every five entries of a legend that does not fit above the bars", () => {
  const height = (bars: number, series: number) =>
    chartOption(
      chart({
        bars: Array.from({ length: bars }, (_, at) => `Bar ${at}`),
        series: Array.from({ length: series }, (_, at) => ({
          name: `Part ${at}`,
          values: Array.from({ length: bars }, () => 1),
        })),
      }),
      860,
      DARK_THEME,
    ).height;
  expect(height(3, 1) - height(2, 1)).toBe(26);
  expect(height(2, 3)).toBe(height(2, 1)); // three entries stand above
  expect(height(2, 4) - height(2, 3)).toBe(26);
  expect(height(2, 5)).toBe(height(2, 4)); // 860 wide holds five entries of 160 in a row
  expect(height(2, 6) - height(2, 5)).toBe(26);
});

it("is JSON, so that a browser draws it too", () => {
  const { option } = chartOption(chart(), 800, DARK_THEME);
  expect(JSON.parse(JSON.stringify(option))).toEqual(option);
});

it("draws a chart without bars", () => {
  expect(chartOption(chart({ bars: [], series: [] }), 800, DARK_THEME).height).toBeGreaterThan(0);
});

it("cuts no name off, however narrow: two that begin alike could not be told apart", () => {
  const { option } = chartOption(
    chart({ bars: ["GKE Standard, one zone", "GKE Standard, regional"] }),
    320,
    DARK_THEME,
  );
  expect(option).toMatchObject({ yAxis: { axisLabel: { overflow: "break" } } });
});
