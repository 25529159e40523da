import { createRequire } from "node:module";
import type { Log } from "../../app/ports.ts";
import type { Card, Chart } from "../../cards/card.ts";
import { chartOption, DARK_THEME } from "../../cards/chart-option.ts";
import { errorFields } from "./problems.ts";

const WIDTH = 860; // of the drawing; the picture has twice as many pixels, for sharp screens
const SCALE = 2;
const FONTS = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map((file) =>
  createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${file}`),
);

/** The pictures of a card's charts. One that cannot be drawn is logged and left out: the card then shows it in text. */
export async function drawPictures(card: Card, log: Log): Promise<Map<Chart, Uint8Array>> {
  const pictures = new Map<Chart, Uint8Array>();
  for (const section of card.sections) {
    if (section.kind !== "chart") continue;
    try {
      pictures.set(section.chart, await chartPng(section.chart));
    } catch (error) {
      log.error(errorFields(error), "a chart could not be drawn");
    }
  }
  return pictures;
}

/** The chart as a PNG. Fonts come with us: a server has none of its own to rely on. */
export async function chartPng(chart: Chart): Promise<Uint8Array> {
  const { width, height, option } = chartOption(chart, WIDTH, DARK_THEME);
  const [{ init }, { renderAsync }] = await libraries();
  const drawing = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    drawing.setOption(option);
    const image = await renderAsync(drawing.renderToSVGString(), {
      fitTo: { mode: "zoom", value: SCALE },
      font: { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: "DejaVu Sans" },
    });
    return image.asPng();
  } finally {
    drawing.dispose();
  }
}

let loaded: ReturnType<typeof load> | null = null;

/** Loaded with the first chart: they take a while, and many processes never draw one. */
function libraries(): ReturnType<typeof load> {
  loaded ??= load();
  return loaded;
}

async function load() {
  const [core, charts, components, renderers, resvg] = await Promise.all([
    import("echarts/core"),
    import("echarts/charts"),
    import("echarts/components"),
    import("echarts/renderers"),
    import("@resvg/resvg-js"),
  ]);
  core.use([
    charts.BarChart,
    components.GridComponent,
    components.LegendComponent,
    components.TitleComponent,
    renderers.SVGRenderer,
  ]);
  return [core, resvg] as const;
}
