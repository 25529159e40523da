import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { UserError } from "../../../src/core/errors.ts";
import { CHATS, type Chat, cardReply } from "./chats.ts";
import { type SharedQueue, sharedQueue } from "./job-queues.ts";

const NEVER = new Promise<never>(() => {}); // what a process that is killed leaves behind
const SLOW_MS = 2_000; // longer than any platform is left without an acknowledgement
const MINUTE_MS = 60_000;

describe.each(CHATS)("what people do on %s", (_, start) => {
  let shared: SharedQueue;
  let first: Chat;
  let second: Chat | null;
  let another: () => Promise<Chat>;
  beforeEach(async () => {
    shared = await sharedQueue();
    ({ first, another } = await start(shared));
    second = null;
  });
  afterEach(async () => {
    await second?.end();
    if (second === null) await first.end();
  });

  const told = (words: string) => vi.waitFor(() => expect((second ?? first).told().at(-1)).toContain(words), 10_000);
  const nothingWaits = () => vi.waitFor(async () => expect(await shared.kept()).toEqual([]), 5_000);
  /** Kills the first process; another takes over what it held, kept that long ago. */
  const takenOver = async (answer: Parameters<Chat["answers"]>[0], agoMs?: number) => {
    await first.die();
    await shared.fallSilent(agoMs);
    second = await another();
    second.answers(answer);
    await second.takeOver();
  };

  it("is kept before it is acknowledged, and no longer than it takes to answer it", async () => {
    first.answers(() => sleep(SLOW_MS, cardReply("Answered.")));
    await first.ask("40 services");
    expect(await shared.kept()).toHaveLength(1);
    await told("Answered.");
    await nothingWaits();
  });

  it("is answered by another process where its own is killed over it, once", async () => {
    first.answers(() => NEVER);
    await first.ask("40 services");
    await takenOver(() => cardReply("Taken over."));
    expect(second?.intents()).toEqual([{ kind: "command", text: "40 services" }]);
    await told("Taken over.");
    await shared.fallSilent();
    await second?.takeOver();
    expect(second?.intents()).toHaveLength(1);
    await nothingWaits();
  });

  it("is done once where somebody clicks twice, however long the first click takes", async () => {
    first.answers(() => cardReply("A draft.", "compare"));
    await first.ask("mvp");
    await told("A draft.");
    const before = first.intents().length;
    first.answers(() => sleep(SLOW_MS, cardReply("Compared.")));
    await first.press("compare", 3);
    await told("Compared.");
    await nothingWaits();
    expect(first.intents()).toHaveLength(before + 1);
  });

  it("is not done again where it may have been done: the asker is told instead", async () => {
    first.answers(() => cardReply("A draft.", "undo"));
    await first.ask("mvp");
    await told("A draft.");
    first.answers(() => NEVER);
    await first.press("undo");
    await takenOver(() => cardReply("Undone."));
    expect(second?.intents()).toEqual([]);
    await told("I was restarted before I could answer you.");
    await nothingWaits();
  });

  it("is not lost where it is said by name: the asker is told, since words may say anything", async () => {
    first.answers(() => NEVER);
    await first.mention("what if the budget is 100");
    expect(await shared.kept()).toHaveLength(1);
    await takenOver(() => cardReply("Changed."));
    expect(second?.intents()).toEqual([]);
    await told("I was restarted before I could answer you.");
    await nothingWaits();
  });

  it("is given up after three processes, and the asker is told with a reference", async () => {
    first.answers(() => NEVER);
    await first.ask("40 services");
    await first.die();
    const shell = (await shared.kept())[0]?.key.startsWith("discord") ? "discord" : "slack";
    for (const __ of [2, 3]) {
      await shared.fallSilent();
      await shared.process().claim(shell); // by a process that it killed
    }
    await takenOver(() => cardReply("At last."));
    expect(second?.intents()).toEqual([]);
    await vi.waitFor(
      () => expect(second?.told().at(-1)).toMatch(/I tried three times .*Reference: [0-9a-f]{8}/s),
      5_000,
    );
    expect(await shared.kept()).toMatchObject([{ body: "", dead_at: expect.any(String) }]);
  });

  it("is let go where nobody waits for it any more", async () => {
    first.answers(() => NEVER);
    await first.ask("40 services");
    await takenOver(() => cardReply("Far too late."), 31 * MINUTE_MS);
    await nothingWaits();
    expect(second?.intents()).toEqual([]);
  });

  it("is answered to its end by a process that was told to stop", async () => {
    first.answers(() => sleep(SLOW_MS, cardReply("Answered to the end.")));
    await first.ask("40 services");
    await first.stop();
    expect(first.told().at(-1)).toContain("Answered to the end.");
    expect(await shared.kept()).toEqual([]);
  });

  it.each([
    [new UserError("No prices for the moon.", "Name a region."), /No prices for the moon\..*Name a region\./s],
    [new TypeError("the secret is 42"), /it is our fault\..*reference [0-9a-f]{8}\./s],
  ])("says what went wrong in the same words: %s", async (error, words) => {
    first.answers(() => Promise.reject(error));
    await first.ask("on the moon");
    await vi.waitFor(() => expect(first.told().at(-1)).toMatch(words), 5_000);
  });
});
