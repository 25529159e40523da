import type { Intent, Reply } from "../../../src/app/conversation.ts";
import type { Action } from "../../../src/cards/card.ts";
import { startBot } from "../../adapters/discord/bot.ts";
import { aCard, anAction, joined } from "../../adapters/slack/setup.ts";
import { type Discord, startDiscord } from "../../discord-stand-in/stand-in.ts";
import { textOf } from "../../discord-stand-in/world.ts";
import type { SharedQueue } from "./job-queues.ts";

/** One process of the bot on one platform, and somebody who talks to it there. */
export interface Chat {
  /** Says what the conversation answers from now on. */
  answers(answer: (intent: Intent) => Reply | Promise<Reply>): void;
  /** What the conversation was asked. */
  intents(): Intent[];
  /** Asks in their own words; resolves once the platform had the event acknowledged, or said that it was not. */
  ask(words: string): Promise<void>;
  /** Says something to the bot by its name; resolves once the event was taken. */
  mention(words: string): Promise<void>;
  /** Presses a button of the newest card, as often as `clicks` says; resolves once it was acknowledged. */
  press(label: string, clicks?: number): Promise<void>;
  /** What everybody was told so far, oldest first. */
  told(): string[];
  takeOver(): Promise<void>;
  stop(): Promise<void>;
  /** Stands still in the middle of its work, as if it had been killed there. */
  die(): Promise<void>;
  end(): Promise<void>;
}

/** A process of the bot on one platform, and others beside it on the same queue. */
export type Start = (shared: SharedQueue) => Promise<{ first: Chat; another(): Promise<Chat> }>;

/** A card for the asker alone, with buttons of these names. */
export const cardReply = (fallback: string, ...buttons: Action["name"][]): Reply => ({
  kind: "card",
  card: aCard({ title: fallback, fallback, sections: [], actions: buttons.map((name) => anAction(name, name)) }),
  audience: "asker",
  estimateId: "e-1",
  replaces: false,
});

const onSlack: Start = async (shared) => {
  const process = () => ({ queue: shared.process(), receipts: shared.receipts });
  const one = await joined("signed HTTP", process());
  const chat = (at: typeof one): Chat => ({
    answers(answer) {
      at.conversation.answer = answer;
    },
    intents: () => at.conversation.intents,
    ask: async (words) => void (await at.ann.command("/k8s-advise", words, "C1")),
    mention: async (words) => void (await at.ann.say(`<@${at.workspace.botUserId}> ${words}`, "C1")),
    async press(label, clicks = 1) {
      const card = at.workspace.messages.at(-1);
      if (card === undefined) throw new Error("there is no card");
      await Promise.all(Array.from({ length: clicks }, () => at.ann.press(card, label)));
    },
    told: () => at.workspace.messages.map(({ text }) => text),
    takeOver: () => at.takeOver(),
    stop: () => at.stopShell(),
    die: async () => at.die(),
    end: () => at.stop(),
  });
  return {
    first: chat(one),
    another: async () => chat(await joined("signed HTTP", { ...process(), slack: one.slack })),
  };
};

const discordChat = async (discord: Discord, shared: SharedQueue): Promise<Chat> => {
  const bot = await startBot({ discord, store: { queue: shared.process(), receipts: shared.receipts } });
  const messages = () => [...discord.world.messages.values()];
  const acknowledged = (asked: Awaited<ReturnType<typeof bot.people.slash>>) =>
    discord.until(() => asked.state !== "waiting", "an acknowledgement");
  return {
    answers(answer) {
      bot.script.answer = ({ intent }) => answer(intent);
    },
    intents: () => bot.script.asked.map(({ intent }) => intent),
    ask: async (question) => void (await acknowledged(await bot.people.slash("k8s-advise", { question }))),
    async mention(words) {
      bot.people.write(`<@${discord.world.botId}> ${words}`);
      await discord.until(() => bot.script.asked.length > 0, "the message to be heard");
    },
    async press(label, clicks = 1) {
      const card = messages().at(-1);
      if (card === undefined) throw new Error("there is no card");
      await Promise.all(Array.from({ length: clicks }, async () => acknowledged(await bot.people.press(card, label))));
    },
    told: () => messages().map((message) => textOf(message).trim()),
    takeOver: () => bot.shell.takeOver(),
    stop: () => bot.shell.stop(),
    die: () => bot.cutOff(),
    end: () => bot.stop(),
  };
};

const onDiscord: Start = async (shared) => {
  const discord = await startDiscord();
  return { first: await discordChat(discord, shared), another: () => discordChat(discord, shared) };
};

export const CHATS: [string, Start][] = [
  ["Slack", onSlack],
  ["Discord", onDiscord],
];
