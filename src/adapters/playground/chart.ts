import type { Chart } from "../../cards/card.ts";
import { chartSvg } from "./chart-svg.ts";
import { type Html, html } from "./html.ts";

/** Wide enough to need no shrinking in the column, and in a phone's. */
const WIDTHS = { wide: 680, narrow: 320 };
const SMALL_SCREEN = "(max-width: 44rem)";
const DARK = "(prefers-color-scheme: dark)";

type Scheme = "light" | "dark";

/** The chart as a picture in the reader's own colours and width; its words are in `alt`. */
export async function chartFigure(chart: Chart): Promise<Html> {
  const picture = async (width: number, scheme: Scheme) =>
    `data:image/svg+xml;base64,${Buffer.from(await chartSvg(chart, width, scheme)).toString("base64")}`;
  const { wide, narrow } = WIDTHS;
  return html`<figure class="chart"><figcaption>${chart.title}</figcaption><picture>
<source media="${SMALL_SCREEN} and ${DARK}" srcset="${await picture(narrow, "dark")}">
<source media="${SMALL_SCREEN}" srcset="${await picture(narrow, "light")}">
<source media="${DARK}" srcset="${await picture(wide, "dark")}">
<img src="${await picture(wide, "light")}" alt="${chart.alt}"></picture></figure>`;
}
