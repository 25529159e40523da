import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { people } from "../discord-stand-in/people.ts";
import { type Discord, startDiscord } from "../discord-stand-in/stand-in.ts";
import { textOf } from "../discord-stand-in/world.ts";
import { insisting, PATIENCE_MS, type Running } from "./running.ts";
import { CHANNEL, type SlackTeam, slackTeam } from "./slack-team.ts";

const TOLD = /You asked twice in a minute\.\s+Try again in \d+ s\./;

let team: SlackTeam;
let discord: Discord;
let running: Running;
let folder: string;

/** One process with Slack, Discord and the playground, and a limit of two a minute. */
const start = () =>
  team.start(
    { dataDir: folder, databaseUrl: null },
    {
      PLAYGROUND: "on",
      LIMIT_PER_PERSON: "2",
      DISCORD_API_URL: discord.apiUrl,
      DISCORD_TOKEN: discord.world.token,
    },
  );

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "k8s-advise-limits-"));
  [team, discord] = await Promise.all([slackTeam(), startDiscord({ patienceMs: PATIENCE_MS })]);
  running = await start();
}, 2 * PATIENCE_MS);
afterAll(async () => {
  await running?.stop();
  await Promise.all([team?.stop(), discord?.close()]);
  await rm(folder, { recursive: true, force: true });
});

it("tells who asks too often in Slack, after a restart too", { timeout: 3 * PATIENCE_MS }, async () => {
  const ask = () => insisting(() => team.person("UBOB", running).command("/k8s-price", "eks control plane", CHANNEL));
  const answers = () => team.workspace.messages.filter(({ onlyFor }) => onlyFor === "UBOB");
  await ask();
  await team.message(() => answers().length === 1);
  await running.stop();
  running = await start();
  await ask();
  await team.message(() => answers().length === 2);
  await ask();
  expect((await team.message(({ onlyFor, text }) => onlyFor === "UBOB" && TOLD.test(text))).channel).toBe(CHANNEL);
});

it("tells who asks too often in Discord", { timeout: PATIENCE_MS }, async () => {
  const ann = people(discord);
  const ask = async () => {
    const asked = await ann.slash("k8s-price", { query: "eks control plane" });
    return textOf(await discord.until(() => asked.messages[0], "a message"));
  };
  expect(await ask()).not.toMatch(TOLD);
  expect(await ask()).not.toMatch(TOLD);
  expect(await ask()).toMatch(TOLD);
});

it("tells who asks too often on the page", async () => {
  const ask = async (person: string) => {
    const response = await fetch(`${running.address}/api/intent`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ person, threadId: null, intent: { kind: "price", text: "eks control plane" } }),
    });
    const { message = "", hint = "" } = (await response.json()) as { message?: string; hint?: string };
    return `${message} ${hint}`;
  };
  await ask("ada");
  await ask("ada");
  expect(await ask("ada")).toMatch(TOLD);
  expect(await ask("ben")).not.toMatch(TOLD);
});
