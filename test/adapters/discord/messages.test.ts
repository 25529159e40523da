import { afterEach, describe, expect, it } from "vitest";
import type { Reply } from "../../../src/app/conversation.ts";
import { UserError } from "../../../src/core/errors.ts";
import { ChannelKind, type StoredMessage, textOf } from "../../discord-stand-in/world.ts";
import { type Bot, startBot } from "./bot.ts";
import { aCard, aForm } from "./samples.ts";

let bot: Bot;
afterEach(() => bot.stop());

const card = (audience: "asker" | "thread" | "channel"): Reply => ({
  kind: "card",
  card: aCard(),
  audience,
  estimateId: "e1",
  replaces: false,
});
const reply = (to: StoredMessage) =>
  bot.discord.until(() => [...bot.world.messages.values()].find(({ answers }) => answers === to.id), "a reply");
const mention = (words: string) => `<@${bot.world.botId}> ${words}`;
const aThread = () =>
  bot.world.addChannel({ type: ChannelKind.thread, parentId: bot.world.general.id, ownerId: bot.world.botId });

describe("with mentions alone", () => {
  it("answers a mention in the card's thread, and its words without the mention", async () => {
    bot = await startBot();
    const thread = aThread();
    bot.discord.gateway.announce(thread);
    bot.script.answer = () => card("thread");
    const answer = await reply(bot.people.write(mention("what if the budget is 100"), { channel: thread }));
    expect(textOf(answer)).toContain("Run it on DigitalOcean Kubernetes");
    expect(bot.script.asked).toMatchObject([
      {
        intent: { kind: "follow-up", text: "what if the budget is 100", estimateId: null },
        asker: { channelId: bot.world.general.id, threadId: thread.id, person: { id: bot.world.ann.id, name: "ann" } },
      },
    ]);
    expect(bot.discord.refused).toEqual([]);
  });

  it("answers a question in the channel beside it, with a thread on the answer", async () => {
    bot = await startBot();
    bot.script.answer = () => ({ ...card("asker"), audience: "reply" }) as Reply;
    const answer = await reply(bot.people.write(mention("40 services")));
    await bot.discord.until(() => bot.script.posted.length === 1);
    expect(answer.visibleTo).toBeNull();
    expect(bot.script.posted).toEqual([
      { estimateId: "e1", message: { channelId: bot.world.general.id, threadId: answer.id } },
    ]);
    expect(bot.script.asked[0]?.asker.isPublic).toBe(true);
  });

  it("puts a sign on a vote that is written, and posts nothing", async () => {
    bot = await startBot();
    bot.script.answer = () => ({ ...card("asker"), changesShared: true }) as Reply;
    const written = bot.people.write(mention("vote eks"), { channel: aThread() });
    await bot.discord.until(() => written.reactions.includes("✅"));
    expect([...bot.world.messages.values()].filter(({ answers }) => answers === written.id)).toEqual([]);
  });

  it("leaves people alone who do not speak to it", async () => {
    bot = await startBot();
    const thread = aThread();
    bot.discord.gateway.announce(thread);
    bot.people.write("what if the budget is 100", { channel: thread });
    bot.people.write("lunch?");
    await reply(bot.people.write(mention("help")));
    expect(bot.script.asked).toHaveLength(1);
  });

  it("answers once what it is told twice", async () => {
    bot = await startBot();
    const written = bot.people.write(mention("40 services"));
    bot.people.writtenAgain(written);
    await reply(written);
    bot.people.writtenAgain(written);
    await reply(bot.people.write(mention("help")));
    expect(bot.script.asked.map(({ intent }) => intent)).toMatchObject([{ text: "40 services" }, { text: "help" }]);
    expect([...bot.world.messages.values()].filter(({ answers }) => answers === written.id)).toHaveLength(1);
  });

  it("takes a bare mention as a question for help", async () => {
    bot = await startBot();
    await reply(bot.people.write(mention("")));
    expect(bot.script.asked[0]?.intent).toMatchObject({ kind: "follow-up", text: "help" });
  });

  it("keeps a private answer private: a button brings it to whoever presses", async () => {
    bot = await startBot();
    const answer = await reply(bot.people.write(mention("40 services, `now`")));
    expect(textOf(answer)).not.toContain("DigitalOcean");
    const shown = await bot.people.press(answer, "Show it", { by: bot.world.bob });
    const draft = await bot.discord.until(() => shown.messages[0], "the draft");
    expect(draft.visibleTo).toBe(bot.world.bob.id);
    expect(bot.script.asked.map(({ intent }) => intent)).toEqual([
      { kind: "follow-up", text: "40 services, `now`", estimateId: null },
      { kind: "follow-up", text: "40 services, `now`", estimateId: null },
    ]);
  });

  it("points to the command where the words are too long to keep", async () => {
    bot = await startBot();
    const answer = await reply(bot.people.write(mention("many services ".repeat(120))));
    expect(textOf(answer)).toContain("Please ask with `/k8s-advise`.");
  });

  it("opens a thread on a card it posts for the channel", async () => {
    bot = await startBot();
    bot.script.answer = () => card("channel");
    const answer = await reply(bot.people.write(mention("share it")));
    await bot.discord.until(() => bot.script.posted[0], "the card to be kept");
    expect(bot.world.channels.get(answer.id)?.type).toBe(ChannelKind.thread);
    expect(bot.script.posted[0]?.message).toEqual({ channelId: bot.world.general.id, threadId: answer.id });
  });

  it("offers a form behind a button", async () => {
    bot = await startBot();
    bot.script.answer = () => ({ kind: "form", form: aForm(), estimateId: "e1" });
    const opened = await bot.people.press(await reply(bot.people.write(mention("change it"))), "Open the form");
    expect((await bot.discord.until(() => opened.modal)).title).toBe("The basics");
  });

  it("answers direct messages without a mention", async () => {
    bot = await startBot();
    await reply(bot.people.write("40 services", { channel: bot.world.direct }));
    const { id } = bot.world.direct;
    expect(bot.script.asked[0]?.asker).toMatchObject({ tenant: { id: bot.world.ann.id }, channelId: id, threadId: id });
  });

  it("says in the thread what the asker can put right", async () => {
    bot = await startBot();
    bot.script.answer = () => {
      throw new UserError("There is no vote to undo.", "Vote first.");
    };
    expect(textOf(await reply(bot.people.write(mention("undo"))))).toContain("There is no vote to undo.");
  });
});

