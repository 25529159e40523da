import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Reply } from "../../../src/app/conversation.ts";
import { type SharedQueue, sharedQueue } from "../../app/delivery/job-queues.ts";
import type { Interaction } from "../../discord-stand-in/interactions.ts";
import { type Discord, type Planned, startDiscord } from "../../discord-stand-in/stand-in.ts";
import { type StoredMessage, textOf } from "../../discord-stand-in/world.ts";
import { type Bot, startBot, type Transport } from "./bot.ts";
import { aCard, aForm, anAction } from "./samples.ts";

const MINUTE_MS = 60_000;

let discord: Discord;
let queue: SharedQueue;
let first: Bot;
let second: Bot | null;

beforeEach(async () => {
  discord = await startDiscord();
  queue = await sharedQueue();
  second = null;
});
afterEach(() => (second ?? first).stop());

const never = () => new Promise<never>(() => undefined);
const card = (more: Partial<Extract<Reply, { kind: "card" }>> = {}): Reply => ({
  kind: "card",
  card: aCard(),
  audience: "asker",
  estimateId: "e1",
  replaces: false,
  ...more,
});

const process = (transport: Transport = "gateway") =>
  startBot({ transport, discord, store: { receipts: queue.receipts, queue: queue.process() } });

/** Kills the first process, and lets another take over what it held `ageMs` ago. */
async function takenOver(answer: Bot["script"]["answer"], ageMs = 0, transport: Transport = "gateway"): Promise<Bot> {
  await first.cutOff();
  await queue.fallSilent(ageMs);
  second = await process(transport);
  second.script.answer = answer;
  await second.shell.takeOver();
  expect(await queue.kept()).toEqual([]);
  return second;
}

const draft = async (more: Parameters<typeof aCard>[0] = {}): Promise<StoredMessage> => {
  first.script.answer = () => card({ card: aCard(more) });
  const asked = await first.people.slash("k8s-advise", { question: "40 services" });
  return discord.until(() => asked.messages[0], "the draft");
};
const inChannel = () =>
  [...discord.world.messages.values()].filter(
    ({ channelId, visibleTo }) => channelId === discord.world.general.id && visibleTo === null,
  );
const deferred = (asked: Interaction) =>
  discord.until(() => asked.state === "thinking" || asked.state === "acknowledged", "the deferral");

describe("a press of Share", () => {
  const POST = { method: "POST", path: /^\/channels\/\d+\/messages$/, times: 1 };
  const THREAD = { method: "POST", path: /\/threads$/, times: 1 };

  /** Presses Share and waits until the process hangs at what it was told to hang at. */
  async function shareUntil(
    isThere: (call: { path: string }) => boolean,
    planned: Planned | null,
  ): Promise<StoredMessage> {
    first = await process();
    const private_ = await draft();
    first.script.answer = () => card({ audience: "channel" });
    if (planned === null) first.script.keepPosted = never;
    else discord.plan(planned);
    await first.people.press(private_, "Share");
    await discord.until(() => discord.calls.some(isThere), "the process to come that far");
    await discord.until(() => planned?.status === "unheard" || inChannel().length > 0, "the card");
    return private_;
  }

  it.each([
    ["before the card was posted", POST, { ...POST, status: "unheard" }],
    ["before it heard that the card was posted", POST, { ...POST, status: "lost" }],
    ["before the card was kept as posted", POST, null],
    ["before it heard that the thread is open", THREAD, { ...THREAD, status: "lost" }],
  ] as const)("shares one card with one thread, killed %s", async (_, { path }, planned) => {
    const private_ = await shareUntil((call) => path.test(call.path), planned);
    const { script } = await takenOver(() => card({ audience: "channel" }));
    const [shared, ...others] = inChannel();
    expect(others).toEqual([]);
    expect(textOf(private_)).toMatch(new RegExp(`^\nShared: \\S+/${shared?.id}$`));
    expect(script.posted).toMatchObject([{ estimateId: "e1", message: { threadId: shared?.id } }]);
    expect(discord.world.channels.has(shared?.id ?? "")).toBe(true);
  });

  it("is asked for again when Discord may have forgotten the card's nonce", async () => {
    const private_ = await shareUntil(({ path }) => POST.path.test(path), { ...POST, status: "lost" });
    const { script } = await takenOver(() => card({ audience: "channel" }), 2 * MINUTE_MS + 1_000);
    expect(inChannel()).toHaveLength(1);
    expect(script.asked).toEqual([]);
    expect(textOf(private_)).toContain("Run it on");
    expect([...discord.world.messages.values()].map(textOf).join()).toContain(
      "I was restarted before I could answer you.",
    );
  });
});

