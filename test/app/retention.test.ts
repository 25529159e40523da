import { expect, it } from "vitest";
import { forgetOld } from "../../src/app/retention.ts";
import { ADA, aTeam, shared, told } from "./team.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const DEFAULTS = { retentionDays: 730, retentionSharedDays: null, uninstallEraseDays: 30 };
const START = Date.UTC(2026, 10, 22, 12); // the team's clock

function later(days: number) {
  const lines: [Record<string, unknown>, string][] = [];
  const line = (fields: Record<string, unknown>, text: string) => void lines.push([fields, text]);
  const clock = { now: () => new Date(START + days * DAY_MS) };
  return { lines, parts: { clock, log: { info: line, warn: line, error: line } } };
}

it("forgets a draft after two years and keeps what was shared", async () => {
  const team = await aTeam();
  const { estimateId: draft } = await told(team, team.in(ADA), "3 services on aws");
  const { estimateId: card } = await shared(team, "startup, 2 engineers, MVP");
  const kept = async (id: string) => (await team.store.estimates.get(team.tenant, id)) !== null;
  await forgetOld(team.store, DEFAULTS, later(729).parts);
  expect([await kept(draft), await kept(card)]).toEqual([true, true]);
  await forgetOld(team.store, DEFAULTS, later(731).parts);
  expect([await kept(draft), await kept(card)]).toEqual([false, true]);
  await forgetOld(team.store, { ...DEFAULTS, retentionSharedDays: 365 }, later(731).parts);
  expect(await kept(card)).toBe(false);
});

it("erases a workspace thirty days after it removed the app, and says so", async () => {
  const team = await aTeam();
  await shared(team, "startup, 2 engineers, MVP");
  await team.store.departures.left(team.tenant, new Date(START + DAY_MS).toISOString());
  const early = later(30);
  await forgetOld(team.store, DEFAULTS, early.parts);
  expect(early.lines).toEqual([[{ erased: 0, counts: 0, sessions: 0 }, "old records erased"]]);
  const due = later(32);
  await forgetOld(team.store, DEFAULTS, due.parts);
  const workspace = `${team.tenant.shell}:${team.tenant.id}`;
  // The answer, its thread and the step that opened it, and the line of what was asked in private with its step.
  expect(due.lines).toContainEqual([{ workspace, erased: 5 }, "all about a workspace that removed the app erased"]);
});

it("says in the log that it failed, and tries again the next time", async () => {
  const team = await aTeam();
  await team.store.close();
  const { lines, parts } = later(1);
  await forgetOld(team.store, DEFAULTS, parts);
  expect(lines).toEqual([[{ err: expect.any(Error) }, "old records could not be erased"]]);
});
