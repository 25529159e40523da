import { afterEach, expect, it } from "vitest";
import { type FileReaderPool, fileReaderPool, type PoolLimits } from "../../../src/adapters/files/pool.ts";

const POD = "kind: Pod\nmetadata: { name: a }\nspec: { containers: [{ name: a }] }";
const LIMITS: PoolLimits = { threads: 1, timeoutMs: 20_000, memoryMiB: 256 };

const podAsking = (cpu: string) =>
  `kind: Pod\nmetadata: { name: a }\nspec: { containers: [{ name: a, resources: { requests: { cpu: ${cpu}x } } }] }`;

let pool: FileReaderPool;
afterEach(() => pool.close());

it("reads a file in a thread, and says what is wrong with one as it is said in words", async () => {
  pool = fileReaderPool(LIMITS);
  expect(await pool.read([{ name: "", text: POD }])).toMatchObject({
    input: { workload: { pods: [{ name: "a", replicas: 1 }] } },
  });
  await expect(pool.read([{ name: "", text: "kind: [" }])).rejects.toMatchObject({
    name: "UserError",
    message: expect.stringContaining("neither YAML nor JSON"),
    hint: expect.stringContaining("kubectl"),
  });
});

it("gives up on a file that takes too long, and reads the next", async () => {
  pool = fileReaderPool({ ...LIMITS, timeoutMs: 1 });
  await expect(pool.read([{ name: "", text: POD }])).rejects.toThrow("takes too long to read");
  await pool.close();
  pool = fileReaderPool(LIMITS);
  expect(await pool.read([{ name: "", text: POD }])).toMatchObject({ input: { workload: { pods: [{ name: "a" }] } } });
});

it("gives up on a file that takes too much memory, and reads the next", async () => {
  pool = fileReaderPool({ ...LIMITS, memoryMiB: 32 });
  await expect(pool.read([{ name: "", text: `a: [${"[x, y], ".repeat(120_000)}]` }])).rejects.toThrow(
    "too much memory",
  );
  expect(await pool.read([{ name: "", text: POD }])).toMatchObject({ input: { workload: { pods: [{ name: "a" }] } } });
});

const SAID = /no Kubernetes quantity|neither YAML nor JSON|too deeply|in itself|too much memory/;
// Each took minutes where its reading went with the square of its length, and a fifth of this limit where it goes with that.
it.each([
  ["digits that go on and on", podAsking("1".repeat(400_000))],
  ["quotes", '"'.repeat(400_000)],
  ["templates", "{{ x }}".repeat(60_000)],
  ["commas", `[,${",".repeat(400_000)}`],
  ["anchors", "&a ".repeat(130_000)],
  ["keys that are lists", "? ".repeat(290)],
  ["a list that holds itself", "&a { kind: List, items: [*a] }"],
])("reads %s to their end, and says what is wrong", async (_, text) => {
  pool = fileReaderPool(LIMITS);
  await expect(pool.read([{ name: "", text }])).rejects.toThrow(SAID);
});

it("leaves this thread free while it reads", async () => {
  pool = fileReaderPool(LIMITS);
  await pool.read([{ name: "", text: POD }]); // the thread has started
  let turns = 0;
  const turning = setInterval(() => {
    turns += 1;
  }, 1);
  await pool.read([{ name: "", text: `a: [${"[x, y], ".repeat(30_000)}]` }]).catch(() => undefined); // a quarter of a second or more
  clearInterval(turning);
  expect(turns).toBeGreaterThan(10);
});
