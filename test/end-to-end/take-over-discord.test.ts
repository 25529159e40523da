import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Interaction } from "../discord-stand-in/interactions.ts";
import { people } from "../discord-stand-in/people.ts";
import { type Discord, startDiscord } from "../discord-stand-in/stand-in.ts";
import { textOf } from "../discord-stand-in/world.ts";
import { PATIENCE_MS, type Running, run } from "./running.ts";

const TRIES = 5;

let discord: Discord;
let running: Running;
let folder: string;

const start = () => run({ DATA_DIR: folder, DISCORD_API_URL: discord.apiUrl, DISCORD_TOKEN: discord.world.token });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "k8s-advise-take-over-"));
  discord = await startDiscord({ patienceMs: PATIENCE_MS });
  running = await start();
}, PATIENCE_MS);
afterEach(async () => {
  await running?.stop();
  await discord?.close();
  await rm(folder, { recursive: true, force: true });
});

/** What a person does when Discord says that the application did not respond: on a busy machine answers take their time. */
async function answered(act: () => Promise<Interaction>, tries = TRIES): Promise<Interaction> {
  const asked = await act();
  const isRefused = () => discord.refused.some((line) => line.includes(asked.id));
  await discord.until(() => asked.state !== "waiting" || isRefused(), "a response");
  return asked.state === "waiting" && tries > 1 ? answered(act, tries - 1) : asked;
}

it("shares the card once whose process is killed in the middle of it", { timeout: 4 * PATIENCE_MS }, async () => {
  const ann = people(discord);
  const asked = await answered(() => ann.slash("k8s-advise", { question: "3 services, 300 a month" }));
  const draft = await discord.until(() => asked.messages[0], "the draft");
  const cards = () =>
    [...discord.world.messages.values()].filter(({ author, visibleTo }) => author === "bot" && visibleTo === null);

  discord.plan({ method: "POST", path: /^\/channels\/\d+\/messages$/, times: 1, status: "lost" });
  await answered(() => ann.press(draft, "Share"));
  const card = await discord.until(() => cards()[0], "the card");
  await running.kill();
  running = await start();

  await discord.until(() => textOf(draft).includes("Shared:"), "the draft to say so");
  expect(cards()).toEqual([card]);
  const thread = await discord.until(() => discord.world.channels.get(card.id), "its thread");

  const written = ann.write(`<@${discord.world.botId}> vote doks`, { channel: thread });
  const answers = () => cards().filter(({ answers }) => answers === written.id);
  expect(textOf(await discord.until(() => answers()[0], "the count of votes"))).toMatch(/vote/i);
});
