import { afterEach, describe, expect, it } from "vitest";
import type { Reply } from "../../../src/app/conversation.ts";
import { sharedQueue } from "../../app/delivery/job-queues.ts";
import { startDiscord } from "../../discord-stand-in/stand-in.ts";
import { ALL_PERMISSIONS, PERMISSIONS, textOf } from "../../discord-stand-in/world.ts";
import { type Bot, startBot } from "./bot.ts";
import { aCard, aForm } from "./samples.ts";

let bot: Bot;
afterEach(() => bot.stop());

const card = (audience: "asker" | "thread" | "channel", more: Partial<Reply> = {}): Reply =>
  ({ kind: "card", card: aCard(), audience, estimateId: "e1", replaces: false, ...more }) as Reply;
const without = (...permissions: bigint[]) => permissions.reduce((left, each) => left & ~each, ALL_PERMISSIONS);

async function draft() {
  const asked = await bot.people.slash("k8s-advise", { question: "x" });
  return bot.discord.until(() => asked.messages[0], "the draft");
}
async function share() {
  const private_ = await draft();
  bot.script.answer = () => card("channel");
  const pressed = await bot.people.press(private_, "Share");
  await bot.discord.until(() => textOf(private_).includes("Shared:"), "the draft to say so");
  return { pressed, private_, shared: bot.world.messages.get(bot.script.posted[0]?.message.threadId ?? "") };
}

describe("permissions that are missing", () => {
  it("Create Public Threads: shares without a thread and says so", async () => {
    bot = await startBot();
    bot.world.general.permissions = without(PERMISSIONS.createPublicThreads);
    const { private_, shared } = await share();
    expect(textOf(private_)).toContain("I lack the permission Create Public Threads");
    expect(shared?.channelId).toBe(bot.world.general.id);
    expect(bot.world.channels.has(shared?.id ?? "")).toBe(false);
  });

  it("Attach Files: draws the chart in text and says what is missing", async () => {
    bot = await startBot();
    bot.world.general.permissions = without(PERMISSIONS.attachFiles);
    const { shared } = await share();
    expect(shared?.files).toEqual([]);
    expect(textOf(shared ?? { components: [], content: "" })).toContain("I lack the permission **Attach Files**");
    expect(textOf(shared ?? { components: [], content: "" })).toMatch(/Amazon EKS +189\.53 +█+/);
    expect(bot.discord.refused).toEqual([]);
  });

  it("Send Messages: answers the interaction for all to see instead", async () => {
    bot = await startBot();
    bot.world.general.permissions = without(PERMISSIONS.sendMessages);
    const { pressed, private_ } = await share();
    expect(pressed.messages[0]).toMatchObject({ visibleTo: null, channelId: bot.world.general.id });
    expect(textOf(private_)).toContain("may not post in it");
  });

  it("Send Messages in Threads: answers the asker alone and says so", async () => {
    bot = await startBot();
    const { shared } = await share();
    const thread = await bot.discord.until(() => bot.world.channels.get(shared?.id ?? ""));
    thread.permissions = without(PERMISSIONS.sendMessagesInThreads);
    bot.script.answer = () => card("thread");
    const pressed = await bot.people.press(await bot.discord.until(() => shared), "Compare all");
    const answer = await bot.discord.until(() => pressed.messages[0], "the answer");
    expect(answer.visibleTo).toBe(bot.world.ann.id);
    expect(textOf(answer)).toContain("I cannot post in the card's thread");
  });
});

