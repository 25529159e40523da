import { afterEach, beforeEach, expect, it } from "vitest";
import { type PicturePool, picturePool } from "../../../../src/adapters/discord/render/picture-pool.ts";
import type { Chart } from "../../../../src/cards/card.ts";
import { aCard, aChart } from "../samples.ts";

const LONG_MS = 60_000; // on a busy machine too
const cardOf = (chart: Chart) => aCard({ sections: [{ kind: "chart", chart }] });

let logged: string[];
let pool: PicturePool;
const log = {
  info: () => undefined,
  warn: () => undefined,
  error: (_: object, text: string) => void logged.push(text),
};
beforeEach(() => {
  logged = [];
});
afterEach(() => pool.close());

it("draws a card's chart in a thread, and leaves this one free meanwhile", async () => {
  pool = picturePool(log, LONG_MS);
  let turns = 0;
  const turning = setInterval(() => {
    turns += 1;
  }, 1);
  const chart = aChart();
  const pictures = await pool.draw(cardOf(chart));
  clearInterval(turning);
  expect(Buffer.from(pictures.get(chart)?.subarray(1, 4) ?? []).toString()).toBe("PNG");
  expect(logged).toEqual([]);
  expect(turns).toBeGreaterThan(20); // the thread takes half a second to start alone
});

it("leaves out a chart that takes too long, and logs it", async () => {
  pool = picturePool(log, 1);
  expect((await pool.draw(cardOf(aChart()))).size).toBe(0);
  expect(logged).toEqual(["a chart could not be drawn"]);
});

it.each([
  [40, 1],
  [41, 0],
])("of a chart with %i bars draws %i", async (bars, pictures) => {
  pool = picturePool(log, LONG_MS);
  const names = Array.from({ length: bars }, (_, at) => `Platform ${at}`);
  const series = [{ name: "Nodes", values: names.map((_, at) => at * 10) }];
  expect((await pool.draw(cardOf(aChart({ bars: names, series })))).size).toBe(pictures);
});
