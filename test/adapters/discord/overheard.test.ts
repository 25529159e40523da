import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { CHATTER, QUESTION } from "../../app/chatter.ts";
import { ADA, aTeam, type Team, told } from "../../app/team.ts";
import { startDiscord } from "../../discord-stand-in/stand-in.ts";
import { ChannelKind, type StoredMessage } from "../../discord-stand-in/world.ts";
import { type Bot, startBot } from "./bot.ts";

const SETTLED_MS = 300; // for an answer that should not come

let bot: Bot;
let team: Team;
let estimateId: string;
beforeAll(async () => {
  const discord = await startDiscord({ allowsContent: true });
  team = await aTeam("discord", discord.world.general.guildId ?? "");
  bot = await startBot({ allowsContent: true, discord, conversation: team.conversation });
  estimateId = (await told(team, team.in(ADA), QUESTION)).estimateId;
});
afterAll(() => bot.stop());

/** Writes in a thread of its own, under a card that says what the others' cards say. */
async function writtenUnderACard(text: string): Promise<StoredMessage> {
  const { general, botId } = bot.world;
  const thread = bot.world.addChannel({ type: ChannelKind.thread, parentId: general.id, ownerId: botId });
  bot.discord.gateway.announce(thread);
  await team.conversation.posted(team.in(ADA), estimateId, { channelId: general.id, threadId: thread.id });
  return bot.people.write(text, { channel: thread });
}

const answersTo = ({ channelId }: StoredMessage) =>
  [...bot.world.messages.values()].filter((message) => message.author === "bot" && message.channelId === channelId);

it("answers each question in a card's thread once, and nothing else that people write there", async () => {
  const written: [string, StoredMessage][] = [];
  for (const [text] of CHATTER) written.push([text, await writtenUnderACard(text)]);
  const questions = CHATTER.filter(([, expected]) => expected === "answer").map(([text]) => text);
  const answered = () => written.flatMap(([text, message]) => answersTo(message).map(() => text));
  await bot.discord.until(() => answered().length >= questions.length, "an answer to each question");
  await sleep(SETTLED_MS);
  expect(answered()).toEqual(questions);
  expect(bot.logged.filter(({ text }) => text.includes("failed"))).toEqual([]);
});
