import { afterAll, beforeAll, expect, it } from "vitest";
import { aTerminal, type Terminal } from "./terminal.ts";

let terminal: Terminal;
beforeAll(async () => {
  terminal = await aTerminal();
});
afterAll(() => terminal.store.close());

it("asks for what the options say, prints the summary, and tells apart what was refused", async () => {
  const ran = await terminal.run(
    "catalog",
    "refresh",
    "azure",
    "aws",
    "--since",
    "2026-11-21",
    "--dry-run",
    "--accept",
    "--out",
    "later",
  );
  expect([ran.code, JSON.parse(ran.out)]).toEqual([
    0,
    { providers: ["azure", "aws"], today: "2026-11-22", since: "2026-11-21", accept: true, dryRun: true, out: "later" },
  ]);
  expect(ran.err).toBe("2 prices were refused: see the summary. --accept takes those that are not final.");
});

it("asks every provider and takes nothing odd where nothing is said", async () => {
  const { out } = await terminal.run("catalog", "refresh");
  expect(JSON.parse(out)).toEqual({
    providers: [],
    today: "2026-11-22",
    since: null,
    accept: false,
    dryRun: false,
    out: null,
  });
});

it("says that a day is none", async () => {
  const { code, err } = await terminal.run("catalog", "refresh", "--since", "yesterday");
  expect([code, err]).toEqual([2, "--since yesterday is no day.\nWrite it as 2026-01-25."]);
});
