import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { eventually } from "../adapters/slack/setup.ts";
import type { SlackPerson } from "../slack-stand-in/person.ts";
import type { Message } from "../slack-stand-in/workspace.ts";
import { afternoon, type Chat, type Person } from "./afternoon.ts";
import { insisting, PATIENCE_MS, type Running } from "./running.ts";
import { CHANNEL, choicesOf, type SlackTeam, slackTeam } from "./slack-team.ts";

let team: SlackTeam;
let running: Running;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "k8s-advise-afternoon-"));
  team = await slackTeam();
  running = await start({});
}, PATIENCE_MS);
afterEach(async () => {
  await running?.stop();
  await team?.stop();
  await rm(folder, { recursive: true, force: true });
});

const start = (settings: Record<string, string>) => team.start({ dataDir: folder, databaseUrl: null }, settings);
const person = (who: Person): SlackPerson => team.person(`U${who.toUpperCase()}`, running);

/** Every text of the messages, one after the other. */
const textOf = (messages: Message[]): string => messages.flatMap((message) => textsIn(message)).join("\n");

function textsIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === "text" && typeof part === "string" ? [part] : textsIn(part),
  );
}

const holding = (shown: Message[], label: string): Message =>
  shown.find(({ blocks }) => JSON.stringify(blocks).includes(JSON.stringify(label))) ?? missing(label);

function missing(label: string): never {
  throw new Error(`no message has ${label}`);
}

/** The messages that an act brings, once they say what they should. */
async function brought(act: () => Promise<unknown>, says: string[]): Promise<Message[]> {
  const before = new Set(team.workspace.messages);
  await insisting(act);
  const shown = () => team.workspace.messages.filter((message) => !before.has(message));
  const isThere = () => says.every((part) => textOf(shown()).includes(part));
  await eventually(isThere, PATIENCE_MS).catch(() => {
    for (const part of says) expect(textOf(shown())).toContain(part);
  });
  return shown();
}

let mentions = 0;
const slack: Chat<Message[]> = {
  command: (who, words, says) => brought(() => person(who).command("/k8s-advise", words, CHANNEL), says),
  say: async (who, words, { card }, says) => {
    mentions += 1; // with a mention or to nobody, in turn
    if (mentions % 2 === 1) {
      const text = `<@${team.workspace.botUserId}> ${words}`;
      return brought(() => person(who).say(text, CHANNEL, card[0]), says);
    }
    const [offer] = await brought(() => person(who).say(words, CHANNEL, card[0]), ["Shall I plan"]);
    if (offer === undefined) throw new Error(`nothing offered to ${words}`);
    return brought(() => person(who).press(offer, "Replan"), says);
  },
  press: (who, shown, label, says) => brought(() => person(who).press(holding(shown, label), label), says),
  choose: (who, shown, menu, choice, says) =>
    brought(() => person(who).press(holding(shown, menu), menu, choice), says),
  decide: async (who, shown, decision, says) => {
    await insisting(() => person(who).press(holding(shown, "Record decision"), "Record decision"));
    await eventually(() => team.workspace.views.size === 1, PATIENCE_MS);
    return brought(() => person(who).submit(decision), says);
  },
  offered: (shown, menu) => choicesOf(holding(shown, menu), menu).map(({ label }) => label),
  stands: async (shown, says) => {
    await eventually(() => says.every((part) => textOf(shown.slice(0, 1)).includes(part)), PATIENCE_MS);
  },
  file: async (who, shown, label) => {
    const before = team.workspace.files.size;
    await insisting(() => person(who).press(holding(shown, label), label));
    const file = await eventually(() => [...team.workspace.files.values()].slice(before).find(sent), PATIENCE_MS);
    expect(file.channel).toBe(`DU${who.toUpperCase()}`); // theirs alone
    return file.text;
  },
  restart: async (settings = {}) => {
    await running.stop();
    running = await start(settings);
  },
};
const sent = ({ channel }: { channel: string | null }) => channel !== null;

it("serves a team's whole afternoon in Slack", { timeout: 5 * PATIENCE_MS }, () => afternoon(slack, folder));