describe("with the message content intent", () => {
  it("answers questions in a thread of its own, and in no other", async () => {
    bot = await startBot({ allowsContent: true });
    const ours = aThread();
    const theirs = bot.world.addChannel({
      type: ChannelKind.thread,
      parentId: bot.world.general.id,
      ownerId: bot.world.bob.id,
    });
    bot.discord.gateway.announce(ours);
    bot.discord.gateway.announce(theirs);
    bot.people.write("what about lunch", { channel: theirs });
    await reply(bot.people.write("why not EKS", { channel: ours, by: bot.world.bob }));
    expect(bot.script.asked.map(({ intent }) => intent)).toEqual([
      { kind: "follow-up", text: "why not EKS", estimateId: null },
    ]);
  });

  it("keeps quiet about what people say to each other, and answers who mentions it", async () => {
    bot = await startBot({ allowsContent: true });
    const thread = aThread();
    bot.discord.gateway.announce(thread);
    bot.script.overhear = async () => null;
    const aside = bot.people.write("thanks everybody", { channel: thread });
    bot.people.write("", { channel: thread }); // a picture and nothing else
    await reply(bot.people.write(mention("thanks"), { channel: thread }));
    expect(bot.script.asked.map(({ intent }) => intent)).toMatchObject([{ text: "thanks" }]);
    expect([...bot.world.messages.values()].filter(({ answers }) => answers === aside.id)).toEqual([]);
  });

  it("offers nothing: a message has no private answer", async () => {
    bot = await startBot({ allowsContent: true });
    const thread = aThread();
    bot.discord.gateway.announce(thread);
    bot.script.overhear = async (text) => ({ kind: "offer", text });
    bot.people.write("we need 40 services", { channel: thread });
    await reply(bot.people.write(mention("help"), { channel: thread }));
    expect(bot.script.asked.map(({ intent }) => intent)).toMatchObject([{ text: "help" }]);
  });

  it("is silent, and logs, where it cannot find out whose words they are", async () => {
    bot = await startBot({ allowsContent: true });
    const thread = aThread();
    bot.discord.gateway.announce(thread);
    bot.script.overhear = () => Promise.reject(new Error("the store is gone"));
    bot.people.write("why not EKS", { channel: thread });
    await reply(bot.people.write(mention("help"), { channel: thread }));
    expect(bot.script.asked).toHaveLength(1);
    expect(bot.logged.map(({ text }) => text)).toContain("overhearing failed");
  });

  it("leaves alone what names or answers somebody else, and answers a reply to its own message", async () => {
    bot = await startBot({ allowsContent: true });
    const thread = aThread();
    bot.discord.gateway.announce(thread);
    const own = await reply(bot.people.write(mention("help"), { channel: thread }));
    bot.script.overhear = async (text) => (text === "hm" ? null : { kind: "follow-up", text, estimateId: null });
    const bobs = bot.people.write("hm", { channel: thread, by: bot.world.bob });
    bot.script.asked.length = 0;
    bot.people.write(`<@${bot.world.bob.id}> why not EKS`, { channel: thread });
    bot.people.write("why not AKS", { channel: thread, replyTo: bobs });
    await reply(bot.people.write("and with a GPU", { channel: thread, replyTo: own }));
    expect(bot.script.asked.map(({ intent }) => intent)).toMatchObject([{ text: "and with a GPU" }]);
  });
});
