import { Piscina } from "piscina";
import type { Log } from "../../../app/ports/process.ts";
import type { Card, Chart } from "../../../cards/card.ts";
import { errorFields } from "../errors.ts";

/** The worker as the build left it; the same from src/ and from dist/, which lie equally deep. */
const WORKER = new URL("../../../../dist/adapters/discord/render/png.js", import.meta.url);

const MOST_BARS = 40;
const TIMEOUT_MS = 10_000; // from when it was handed in; a chart takes a fifth of a second, the first one a second
const MEMORY_MIB = 256; // of the thread's objects
const IDLE_MS = 60_000;

export interface PicturePool {
  /** The pictures of a card's charts. One that cannot be drawn, or is too tall to read, is left out: the card shows it in text. */
  draw(card: Card): Promise<Map<Chart, Uint8Array>>;
  close(): Promise<void>;
}

/** Draws in a thread, so that everybody else is answered meanwhile. It starts with the first chart. */
export function picturePool(log: Log, timeoutMs = TIMEOUT_MS): PicturePool {
  const pool = new Piscina<Chart, Uint8Array>({
    filename: WORKER.href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MIB },
  });
  return {
    async draw(card) {
      const pictures = new Map<Chart, Uint8Array>();
      for (const section of card.sections) {
        if (section.kind !== "chart" || section.chart.bars.length > MOST_BARS) continue;
        try {
          pictures.set(section.chart, await pool.run(section.chart, { signal: AbortSignal.timeout(timeoutMs) }));
        } catch (error) {
          log.error(errorFields(error), "a chart could not be drawn");
        }
      }
      return pictures;
    },
    close: () => pool.close({ force: true }),
  };
}
