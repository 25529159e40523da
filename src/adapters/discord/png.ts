import { createRequire } from "node:module";
import type { Log } from "../../app/ports.ts";
import type { Card, Chart } from "../../cards/card.ts";
import { chartOption, DARK_THEME } from "../../cards/chart-option.ts";
import { errorFields } from "./errors.ts";
import { oneLine } from "./escape.ts";

const WIDTH = 860; // of the drawing; the picture has twice as many pixels, for sharp screens
const SCALE = 2;
const MOST_BARS = 40;
const FONTS = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map((file) =>
  createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${file}`),
);

/** The pictures of a card's charts. One that cannot be drawn, or is too tall to read, is left out: the card shows it in text. */
export async function drawPictures(card: Card, log: Log, draw = chartPng): Promise<Map<Chart, Uint8Array>> {
  const pictures = new Map<Chart, Uint8Array>();
  for (const section of card.sections) {
    if (section.kind !== "chart" || section.chart.bars.length > MOST_BARS) continue;
    try {
      pictures.set(section.chart, await draw(section.chart));
    } catch (error) {
      log.error(errorFields(error), "a chart could not be drawn");
    }
  }
  return pictures;
}

/** The chart as a PNG. Fonts come with us: a server has none of its own to rely on. */
export async function chartPng(chart: Chart): Promise<Uint8Array> {
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

/** Loads what draws, ahead of the first chart, so that nobody waits for it. */
export const warmUp = async (): Promise<void> => void (await libraries());

let loaded: ReturnType<typeof load> | null = null;

/** Loaded once: they take a while. */
function libraries(): ReturnType<typeof load> {
  loaded ??= load();
  return loaded;
}

const load = () => Promise.all([import("echarts/dist/echarts.esm.min"), import("@resvg/resvg-js")]);