describe.each(["gateway", "http"] as const)("an answer that takes long, over %s", (transport) => {
  it("is given by another process when its own is killed over it", async () => {
    first = await process(transport);
    first.script.answer = never;
    const asked = await first.people.slash("k8s-advise", { question: "40 services" });
    await deferred(asked);
    const { script } = await takenOver(() => card(), 14 * MINUTE_MS, transport);
    expect(asked.messages.map(textOf)).toEqual([expect.stringContaining("Run it on DigitalOcean Kubernetes")]);
    expect(asked.messages[0]?.visibleTo).toBe(discord.world.ann.id);
    expect(script.asked).toMatchObject([{ intent: { kind: "command", text: "40 services" } }]);
    expect(discord.refused).toEqual([]);
  });

  it("is kept no longer than it takes", async () => {
    first = await process(transport);
    first.script.answer = () => new Promise((resolve) => setTimeout(() => resolve(card()), 1_700));
    const asked = await first.people.slash("k8s-advise", { question: "40 services" });
    await deferred(asked);
    expect(await queue.kept()).toMatchObject([{ key: `discord:${asked.id}` }]);
    await discord.until(() => asked.messages[0], "the answer");
    await vi.waitFor(async () => expect(await queue.kept()).toEqual([]), 5_000);
  });

  it("is not kept where the first response answers", async () => {
    const keep = vi.fn();
    const store = { receipts: queue.receipts, queue: { ...queue.process(), keep } };
    first = await startBot({ transport, discord, store });
    first.script.answer = () => card({ card: aCard({ sections: [], files: [] }) });
    const asked = await first.people.slash("k8s-advise", { question: "40 services" });
    await discord.until(() => asked.messages[0], "the draft");
    const form = await first.people.slash("k8s-advise");
    await discord.until(() => form.modal, "the form");
    await first.people.complete("k8s-price", "query", "t3");
    expect(keep).not.toHaveBeenCalled();
  });
});

describe("what might be done twice", () => {
  const undone = async () => {
    const shown = await draft({ actions: [anAction("undo", "Undo")] });
    first.script.answer = never;
    return first.people.press(shown, "Undo");
  };
  const followedUp = async () => {
    const form = await first.people.press(await draft(), "Ask");
    await discord.until(() => form.modal, "the form");
    first.script.answer = never;
    return first.people.submit(form, { "What would you like to know or change?": "undo" });
  };
  const set = async () => {
    first.script.answer = () => ({ kind: "form", form: { ...aForm(), name: "settings" }, estimateId: "workspace" });
    const form = await first.people.slash("k8s-advise", { show: "settings change" });
    await discord.until(() => form.modal, "the form");
    first.script.answer = never;
    return first.people.submit(form);
  };

  it.each([
    ["an undoing", undone],
    ["words", followedUp],
    ["settings", set],
  ])("is left to the asker: %s", async (_, act) => {
    first = await process();
    const asked = await act();
    await deferred(asked);
    const { script } = await takenOver(() => card());
    expect(asked.messages.map(textOf)).toEqual([expect.stringContaining("Please look whether it was done")]);
    expect(asked.messages[0]?.visibleTo).toBe(discord.world.ann.id);
    expect(script.asked).toEqual([]);
  });
});

describe("what nobody can be answered any more", () => {
  const dropped = {
    fields: { shell: "discord", ageMs: expect.any(Number) },
    text: "nobody waits for this answer any more",
  };

  it("is dropped when its token is too old", async () => {
    first = await process();
    first.script.answer = never;
    const asked = await first.people.slash("k8s-advise", { question: "40 services" });
    await deferred(asked);
    const { script, logged } = await takenOver(() => card(), 15 * MINUTE_MS + 1);
    expect(script.asked).toEqual([]);
    expect(asked.messages).toEqual([]);
    expect(logged).toContainEqual(dropped);
  });

  it("is dropped when Discord never heard of the deferral, and told the asker that it failed", async () => {
    first = await process();
    const private_ = await draft();
    first.script.answer = () => card({ audience: "channel" });
    discord.plan({ method: "POST", path: /\/callback$/, times: 1, status: "unheard" });
    await first.people.press(private_, "Share");
    await vi.waitFor(async () => expect(await queue.kept()).toHaveLength(1), 5_000);
    const { script, logged } = await takenOver(() => card({ audience: "channel" }));
    expect(script.asked).toEqual([]);
    expect(inChannel()).toEqual([]);
    expect(logged).toContainEqual(dropped);
  });

  it("is dropped when another version kept it", async () => {
    first = await process();
    const jobs = queue.process();
    const lease = jobs.begin({ shell: "discord", id: "1" }, "discord:1");
    await jobs.keep(lease, { key: "discord:1", personId: "1", body: '{"interaction":{}}' });
    const { logged } = await takenOver(() => card());
    expect(logged).toContainEqual(dropped);
  });
});

it("defers nothing that it could not keep", async () => {
  const broken = { ...queue.process(), keep: () => Promise.reject(new Error("the disk is full")) };
  first = await startBot({ discord, store: { receipts: queue.receipts, queue: broken } });
  const private_ = await draft();
  first.script.answer = () => card({ audience: "channel" });
  const pressed = await first.people.press(private_, "Share");
  expect(textOf(await discord.until(() => pressed.messages[0], "an apology"))).toContain("reference");
  expect(pressed.responseType).toBe(4);
  expect(inChannel()).toEqual([]);
});
