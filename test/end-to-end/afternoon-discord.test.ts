import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Interaction } from "../discord-stand-in/interactions.ts";
import { partsOf } from "../discord-stand-in/message-rules.ts";
import { type People, people } from "../discord-stand-in/people.ts";
import { type Discord, startDiscord } from "../discord-stand-in/stand-in.ts";
import { type StoredMessage, snowflake, textOf, type User } from "../discord-stand-in/world.ts";
import { afternoon, type Chat, type Person } from "./afternoon.ts";
import { PATIENCE_MS, type Running, run } from "./running.ts";

const TRIES = 5;

let discord: Discord;
let does: People;
let users: Record<Person, User>;
let running: Running;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "k8s-advise-afternoon-"));
  discord = await startDiscord({ patienceMs: PATIENCE_MS });
  does = people(discord);
  const { ann, bob } = discord.world;
  users = { ann, bob, cem: { ...bob, id: snowflake(), username: "cem" } };
  running = await start({});
}, PATIENCE_MS);
afterEach(async () => {
  await running?.stop();
  await discord?.close();
  await rm(folder, { recursive: true, force: true });
});

const start = (settings: Record<string, string>) =>
  run({ DATA_DIR: folder, DISCORD_API_URL: discord.apiUrl, DISCORD_TOKEN: discord.world.token, ...settings });

const messages = () => [...discord.world.messages.values()];
/** Every text of the messages, without the backslashes that keep it from being markup. */
const said = (shown: StoredMessage[]) => shown.map(textOf).join("\n").replaceAll("\\", "");

const holding = (shown: StoredMessage[], label: string): StoredMessage =>
  shown.find(({ components }) => JSON.stringify(components).includes(`:${JSON.stringify(label)}`)) ?? missing(label);

function missing(label: string): never {
  throw new Error(`no message has ${label}`);
}

/** The messages that an act brings, once they say what they should. */
async function brought(act: () => unknown, says: string[]): Promise<StoredMessage[]> {
  const before = messages().length;
  await act();
  const shown = () => messages().slice(before);
  await discord
    .until(() => says.every((part) => said(shown()).includes(part)))
    .catch(() => {
      for (const part of says) expect(said(shown())).toContain(part);
    });
  return shown();
}

/** What a person does when Discord says that the application did not respond: on a busy machine answers take their time. */
async function answered(act: () => Promise<Interaction>, tries = TRIES): Promise<Interaction> {
  const asked = await act();
  const isRefused = () => discord.refused.some((line) => line.includes(asked.id));
  await discord.until(() => asked.state !== "waiting" || isRefused(), "a response");
  return asked.state === "waiting" && tries > 1 ? answered(act, tries - 1) : asked;
}

let questions = 0;
const chat: Chat<StoredMessage[]> = {
  command: (who, words, says) => {
    const options: Record<string, string> = words === "decisions" ? { show: words } : { question: words };
    return brought(() => answered(() => does.slash("k8s-advise", options, { by: users[who] })), says);
  },
  say: (who, words, { card, newest }, says) => {
    questions += 1; // by name in the thread or through the newest answer's button, in turn
    return questions % 2 === 0 ? asked(who, words, newest, says) : written(who, words, card, says);
  },
  press: (who, shown, label, says) =>
    brought(() => answered(() => does.press(holding(shown, label), label, { by: users[who] })), says),
  choose: (who, shown, menu, choice, says) =>
    brought(() => answered(() => does.choose(holding(shown, menu), menu, choice, { by: users[who] })), says),
  decide: async (who, shown, { platform, why }, says) => {
    const card = holding(shown, "Record decision");
    const form = await answered(() => does.press(card, "Record decision", { by: users[who] }));
    return brought(() => answered(() => does.submit(form, { "We run it on": platform, Because: why })), says);
  },
  offered: (shown, menu) => {
    const parts = partsOf(holding(shown, menu).components);
    return parts.flatMap((part) =>
      part.type === 3 && part.placeholder === menu ? part.options.map(({ label }) => label) : [],
    );
  },
  stands: async (shown, says) => {
    await discord.until(() => says.every((part) => said(shown).includes(part)), `a card that says ${says.join(", ")}`);
  },
  file: async (who, shown, label) => {
    const brings = await answered(() => does.press(holding(shown, label), label, { by: users[who] }));
    const message = await discord.until(() => brings.messages.find(({ files }) => files.length > 0), "a file");
    expect(message.visibleTo).toBe(users[who].id); // theirs alone
    return message.files.map(({ bytes }) => bytes.toString()).join("\n");
  },
  restart: async (settings = {}) => {
    await running.stop();
    running = await start(settings);
  },
};

async function asked(who: Person, words: string, newest: StoredMessage[], says: string[]): Promise<StoredMessage[]> {
  const form = await answered(() => does.press(holding(newest, "Ask"), "Ask", { by: users[who] }));
  return brought(() => answered(() => does.submit(form, { "What would you like to know or change?": words })), says);
}

async function written(who: Person, words: string, card: StoredMessage[], says: string[]): Promise<StoredMessage[]> {
  const { id } = holding(card, "Ask"); // a card's thread has its id, and is there a moment after it
  const channel = await discord.until(() => discord.world.channels.get(id), "the card's thread");
  const text = `<@${discord.world.botId}> ${words}`;
  return brought(() => does.write(text, { by: users[who], channel }), says);
}

it("serves a team's whole afternoon in Discord", { timeout: 5 * PATIENCE_MS }, () => afternoon(chat, folder));
