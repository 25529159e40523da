import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { dearerCatalog } from "./afternoon.ts";
import { personAt, wordsIn } from "./page-person.ts";
import { PATIENCE_MS, type Running, run } from "./running.ts";

let folder: string;
let running: Running | undefined;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "live-"));
});
afterAll(async () => {
  await running?.stop();
  await rm(folder, { recursive: true });
});

it(
  "answers from a newer catalog without a restart",
  async () => {
    const PRICING_DIR = join(folder, "in-use");
    await cp("pricing", PRICING_DIR, { recursive: true });
    const settings = { PRICING_DIR, DATA_DIR: join(folder, "data"), PLAYGROUND: "on", CATALOG_CHECK_SECONDS: "1" };
    running = await run(settings);
    const { address } = running;
    const price = async () =>
      wordsIn((await personAt(() => address, "ada").asks("/k8s-price load balancer digitalocean")).html);
    expect(await price()).toMatch(/\b12(\.00)?\b/);
    await cp(await dearerCatalog(folder), PRICING_DIR, { recursive: true });
    await vi.waitFor(async () => expect(await price()).toMatch(/\b15(\.00)?\b/), {
      timeout: PATIENCE_MS,
      interval: 500,
    });
  },
  2 * PATIENCE_MS,
);
