import { expect, it } from "vitest";
import { PLAYGROUND } from "../../../src/app/ports/asker.ts";
import { aTerminal } from "./terminal.ts";

it("lists who is signed in to the playground, and signs out one person or everybody", async () => {
  const { run, store } = await aTerminal();
  const start = (id: string) => store.sessions.start(PLAYGROUND, { person: { id, name: id }, via: "slack:T1" });
  const secrets = [await start("slack:U1"), await start("slack:U1"), await start("slack:U2"), await start("slack:U3")];
  const listed = (await run("data", "sessions", "list")).out;
  expect(listed.split("\n")).toHaveLength(4);
  expect(JSON.parse(listed.split("\n")[0] ?? "")).toEqual({
    person: { id: expect.stringMatching(/^slack:U[123]$/), name: expect.any(String) },
    via: "slack:T1",
    since: "2026-11-22T12:00:00.000Z",
    lastUsedAt: "2026-11-22T12:00:00.000Z",
  });
  for (const secret of secrets) expect(listed).not.toContain(secret);
  expect(await run("data", "sessions", "end", "--person", "slack:U1")).toMatchObject({
    code: 0,
    out: "2 sessions ended.",
  });
  expect(await store.sessions.find(PLAYGROUND, secrets[0] ?? "")).toBeNull();
  expect(await store.sessions.find(PLAYGROUND, secrets[2] ?? "")).not.toBeNull();
  expect((await run("data", "sessions", "end")).out).toBe("2 sessions ended.");
  expect((await run("data", "sessions", "list")).out).toBe("");
});
