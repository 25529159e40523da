import { expect, it } from "vitest";
import chartPng from "../../../../src/adapters/discord/render/png.ts";
import { aChart } from "../samples.ts";

/** The size in a PNG's header. https://www.w3.org/TR/png/#11IHDR */
const size = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
};

it("draws a chart as a PNG with room for every bar", async () => {
  const three = await chartPng(aChart());
  expect(Buffer.from(three.subarray(1, 4)).toString()).toBe("PNG");
  const bars = Array.from({ length: 12 }, (_, at) => `Platform ${at}`);
  const series = [{ name: "Nodes", values: bars.map((_, at) => at * 10) }];
  const twelve = await chartPng(aChart({ bars, series }));
  expect(size(three).width).toBe(1_720); // 860 at twice the pixels
  // Nine bars of 40 more, at twice the pixels; both need one row of legend.
  expect(size(twelve).height - size(three).height).toBe(720);
});

it("draws the same chart the same way", async () => {
  expect(Buffer.compare(await chartPng(aChart()), await chartPng(aChart()))).toBe(0);
});

it("draws whatever a chart is called", async () => {
  const evil = "a\u0000b <&> \ud800 漢字";
  expect(size(await chartPng(aChart({ title: evil, bars: [evil, evil, ""], currency: evil }))).width).toBe(1_720);
});
