import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { postgresEngine, reachableServer, type SharedEngine, sqliteEngine } from "../adapters/store/engines.ts";
import { isGood, mixedFaults, verdictWords } from "./mixed-faults.ts";

const server = await reachableServer();
const [name, make] =
  server === null ? (["SQLite", sqliteEngine] as const) : (["PostgreSQL", () => postgresEngine(server)] as const);

/** The short form; `npm run soak` runs the long one, with kills, on both engines. */
describe(`two replicas on ${name} whose clocks disagree by 50 s`, { timeout: 120_000 }, () => {
  let engine: SharedEngine;
  beforeAll(async () => {
    engine = await make();
  });
  afterAll(() => engine?.drop());

  it("lose nothing and post nothing twice while everything fails in turn", async () => {
    const storm = { seconds: 6, clocksAheadMs: [25_000, -25_000], kills: false, everyMs: 600 };
    const verdict = await mixedFaults(engine, storm);
    process.stdout.write(`${name}: ${verdictWords(verdict)}\n`);
    expect(verdict).toMatchObject({ lost: [], publicTwice: [], votesWrong: [] });
    expect(isGood(verdict)).toBe(true);
    expect(verdict.acknowledged).toBeGreaterThan(10);
  });
});
