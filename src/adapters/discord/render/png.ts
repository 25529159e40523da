import { fileURLToPath } from "node:url";
import type { Chart } from "../../../cards/card.ts";
import { chartOption, DARK_THEME } from "../../../cards/chart-option.ts";
import { oneLine } from "../escape.ts";

const WIDTH = 860; // of the drawing; the picture has twice as many pixels, for sharp screens
const SCALE = 2;
/** Where the build leaves them; the same from src/ and from dist/, which lie equally deep. */
const FONTS = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map((file) =>
  fileURLToPath(new URL(`../../../../dist/fonts/${file}`, import.meta.url)),
);

/** The chart as a PNG, drawn where this is called: a worker's task. Fonts come with us: a server has none of its own to rely on. */
export default async function chartPng(chart: Chart): Promise<Uint8Array> {
  const { width, height, option } = chartOption(readable(chart), WIDTH, DARK_THEME);
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

/** Without the characters that no XML may hold. */
const readable = (chart: Chart): Chart => ({
  ...chart,
  title: oneLine(chart.title),
  currency: oneLine(chart.currency),
  bars: chart.bars.map(oneLine),
  series: chart.series.map(({ name, values }) => ({ name: oneLine(name), values })),
});

let loaded: ReturnType<typeof load> | null = null;

/** Loaded once: they take a while. */
function libraries(): ReturnType<typeof load> {
  loaded ??= load();
  return loaded;
}

const load = () => Promise.all([import("echarts/dist/echarts.esm.min"), import("@resvg/resvg-js")]);
