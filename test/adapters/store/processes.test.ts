import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../../src/adapters/store/open.ts";
import { claimRush, killLoop, voteRush } from "./endurance.ts";
import { postgresEngine, reachableServer, type SharedEngine, sqliteEngine } from "./engines.ts";
import { startChild } from "./processes.ts";

const server = await reachableServer();
const engines = [
  { name: "SQLite", make: sqliteEngine },
  ...(server === null ? [] : [{ name: "PostgreSQL", make: () => postgresEngine(server) }]),
];

/** Short versions; `npm run soak` runs the long ones. */
describe.each(engines)("several processes on $name", { timeout: 60_000 }, ({ make }) => {
  let engine: SharedEngine;
  let store: Store;
  beforeAll(async () => {
    engine = await make();
  });
  afterAll(async () => {
    await store?.close();
    await engine?.drop();
  });

  it("come up all three when they find an empty database at once", async () => {
    const children = [0, 1, 2].map(() => startChild(engine.address, { kind: "open" }));
    await Promise.all(children.map(({ opened, lines }) => Promise.all([opened, lines])));
    store = await openStore({ ...engine.address, tokenKey: null, clock: { now: () => new Date() } });
  });

  it("count the votes of 30 people exactly", async () => {
    const { votes } = await voteRush(store, engine.address, 3, 30);
    expect(votes.map(({ platform, people }) => [platform, people.length])).toEqual([["three", 30]]);
  });

  it("take on each event once", async () => {
    const claimed = await claimRush(engine.address, 3, 100);
    expect(claimed).toHaveLength(100);
    expect(new Set(claimed).size).toBe(100);
  });

  it("lose nothing they acknowledged and do nothing twice when they are killed", async () => {
    const { acknowledged, lost, twice } = await killLoop(store, engine.address, 3);
    expect(acknowledged).toBeGreaterThan(0);
    expect(lost).toEqual([]);
    expect(twice).toBe(0);
  });
});
