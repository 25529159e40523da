import type { Chart } from "../../cards/card.ts";
import { type ChartTheme, chartOption } from "../../cards/chart-option.ts";
import { type Html, html } from "./html.ts";

/** The widths of a card in the column and on a phone: nothing is shrunk until it cannot be read. */
const WIDE_PX = 780;
const NARROW_PX = 320;
const SMALL_SCREEN = "(max-width: 44rem)";
const DARK_SCHEME = "(prefers-color-scheme: dark)";

/** The inks of the page's style. */
const LIGHT: ChartTheme = { background: "#ffffff", text: "#1b2130", faint: "#566072" };
const DARK: ChartTheme = { background: "#191e28", text: "#e7eaf1", faint: "#a5afc0" };

/** The chart as a picture in the reader's own colours and width; its words are in `alt`. */
export async function chartFigure(chart: Chart): Promise<Html> {
  const picture = async (width: number, theme: ChartTheme) =>
    `data:image/svg+xml;base64,${Buffer.from(await chartSvg(chart, width, theme)).toString("base64")}`;
  return html`<figure class="chart"><picture>
<source media="${SMALL_SCREEN} and ${DARK_SCHEME}" srcset="${await picture(NARROW_PX, DARK)}">
<source media="${SMALL_SCREEN}" srcset="${await picture(NARROW_PX, LIGHT)}">
<source media="${DARK_SCHEME}" srcset="${await picture(WIDE_PX, DARK)}">
<img src="${await picture(WIDE_PX, LIGHT)}" alt="${chart.title}. ${chart.alt}"></picture></figure>`;
}

async function chartSvg(chart: Chart, wanted: number, theme: ChartTheme): Promise<string> {
  const { init } = await import("echarts/dist/echarts.esm.min"); // a start need not wait for it
  const { width, height, option } = chartOption(chart, wanted, theme);
  const drawing = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    drawing.setOption(option);
    return drawing.renderToSVGString();
  } finally {
    drawing.dispose();
  }
}
