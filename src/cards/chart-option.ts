import type { Chart } from "./card.ts";

/** Colours to draw a chart in. */
export interface ChartTheme {
  background: string;
  text: string;
  faint: string; // grid lines and secondary text
}

/** Colours on a dark page. */
export const DARK_THEME: ChartTheme = { background: "#2b2d31", text: "#f2f3f5", faint: "#9aa0a8" };

/** Told apart by people who see colours differently too: neighbours differ in lightness. */
const PALETTE = [
  "#4e9bd1",
  "#f2b447",
  "#5fb487",
  "#d9705f",
  "#a78bd4",
  "#8fd0d6",
  "#c98b4f",
  "#e8a0bf",
  "#7f8ea3",
  "#c5d86d",
  "#b0b7c3",
  "#6a7fd6",
  "#e3d5b8",
];

const BAR_HEIGHT = 18;
const ROW_HEIGHT = 26; // of a bar with the space around it
const TITLE_HEIGHT = 52;
const LEGEND_ROW_HEIGHT = 26;
const LEGEND_TOP = 32; // on the line of the currency
const LETTER_WIDTH = 7.6; // of 13 px sans-serif, on average
const FIGURE_WIDTH = 9; // of 13 px bold, for a digit
const AXIS_STEP_WIDTH = 140; // between the lines behind the bars
const SHORT_LEGEND = { most: 3, itemWidth: 74, left: 108 }; // few entries stand beside the currency, above the bars

/** Below this many pixels bars need the room more than the margin does, and names stand in up to three short lines. */
const NARROW = 480;
const WIDE_LAYOUT = { margin: 28, legendWidth: 160, nameSize: 13, nameLine: 16 };
const NARROW_LAYOUT = { margin: 14, legendWidth: 146, nameSize: 11, nameLine: 13 };

/** Each entry is a legend of its own at a fixed place: echarts guesses at the width of letters, and entries would overlap. */
const LEGEND_ITEM = { itemWidth: 14, itemHeight: 14, padding: 0, selectedMode: false };

/** "1,234.50"; the currency is in the title. */
const FIGURE = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A chart ready to draw. */
export interface DrawnChart {
  width: number; // pixels
  height: number;
  option: Record<string, unknown>; // for echarts' setOption; JSON, no functions
}

/** The chart as stacked bars, the first bar on top, each with its total behind it. Series that are nowhere above 0 are left out. */
export function chartOption(chart: Chart, width: number, theme: ChartTheme): DrawnChart {
  const series = chart.series.filter(({ values }) => values.some((value) => value > 0));
  const { margin, legendWidth, nameSize, nameLine } = width < NARROW ? NARROW_LAYOUT : WIDE_LAYOUT;
  const columns = Math.max(1, Math.floor((width - 2 * margin) / legendWidth));
  const figures = chart.bars.map((_, at) =>
    FIGURE.format(series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0)),
  );
  const isShort = series.length <= SHORT_LEGEND.most;
  const legendTop = TITLE_HEIGHT + Math.max(1, chart.bars.length) * ROW_HEIGHT + margin / 2;
  const legendRows = isShort ? 0 : Math.ceil(series.length / columns);
  const height = legendTop + legendRows * LEGEND_ROW_HEIGHT;
  const entryAt = (at: number) =>
    isShort
      ? { left: margin + SHORT_LEGEND.left + at * SHORT_LEGEND.itemWidth, top: LEGEND_TOP }
      : {
          left: margin + (at % columns) * legendWidth,
          top: legendTop + Math.floor(at / columns) * LEGEND_ROW_HEIGHT,
        };
  const option = {
    animation: false,
    backgroundColor: theme.background,
    textStyle: { color: theme.text, fontFamily: "DejaVu Sans, Verdana, sans-serif" },
    color: PALETTE,
    title: {
      text: chart.title,
      subtext: `${chart.currency} a month`,
      left: margin,
      top: 12,
      padding: 0,
      itemGap: 4,
      textStyle: { color: theme.text, fontSize: 15, fontWeight: "bold" },
      subtextStyle: { color: theme.faint, fontSize: 12 },
    },
    grid: {
      left: margin + labelWidth(chart.bars, width),
      right: margin + figureRoom(figures),
      top: TITLE_HEIGHT,
      height: Math.max(1, chart.bars.length) * ROW_HEIGHT,
    },
    legend: series.map(({ name }, at) => ({
      ...LEGEND_ITEM,
      data: [name],
      ...entryAt(at),
      textStyle: { color: theme.text, fontSize: 12, width: legendWidth - 30, overflow: "truncate" },
    })),
    xAxis: {
      type: "value",
      splitNumber: Math.max(1, Math.floor((width - 2 * margin) / AXIS_STEP_WIDTH)),
      axisLabel: { show: false }, // each bar says its figure
      splitLine: { lineStyle: { color: theme.faint, opacity: 0.25 } },
    },
    yAxis: {
      type: "category",
      inverse: true,
      data: chart.bars,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: theme.faint } },
      axisLabel: {
        color: theme.text,
        fontSize: nameSize,
        lineHeight: nameLine,
        width: labelWidth(chart.bars, width) - 12,
        overflow: "break", // names that begin alike end apart: none is cut off
      },
    },
    series: [...series.map(stack), totals(figures, theme)],
  };
  return { width, height, option };
}

/** Room for the longest figure behind its bar. */
const figureRoom = (figures: string[]): number =>
  16 + FIGURE_WIDTH * Math.max(0, ...figures.map((figure) => figure.length));

/** Room for the longest name, up to a third of the picture. */
const labelWidth = (bars: string[], width: number): number =>
  Math.min(width / 3, 24 + LETTER_WIDTH * Math.max(0, ...bars.map((name) => name.length)));

const stack = ({ name, values }: Chart["series"][number]) => ({
  type: "bar",
  stack: "cost",
  name,
  data: values,
  barWidth: BAR_HEIGHT,
});

/** An empty bar on the end of each stack that carries its total. */
function totals(figures: string[], theme: ChartTheme) {
  return {
    type: "bar",
    stack: "cost",
    name: "Total",
    silent: true,
    data: figures.map((figure) => ({
      value: 0,
      label: {
        show: true,
        position: "right",
        distance: 4,
        color: theme.text,
        fontSize: 13,
        fontWeight: "bold",
        backgroundColor: theme.background, // the grid lines stop behind it
        padding: [3, 4],
        formatter: figure,
      },
    })),
    barWidth: BAR_HEIGHT,
  };
}
