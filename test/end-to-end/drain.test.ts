import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { PATIENCE_MS, run } from "./running.ts";

it("told to stop, a process says so, answers what still comes, and ends", { timeout: 2 * PATIENCE_MS }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "k8s-advise-drain-"));
  const { address, stop } = await run({ DATA_DIR: folder, DRAIN_MS: "1500" });
  const status = async (path: string) => (await fetch(`${address}${path}`)).status;
  expect(await status("/readyz")).toBe(200); // as soon as it says that it is ready

  const stopped = stop();
  let ready = 200;
  for (const end = Date.now() + 1_200; Date.now() < end && ready === 200; await sleep(20))
    ready = await status("/readyz");
  expect([ready, await status("/healthz")]).toEqual([503, 200]);
  expect(await stopped).toBe(0);
  await expect(status("/healthz")).rejects.toThrow();
  await rm(folder, { recursive: true });
});
