import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { download, getJson } from "../../../src/adapters/prices/http.ts";
import { UnavailableError } from "../../../src/core/errors.ts";
import { PriceStandIn, QUICK, type Trouble } from "../../price-stand-in/server.ts";

const LARGE = { text: JSON.stringify(Array.from({ length: 200_000 }, (_, i) => i)) };
let prices: PriceStandIn;
beforeAll(async () => {
  prices = await PriceStandIn.start((url) =>
    url.pathname === "/list" ? { json: { prices: [1, 2, 3] } } : url.pathname === "/large" ? LARGE : { status: 404 },
  );
});
afterAll(() => prices.stop());
afterEach(() => {
  prices.troubles.length = 0;
  prices.requests.length = 0;
});

const List = z.object({ prices: z.array(z.number()) });
const list = (path = "/list?key=secret") => getJson(new URL(path, prices.url), List, {}, QUICK);

describe("a price list that is asked for", () => {
  it.each<[string, Trouble[]]>([
    ["a server's own failure", [{ status: 503 }, { status: 500 }, { status: 502 }]],
    ["a body that is cut off", ["cut", "cut"]],
    ["a body that is not JSON", ["not-json"]],
    ["no answer at all", ["hang"]],
    ["a wait of no time", [{ status: 429, retryAfter: "0" }]],
    ["a wait until a day that has passed", [{ status: 429, retryAfter: "Sat, 01 Nov 2025 08:00:00 GMT" }]],
  ])("is asked for again after %s", async (_, troubles) => {
    prices.troubles.push(...troubles);
    expect(await list()).toEqual({ prices: [1, 2, 3] });
    expect(prices.requests).toHaveLength(troubles.length + 1);
  });

  it("is left alone for as long as it asks", async () => {
    prices.troubles.push({ status: 429, retryAfter: "1" });
    const begun = performance.now();
    await list();
    expect(performance.now() - begun).toBeGreaterThanOrEqual(990);
  });

  it("is given up when it asks for too long a wait, or keeps failing", async () => {
    prices.troubles.push({ status: 429, retryAfter: "3600" });
    await expect(list()).rejects.toThrow("answers 429 Too Many Requests.");
    expect(prices.requests).toHaveLength(1);
    prices.troubles.push(...Array<Trouble>(4).fill({ status: 500 })); // the first attempt and three more
    await expect(list()).rejects.toThrow("answers 500 Internal Server Error.");
  });

  it("is not asked again where that cannot help, and no message shows the query", async () => {
    const error = await list("/other?key=secret").catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UnavailableError);
    expect(String(error)).toContain("/other answers 404 Not Found.");
    expect(String(error)).not.toContain("secret");
    expect(prices.requests).toHaveLength(1);
  });

  it("names the place where it has another form than before", async () => {
    await expect(getJson(new URL("/list", prices.url), z.object({ prices: z.array(z.string()) }))).rejects.toThrow(
      "/list answers in another form: prices.0:",
    );
  });
});

describe("a list that is too large to be held", () => {
  const folder = mkdtempSync(join(tmpdir(), "download-"));
  const file = join(folder, "list.json");
  afterAll(() => rmSync(folder, { recursive: true }));

  it("is saved to a file, and goes on where it was cut off", async () => {
    prices.troubles.push("cut", "cut");
    const told: number[] = [];
    await download(new URL("/large", prices.url), file, QUICK, (bytes) => told.push(bytes));
    expect(readFileSync(file, "utf8")).toBe(LARGE.text);
    const ranges = prices.requests.map(({ headers }) => headers.range ?? "");
    expect(ranges).toEqual(["", expect.stringMatching(/^bytes=\d+-$/), expect.stringMatching(/^bytes=\d+-$/)]);
    expect(told.at(-1)).toBe(LARGE.text.length);
  });

  it("is given up when it stays silent", async () => {
    prices.troubles.push(...Array<Trouble>(4).fill("hang"));
    await expect(download(new URL("/large", prices.url), file, { ...QUICK, timeoutMs: 50 })).rejects.toThrow(
      "/large took too long.",
    );
  });
});
