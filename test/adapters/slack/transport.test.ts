import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Action } from "../../../src/cards/card.ts";
import { type SharedQueue, sharedQueue } from "../../app/delivery/job-queues.ts";
import type { Message } from "../../slack-stand-in/workspace.ts";
import { aCard, aForm, anAction, aReply, BUDGET, eventually, joined, type Setup, settled } from "./setup.ts";

const NEVER = new Promise<never>(() => {}); // what a process that is killed leaves behind
const CSV = { name: "lines.csv", mediaType: "text/csv", text: "a,b" } as const;
const answer = (fallback: string) => aReply({ card: aCard({ fallback }) });

// The first process stands still in the middle of its work, as if it had been killed there; the second takes over.
describe("what a process that died had acknowledged", () => {
  let shared: SharedQueue;
  let first: Setup;
  let second: Setup;
  beforeEach(async () => {
    shared = await sharedQueue();
    first = await joined("signed HTTP", { queue: shared.process() });
    second = await joined("signed HTTP", { queue: shared.process(), slack: first.slack });
  });
  afterEach(async () => {
    first.die();
    await second.stop();
  });

  const dies = () => {
    first.conversation.answer = () => NEVER;
  };
  const takenOver = async () => {
    await shared.fallSilent();
    await second.takeOver();
    await nothingWaits();
  };
  const nothingWaits = () => vi.waitFor(async () => expect(await shared.kept()).toEqual([]), 5_000);
  const withButtons = async (...names: Action["name"][]): Promise<Message> => {
    const actions = names.map((name) => anAction(name, name));
    first.conversation.answer = () => aReply({ card: aCard({ fallback: "A draft.", actions }) });
    await first.ann.command("/k8s-advise", "mvp", "C1");
    return first.message(({ text }) => text === "A draft.");
  };
  const texts = () => second.workspace.messages.map(({ text }) => text);

  it("keeps nothing once it is answered", async () => {
    first.conversation.answer = () => answer("Answered.");
    await first.ann.command("/k8s-advise", "mvp", "C1");
    await first.message(({ text }) => text === "Answered.");
    await nothingWaits();
  });

  it("answers a command", async () => {
    dies();
    expect((await first.ann.command("/k8s-advise", "mvp in Frankfurt", "C1")).status).toBe(200);
    second.conversation.answer = () => answer("Taken over.");
    await takenOver();
    expect(second.conversation.intents).toEqual([{ kind: "command", text: "mvp in Frankfurt" }]);
    expect(second.workspace.messages).toMatchObject([{ text: "Taken over.", onlyFor: "UANN", channel: "C1" }]);
    await takenOver();
    expect(texts()).toEqual(["Taken over."]);
  });

  it("leaves alone what is still being answered", async () => {
    dies();
    await first.ann.command("/k8s-advise", "mvp", "C1");
    await second.takeOver();
    await settled();
    expect(second.conversation.heard).toEqual([]);
  });

  it.each(["before the card was posted", "before Slack's answer was heard", "before its thread was noted"])(
    "shares a card once, killed %s",
    async (moment) => {
      const draft = await withButtons("share");
      const card = aReply({ audience: "channel", card: aCard({ fallback: "The card.", files: [CSV] }) });
      first.conversation.answer = () => (moment.includes("posted") ? NEVER : card);
      second.conversation.answer = () => card;
      if (moment.includes("heard")) first.slack.trouble("chat.postMessage", "unheard");
      first.conversation.posted = () => NEVER;
      await first.ann.press(draft, "share");
      const posted = () => second.workspace.messages.filter(({ text, onlyFor }) => text === "The card." && !onlyFor);
      if (!moment.includes("posted")) await eventually(() => posted().length === 1);

      await takenOver();
      const [root, ...others] = posted();
      expect(others).toEqual([]);
      const thread = { channelId: "C1", threadId: root?.ts };
      expect(second.conversation.threads).toMatchObject([{ estimateId: "e-1", message: thread }]);
      expect([...second.workspace.files.values()]).toMatchObject([{ name: "lines.csv", threadTs: root?.ts }]);
      expect(draft.text).toBe("Shared with the channel.");
    },
  );

  it("goes on in the middle of a long answer for all, without a part or a file twice", async () => {
    const text = "A long answer. ".repeat(2_800);
    const card = aCard({ sections: [{ kind: "text", text }], files: [CSV] });
    const long = aReply({ audience: "channel", card });
    first.conversation.answer = () => long;
    second.conversation.answer = () => long;
    first.slack.trouble("files.completeUploadExternal", "unheard");
    await first.ann.command("/k8s-advise", "long", "C1");
    await eventually(() => first.slack.callsOf("files.completeUploadExternal").length === 1);
    const before = second.workspace.messages.length;
    await takenOver();
    expect(second.workspace.messages).toHaveLength(before);
    expect([...second.workspace.files.values()]).toHaveLength(1);
  });

  it("says that a form cannot open any more, since only a fresh press opens one", async () => {
    const draft = await withButtons("change");
    dies();
    await first.ann.press(draft, "change");
    second.conversation.answer = () => ({ kind: "form", form: aForm([BUDGET]), estimateId: "e-1" });
    await takenOver();
    expect(second.workspace.views.size).toBe(0);
    expect(texts().at(-1)).toBe("The form cannot open any more. Please ask for it once again.");
  });

  it("answers a form that was acknowledged with its answer on the way", async () => {
    first.conversation.answer = () => ({ kind: "form", form: aForm([BUDGET]), estimateId: null });
    await first.ann.command("/k8s-advise", "", "C1");
    await eventually(() => first.workspace.views.size === 1);
    first.slack.trouble("reply", "hang");
    first.conversation.answer = () => answer("Advice.");
    second.conversation.answer = () => answer("Advice.");
    expect((await first.ann.submit({ budgetUsd: "50" })).status).toBe(200);
    await takenOver();
    expect(second.conversation.intents).toMatchObject([{ kind: "submit-form", answers: { budgetUsd: "50" } }]);
    expect(texts()).toEqual(["Advice."]);
  });

  it("does nothing twice that may have been done: it says so instead", async () => {
    dies();
    await first.ann.say(`<@${first.workspace.botUserId}> what if the budget is 100`, "C1"); // takes until Slack waits no longer
    await takenOver();
    expect(second.conversation.heard).toEqual([]);
    expect(texts()).toEqual([expect.stringContaining("I was restarted before I could answer you.")]);
  });

  it("says so too where a question was put to nobody in a card's thread, and makes no offer but once", async () => {
    const card = { ...(await withButtons()), user: first.workspace.botUserId };
    dies();
    await first.ann.say("what if the budget is 100", "C1", card);
    await takenOver();
    expect(texts().at(-1)).toContain("I was restarted before I could answer you.");
    first.conversation.overhear = async (text) => ({ kind: "offer", text });
    second.conversation.overhear = first.conversation.overhear;
    second.conversation.answer = () => answer("Shall I plan for 40 services?");
    await first.ann.say("40 services", "C1", card);
    await takenOver();
    expect(second.conversation.intents).toEqual([{ kind: "offer", text: "40 services" }]);
    expect(texts().filter((text) => text.startsWith("Shall I plan"))).toHaveLength(1);
  });

  it("gives up what fails three processes, and tells the asker with a reference", async () => {
    dies();
    await first.ann.command("/k8s-advise", "mvp", "C1");
    const store = shared.process();
    for (const _ of [2, 3]) {
      await shared.fallSilent();
      await store.claim("slack"); // by a process that it killed
    }
    await shared.fallSilent();
    await second.takeOver();
    expect(second.conversation.heard).toEqual([]);
    expect(texts()).toEqual([expect.stringMatching(/^I tried three times .* Reference: [0-9a-f]{8}\.$/)]);
    expect(second.workspace.messages).toMatchObject([{ onlyFor: "UANN", channel: "C1" }]);
    expect(await shared.kept()).toMatchObject([{ body: "" }]);
  });

  it("posts nothing any more for all to see once another process took it over", async () => {
    const draft = await withButtons("share");
    const card = aReply({ audience: "channel", card: aCard({ fallback: "The card." }) });
    let go = () => {};
    first.conversation.answer = async () => {
      await new Promise<void>((resolve) => {
        go = resolve;
      });
      return card;
    };
    await first.ann.press(draft, "share"); // and the process stands still for longer than its lease
    await shared.fallSilent();
    second.conversation.answer = () => card;
    await second.takeOver();
    go();
    await eventually(() => first.log.some(({ text }) => text === "an attempt was taken over"));
    expect(texts().filter((text) => text === "The card.")).toHaveLength(1);
  });

  it("tries again what Slack would not take, the apology neither", async () => {
    first.conversation.answer = () => answer("At last.");
    first.slack.trouble("reply", ...Array<{ status: number }>(2).fill({ status: 503 }));
    first.slack.trouble("chat.postEphemeral", ...Array<{ status: number }>(9).fill({ status: 503 }));
    first.slack.trouble("chat.postMessage", ...Array<{ status: number }>(9).fill({ status: 503 }));
    await first.ann.command("/k8s-advise", "mvp", "C1");
    await vi.waitFor(async () => expect(first.log.length).toBeGreaterThan(1), 15_000);
    expect(await shared.kept()).toHaveLength(1);
    second.conversation.answer = () => answer("At last.");
    await takenOver();
    expect(texts()).toEqual(["At last."]);
  });

  it("lets go of what nobody waits for any more", async () => {
    dies();
    await first.ann.command("/k8s-advise", "mvp", "C1");
    await shared.fallSilent(31 * 60_000);
    await second.takeOver();
    await nothingWaits();
    expect(second.conversation.heard).toEqual([]);
    expect(second.log).toMatchObject([{ level: "warn", text: "nobody waits for this answer any more" }]);
  });
});
