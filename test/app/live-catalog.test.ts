import { describe, expect, it } from "vitest";
import { liveCatalog } from "../../src/app/live-catalog.ts";
import type { CatalogUpdates, CatalogVersions } from "../../src/app/ports/prices.ts";
import type { CatalogData } from "../../src/core/catalog/catalog.ts";
import { tinyCatalog } from "../core/tiny-catalog.ts";

const catalog = (version: string): CatalogData => ({ ...tinyCatalog({}), version });

/** Replicas on one store, each with a folder of its own, at a time that a test sets. */
function replicas(count: number, noticeMs = 120_000) {
  let now = Date.parse("2026-11-28T12:00:00Z");
  const clock = { now: () => new Date(now) };
  let kept: { version: string; from: string } | null = null;
  const versions: CatalogVersions = {
    announced: async () => kept,
    announce: async (version, from) => {
      if (kept?.version !== version) kept = { version, from };
      return kept;
    },
  };
  const logged: string[] = [];
  const tell = (_: unknown, text: string) => void logged.push(text);
  const log = { info: tell, warn: tell, error: tell };
  const folders = Array.from({ length: count }, () => ({ found: null as CatalogData | Error | null }));
  const lives = folders.map((folder) => {
    const updates: CatalogUpdates = {
      newer: async (known) => {
        const found = folder.found;
        folder.found = null; // told of once
        if (found instanceof Error) throw found;
        return found?.version === known ? null : found;
      },
    };
    return liveCatalog(catalog("old"), { updates, versions, noticeMs, clock, log });
  });
  const inUse = () => lives.map((live) => live.current().version);
  const check = async () => {
    for (const live of lives) await live.check();
  };
  return { folders, lives, inUse, check, logged, pass: (ms: number) => (now += ms) };
}

describe("a catalog that is exchanged while the process runs", () => {
  it("comes into use at one moment in every replica that has it, whoever found it first", async () => {
    const { folders, inUse, check, pass } = replicas(2);
    if (folders[0]) folders[0].found = catalog("new");
    await check();
    pass(60_000);
    if (folders[1]) folders[1].found = catalog("new");
    await check();
    pass(59_999);
    expect(inUse()).toEqual(["old", "old"]);
    pass(1); // two minutes after the first found it
    expect(inUse()).toEqual(["new", "new"]);
  });

  it("is taken at once where nobody has to be told", async () => {
    const { folders, inUse, check } = replicas(1, 0);
    if (folders[0]) folders[0].found = catalog("new");
    await check();
    expect(inUse()).toEqual(["new"]);
  });

  it("stays where the newer one is faulty, and says why", async () => {
    const { folders, inUse, check, pass, logged } = replicas(1, 0);
    if (folders[0]) folders[0].found = new Error("The catalog new has 2 faults");
    await check();
    pass(600_000);
    expect([inUse(), logged]).toEqual([["old"], ["a newer catalog was not taken"]]);
  });

  it("can be followed by a third before it is in use, and by the one before", async () => {
    const { folders, inUse, check, pass } = replicas(1);
    if (folders[0]) folders[0].found = catalog("new");
    await check();
    if (folders[0]) folders[0].found = catalog("newest");
    await check();
    pass(120_000);
    expect(inUse()).toEqual(["newest"]);
    if (folders[0]) folders[0].found = catalog("old");
    await check();
    pass(120_000);
    expect(inUse()).toEqual(["old"]);
  });

  it("is missed where another replica answers from one that is not here", async () => {
    const { folders, check, pass, logged } = replicas(2);
    if (folders[0]) folders[0].found = catalog("new");
    await check();
    pass(120_000);
    await check();
    expect(logged).toContain("other processes may answer from another catalog");
  });
});
