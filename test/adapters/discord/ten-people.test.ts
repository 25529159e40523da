import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { QUESTION } from "../../app/chatter.ts";
import { aTeam, type Team, told } from "../../app/team.ts";
import { ADMINS, BROKEN_FILES, HOUR, type Line, type Name, PEOPLE } from "../../app/ten-people.ts";
import { startDiscord } from "../../discord-stand-in/stand-in.ts";
import { type Channel, ChannelKind, type StoredMessage, snowflake, type User } from "../../discord-stand-in/world.ts";
import { type Bot, startBot } from "./bot.ts";

const MINUTE_MS = 60_000;
const SETTLED_MS = 300; // for an answer that should not come

let bot: Bot;
let team: Team;
let thread: Channel;
let people: Map<Name, User>;
beforeAll(async () => {
  const discord = await startDiscord({ allowsContent: true });
  const { general, botId } = discord.world;
  team = await aTeam("discord", general.guildId ?? "");
  bot = await startBot({ allowsContent: true, discord, conversation: team.conversation });
  people = new Map(
    PEOPLE.map((username) => [
      username,
      { id: snowflake(), username, isAdmin: ADMINS.includes(username), takesDirectMessages: true },
    ]),
  );
  thread = discord.world.addChannel({ type: ChannelKind.thread, parentId: general.id, ownerId: botId });
  discord.gateway.announce(thread);
  const ada = team.in({ id: people.get("ada")?.id ?? "", name: "ada", isAdmin: true, groups: [] });
  const { estimateId } = await told(team, ada, QUESTION);
  await team.conversation.posted(ada, estimateId, { channelId: general.id, threadId: thread.id });
});
afterAll(() => bot.stop());

const answersTo = ({ id }: StoredMessage) =>
  [...bot.world.messages.values()].filter(({ author, answers }) => author === "bot" && answers === id);
/** A message has no private answer: a refusal is said in the thread, and nothing is offered. */
const isAnswered = ({ meets }: Line) => meets === "answer" || meets === "refusal";

it("gives ten people an hour long what they asked for, and nothing else", async () => {
  const written: [Line, StoredMessage][] = [];
  let minute = 0;
  for (const line of HOUR) {
    team.wait((line.minute - minute) * MINUTE_MS);
    minute = line.minute;
    const { who, says, mentions, file } = line;
    const text = mentions ? `<@${bot.world.botId}> ${says}` : says;
    const files = file === null ? [] : [{ name: file, type: "text/plain", bytes: BROKEN_FILES[file] }];
    const message = bot.people.write(text, { by: people.get(who) ?? bot.world.ann, channel: thread, files });
    written.push([line, message]);
    if (isAnswered(line)) await bot.discord.until(() => answersTo(message).length > 0, `an answer to ${says}`);
  }
  await sleep(SETTLED_MS);
  const answered = written.flatMap(([{ says }, message]) => answersTo(message).map(() => says));
  expect(answered).toEqual(HOUR.filter(isAnswered).map(({ says }) => says));
  const posted = [...bot.world.messages.values()].filter(({ author }) => author === "bot");
  expect(posted).toHaveLength(answered.length);

  const { items: decisions } = await team.store.decisions.list(team.tenant, { limit: 10, before: null });
  expect(decisions.map(({ platform, by }) => [platform, by.name])).toEqual([
    ["doks", "ada"],
    ["aks", "ben"],
    ["doks", "ada"],
    ["eks", "ben"],
    ["doks", "ada"],
  ]);
  expect(decisions.filter(({ supersededBy }) => supersededBy === null)).toEqual([decisions[0]]);
});
