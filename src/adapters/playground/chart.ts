import type { Chart } from "../../cards/card.ts";
import { type Html, html } from "./html.ts";

/** Wide enough to need no shrinking in the column, and in a phone's. */
const WIDTHS = { wide: 680, narrow: 320 };
const SMALL_SCREEN = "(max-width: 44rem)";
const DARK = "(prefers-color-scheme: dark)";
const INK = { light: "#3b4252", dark: "#d5dbe6" };
const LINES = { light: "#d9dde5", dark: "#3a4252" };

// https://www.w3.org/TR/WCAG22/#non-text-contrast: the gaps between hues, not the hues alone, tell neighbours apart
const COLOURS = ["#4c78dd", "#23a491", "#e0912f", "#c75d9b", "#7d6bd6", "#5ba63e", "#d6604d", "#3aa5cf", "#98855b"];

/** The chart as a picture in the reader's own colours and width; its words are in `alt`. */
export async function chartFigure(chart: Chart): Promise<Html> {
  const picture = async (width: number, scheme: "light" | "dark") =>
    `data:image/svg+xml;base64,${Buffer.from(await chartSvg(chart, width, scheme)).toString("base64")}`;
  const { wide, narrow } = WIDTHS;
  return html`<figure class="chart"><figcaption>${chart.title}</figcaption><picture>
<source media="${SMALL_SCREEN} and ${DARK}" srcset="${await picture(narrow, "dark")}">
<source media="${SMALL_SCREEN}" srcset="${await picture(narrow, "light")}">
<source media="${DARK}" srcset="${await picture(wide, "dark")}">
<img src="${await picture(wide, "light")}" alt="${chart.alt}"></picture></figure>`;
}

/** The chart as SVG text, `width` pixels wide and as high as its bars need. */
export async function chartSvg(chart: Chart, width: number, scheme: "light" | "dark"): Promise<string> {
  const { init } = await echarts();
  const height = 78 + chart.bars.length * 30;
  const drawing = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    drawing.setOption(option(chart, width, scheme));
    return drawing.renderToSVGString();
  } finally {
    drawing.dispose();
  }
}

/** Loaded with the first chart: most of a second that a start need not wait for. */
async function echarts() {
  const [core, { BarChart }, { GridComponent, LegendComponent }, { SVGRenderer }] = await Promise.all([
    import("echarts/core"),
    import("echarts/charts"),
    import("echarts/components"),
    import("echarts/renderers"),
  ]);
  core.use([BarChart, GridComponent, LegendComponent, SVGRenderer]);
  return core;
}

function option(chart: Chart, width: number, scheme: "light" | "dark") {
  const text = { color: INK[scheme], fontFamily: "system-ui, sans-serif", fontSize: 12 };
  const rows = [...chart.bars.keys()].reverse(); // echarts counts from the bottom
  return {
    animation: false,
    color: COLOURS,
    textStyle: text,
    legend: { bottom: 0, textStyle: text, itemWidth: 12, itemHeight: 12, type: "plain" },
    grid: { left: 8, right: 24, top: 8, bottom: 52, containLabel: true },
    xAxis: { type: "value", axisLabel: text, splitLine: { lineStyle: { color: LINES[scheme] } } },
    yAxis: {
      type: "category",
      data: rows.map((row) => chart.bars[row] ?? ""),
      axisLabel: { ...text, width: width / 3, overflow: "truncate" },
      axisLine: { lineStyle: { color: LINES[scheme] } },
      axisTick: { show: false },
    },
    series: chart.series.map(({ name, values }) => ({
      name,
      type: "bar",
      stack: "cost",
      barMaxWidth: 18,
      data: rows.map((row) => values[row] ?? 0),
    })),
  };
}