describe("Discord out of order", () => {
  it("waits out a rate limit", async () => {
    bot = await startBot();
    const headers = {
      "retry-after": "0.2",
      "x-ratelimit-bucket": "b",
      "x-ratelimit-remaining": "0",
      "x-ratelimit-limit": "1",
      "x-ratelimit-reset-after": "0.2",
    };
    bot.discord.plan({
      method: "POST",
      path: /^\/channels\/\d+\/messages$/,
      times: 1,
      status: 429,
      headers,
      body: { message: "You are being rate limited.", retry_after: 0.2, global: false },
    });
    const { shared } = await share();
    expect(shared).toBeDefined();
  });

  it("does not wait out a long one, and says so", async () => {
    bot = await startBot();
    const private_ = await draft();
    bot.script.answer = () => card("channel");
    const body = { message: "You are being rate limited.", retry_after: 600, global: false };
    const headers = { "retry-after": "600", "x-ratelimit-bucket": "b", "x-ratelimit-remaining": "0" };
    bot.discord.plan({ method: "POST", path: /^\/channels\/\d+\/messages$/, times: 9, status: 429, headers, body });
    const pressed = await bot.people.press(private_, "Share");
    const told = await bot.discord.until(() => pressed.messages[0], "an apology");
    expect(textOf(told)).toContain("Discord is out of order just now.");
  });

  it("shares once even where the thread fails", async () => {
    bot = await startBot();
    bot.discord.plan({ method: "POST", path: /\/threads$/, times: 4, status: 500 });
    const { private_, shared } = await share();
    expect(shared?.channelId).toBe(bot.world.general.id);
    expect(textOf(private_)).toContain("Discord opens no thread here.");
  });

  it("tries again after a server error", async () => {
    bot = await startBot();
    bot.discord.plan({ method: "POST", path: /^\/channels\/\d+\/messages$/, times: 1, status: 502 });
    expect((await share()).shared).toBeDefined();
  });

  it("tells the asker when sharing stays impossible, and shares on the next try", async () => {
    bot = await startBot();
    const private_ = await draft();
    bot.script.answer = () => card("channel");
    bot.discord.plan({ method: "POST", path: /^\/channels\/\d+\/messages$/, times: 4, status: 500 });
    const pressed = await bot.people.press(private_, "Share");
    const told = await bot.discord.until(() => pressed.messages[0], "an apology");
    expect(textOf(told)).toContain("Discord is out of order just now.");
    expect(bot.script.posted).toEqual([]);
  });

  it("comes back after the connection drops, and hears what it missed", async () => {
    bot = await startBot();
    bot.discord.gateway.drop();
    const asked = await bot.people.slash("k8s-advise");
    await bot.discord.until(() => asked.modal, "the form after resuming");
    expect(bot.discord.gateway.counts).toEqual({ identified: 1, resumed: 1 });
    expect(bot.shell.isReady()).toBe(true);
  });

  it("starts a new session when the old one is gone", async () => {
    bot = await startBot();
    bot.discord.gateway.drop(true);
    await bot.discord.until(() => bot.discord.gateway.counts.identified === 2, "a new session");
    const asked = await bot.discord.until(() => bot.shell.isReady()).then(() => bot.people.slash("k8s-advise"));
    await bot.discord.until(() => asked.modal, "the form");
  });

  it("answers an event once that comes twice", async () => {
    bot = await startBot();
    const asked = await bot.people.slash("k8s-advise", { question: "x" });
    await bot.discord.until(() => asked.messages[0], "the draft");
    await bot.people.again(asked, { question: "x" });
    await bot.people.slash("k8s-advise", { question: "y" });
    await bot.discord.until(() => bot.script.asked.length === 2);
    expect(asked.messages.map(textOf)).toEqual([expect.stringContaining("Run it on")]);
    expect(bot.discord.refused).toEqual([]);
  });

  it("answers once where two processes are told of everything", async () => {
    const shared = await sharedQueue();
    const store = { receipts: shared.receipts, queue: shared.process() };
    const other = await startBot({ store });
    bot = await startBot({ store, discord: other.discord });
    for (const { script } of [other, bot]) script.answer = () => card("channel");
    const asked = await bot.people.slash("k8s-price", { query: "t3.medium" });
    const written = bot.people.write(`<@${bot.world.botId}> share it`);
    const replies = () => [...bot.world.messages.values()].filter(({ answers }) => answers === written.id);
    await bot.discord.until(() => [...other.script.posted, ...bot.script.posted].length > 0, "the card in the channel");
    await other.shell.stop();
    await bot.shell.stop();
    expect([asked.messages.length, replies().length]).toEqual([1, 1]);
    expect([...other.script.asked, ...bot.script.asked]).toHaveLength(2);
    expect(bot.discord.refused).toEqual([]);
  });

  it("logs an interaction it was too late for, and goes on", async () => {
    bot = await startBot();
    bot.script.answer = async () => {
      bot.discord.advance(3_100);
      return card("asker");
    };
    await bot.people.slash("k8s-advise", { question: "x" });
    await bot.discord.until(() => bot.logged.some(({ text }) => text === "the asker could not be told"), "a log line");
    expect(bot.discord.refused[0]).toContain("10062");
    expect(JSON.stringify(bot.logged)).not.toContain(bot.discord.interactions.all[0]?.token);
    const asked = await bot.people.slash("k8s-advise");
    await bot.discord.until(() => asked.modal, "the next form");
  });

  it("answers anew when the message to replace was deleted", async () => {
    bot = await startBot();
    const private_ = await draft();
    bot.script.answer = () => {
      private_.deleted = true;
      return card("asker", { replaces: true } as Partial<Reply>);
    };
    const pressed = await bot.people.press(private_, "Compare all");
    expect(textOf(await bot.discord.until(() => pressed.messages[0], "a new answer"))).toContain("Run it on");
  });

  it("puts a form right after a restart, from what its message shows", async () => {
    const discord = await startDiscord();
    const before = await startBot({ discord });
    const asked = await before.people.slash("k8s-advise");
    await discord.until(() => asked.modal, "the form");
    before.script.answer = () => ({
      kind: "faults",
      form: aForm(),
      faults: { budgetUsd: "No number." },
      estimateId: null,
    });
    const sent = await before.people.submit(asked, { "Budget a month": "`fifty`", Needs: ["gpu", "arm"] });
    const faults = await discord.until(() => sent.messages[0], "the faults");
    await before.shell.stop();
    bot = await startBot({ discord });
    const fixing = await bot.people.press(faults, "Fix it");
    const modal = await discord.until(() => fixing.modal, "the form again");
    const inputs = modal.components.map(({ component }) => component);
    expect(inputs).toMatchObject([
      {},
      {},
      { value: "`fifty`" },
      {},
      { options: [{ default: true }, { default: false }, { default: true }, { default: false }] },
    ]);
  });

  it("calls buttons of an earlier version by their name", async () => {
    bot = await startBot();
    const private_ = await draft();
    const [container] = private_.components;
    private_.components = [
      ...(container ? [container] : []),
      { type: 1, components: [{ type: 2, style: 2, label: "Old", custom_id: "old-button" }] },
    ];
    const pressed = await bot.people.press(private_, "Old");
    expect(textOf(await bot.discord.until(() => pressed.messages[0]))).toContain("earlier version");
  });
});

it("says in words that the message content intent is switched off", async () => {
  const discord = await startDiscord({ allowsContent: false });
  await expect(startBot({ discord, config: { messageContent: true } })).rejects.toThrow(
    /refuses the message content intent/,
  );
  bot = await startBot({ discord });
});
