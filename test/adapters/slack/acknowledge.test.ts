import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Action } from "../../../src/cards/card.ts";
import { UserError } from "../../../src/core/errors.ts";
import type { Message } from "../../slack-stand-in/workspace.ts";
import {
  aCard,
  anAction,
  aReply,
  eventually,
  type ForgetfulReceipts,
  joined,
  onceEach,
  type Setup,
  settled,
  TRANSPORTS,
} from "./setup.ts";

const COUNTED = aReply({ audience: "thread", card: aCard({ fallback: "1 vote." }) });

// A press that Slack was told of is not sent again: what it changes has to be lasting by then.
describe.each(TRANSPORTS)("acknowledging a press over %s", (transport) => {
  let at: Setup;
  let card: Message;
  beforeEach(async () => {
    at = await joined(transport);
    const actions = (["vote", "withdraw-vote", "undo", "compare"] satisfies Action["name"][]).map((name) =>
      anAction(name, name),
    );
    at.conversation.answer = () => aReply({ audience: "channel", card: aCard({ actions }) });
    await at.ann.command("/k8s-advise", "mvp", "C1");
    card = await at.message(() => true);
  });
  afterEach(() => at.stop());

  const answers = () => at.workspace.messages.filter(({ threadTs }) => threadTs === card.ts);

  it.each(["vote", "withdraw-vote", "undo"])("waits until %s is kept, not until it is answered", async (name) => {
    let kept = false;
    at.slack.trouble("chat.postMessage", { status: 429, retryAfter: 1 });
    at.conversation.answer = async () => {
      await sleep(400);
      kept = true;
      return COUNTED;
    };
    await at.ann.press(card, name);
    expect(kept).toBe(true);
    expect(answers()).toEqual([]);
    await eventually(() => answers().length === 1);
  });

  it("does not wait where nothing is kept", async () => {
    let answered = false;
    at.conversation.answer = async () => {
      await sleep(400);
      answered = true;
      return COUNTED;
    };
    await at.ann.press(card, "compare");
    expect(answered).toBe(false);
    await eventually(() => answers().length === 1);
  });

  it("waits no longer than Slack does", async () => {
    at.conversation.answer = async () => {
      await sleep(4_000);
      return COUNTED;
    };
    expect((await at.ann.press(card, "vote")).status).toBe(200); // the link gives up after Slack's three seconds
    await eventually(() => answers().length === 1);
  });

  it("counts a vote that comes again after counting it failed", async () => {
    at.conversation.answer = () => {
      throw new Error("the store is away");
    };
    await at.ann.press(card, "vote", undefined, "1000.1");
    await at.message(({ text }) => text.includes("it is our fault"));
    at.conversation.answer = () => COUNTED;
    await at.ann.press(card, "vote", undefined, "1000.1");
    await eventually(() => answers().some(({ text }) => text === "1 vote."));
  });

  it("does not count a vote again that comes again when another has taken its place", async () => {
    at.conversation.answer = () => COUNTED;
    await at.ann.press(card, "vote", undefined, "1000.1");
    await eventually(() => answers().length === 1);
    await at.ann.press(card, "vote", undefined, "1000.1");
    await settled();
    expect(at.conversation.intents.filter(({ kind }) => kind === "press")).toHaveLength(1);
  });

  it("counts each of three votes chosen from the menu in a second, also for the first platform again", async () => {
    const choices = ["doks", "eks"].map((value) => ({ label: value, value }));
    const menu = aCard({ fallback: "With a menu.", actions: [anAction("vote", "Vote…", { choices })] });
    at.conversation.answer = () => aReply({ audience: "thread", card: menu });
    await at.ann.press(card, "compare");
    const shown = await at.message(({ text }) => text === "With a menu.");
    const chosen = ["doks", "eks", "doks"];
    for (const [n, value] of chosen.entries()) await at.ann.press(shown, "Vote…", value, `1000.${n}`);
    await eventually(() => answers().length === 1 + 3);
    const votes = at.conversation.intents.flatMap((intent) => (intent.kind === "press" ? [intent.value] : []));
    expect(votes.slice(-3)).toEqual(chosen);
  });

  it("answers a double click on a vote once, and refuses it once", async () => {
    const twice = (second: string) => Promise.all([0, 1].map(() => at.ann.press(card, "vote", undefined, second)));
    at.conversation.answer = () => COUNTED;
    await twice("1000.1");
    await settled();
    expect(answers()).toHaveLength(1);
    at.conversation.answer = () => {
      throw new UserError("The vote is closed.", "");
    };
    await twice("1010.1");
    await settled();
    expect(at.workspace.messages.filter(({ text }) => text === "The vote is closed.")).toHaveLength(1);
  });
});

// Words in a thread are kept like presses: Slack sends them again until it is told that they were heard.
describe.each(TRANSPORTS)("acknowledging words over %s", (transport) => {
  let at: Setup;
  let receipts: ForgetfulReceipts;
  beforeEach(async () => {
    receipts = onceEach();
    at = await joined(transport, { receipts });
  });
  afterEach(() => at.stop());
  const say = () => at.ann.say(`<@${at.workspace.botUserId}> vote eks`, "C1");

  it("waits until they are answered", async () => {
    let kept = false;
    at.conversation.answer = async () => {
      await sleep(400);
      kept = true;
      return COUNTED;
    };
    await say();
    expect(kept).toBe(true);
  });

  it("takes up again, once, what a process died over: begun, never ended, and sent again by Slack", async () => {
    at.conversation.answer = () => aReply();
    const [event = {}] = await say();
    await settled();
    const [begun] = receipts.claimed.filter((key) => key.startsWith("message:") && !key.endsWith(":ended"));
    receipts.forget(`${begun}:ended`); // as if the process had been killed before it could note the end
    expect((await at.ann.redeliver(event, 1)).status).toBe(200);
    expect((await at.ann.redeliver(event, 1)).status).toBe(200);
    expect((await at.ann.redeliver(event, 2)).status).toBe(200);
    await settled();
    expect(at.conversation.heard).toHaveLength(2);
  });
});
