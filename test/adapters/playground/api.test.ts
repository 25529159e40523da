import { describe, expect, it } from "vitest";
import { answer } from "../../../src/adapters/playground/api.ts";
import { UserError } from "../../../src/core/errors.ts";
import { aTeam } from "../../app/team.ts";
import { fakeConversation } from "./fake-conversation.ts";

const THREAD = "5f0c7e0e-0f43-4a43-9d3c-0d8cf6b36c1f";
const request = (intent: unknown, over: object = {}) => ({ person: "ada", threadId: null, intent, ...over });
const press = (action: string) => ({ kind: "press", action, estimateId: "k7f3q2", value: null });

describe("answer", () => {
  it("asks as the chosen person, in the thread the call came from", async () => {
    const conversation = fakeConversation();
    await answer(
      conversation,
      request({ kind: "follow-up", text: "hi", estimateId: null }, { person: "ben", threadId: THREAD }),
    );
    expect(conversation.heard[0]?.asker).toEqual({
      tenant: { shell: "playground", id: "local" },
      person: { id: "ben", name: "Ben", isAdmin: false, groups: [] },
      channelId: "playground",
      threadId: THREAD,
      deliveryId: expect.any(String),
    });
  });

  it.each([
    ["no intent", undefined],
    ["an unknown intent", { kind: "sudo" }],
    ["an unknown button", { ...press("format-disk") }],
    ["an unknown form", { kind: "submit-form", form: "other", answers: {}, estimateId: null }],
    ["a key too many", { kind: "home", before: null, tenant: "other" }],
    ["words longer than a message", { kind: "command", text: "a".repeat(40_001) }],
  ])("refuses %s before the conversation hears of it", async (_what, intent) => {
    const conversation = fakeConversation();
    await expect(answer(conversation, request(intent))).rejects.toThrow(UserError);
    expect(conversation.heard).toEqual([]);
  });

  it.each(["open", "page", "settings"])("takes the button %s of a card that is about no estimate", async (action) => {
    const conversation = fakeConversation();
    const intent = { kind: "press", action, estimateId: "", value: "decision:d1" };
    await answer(conversation, request(intent));
    expect(conversation.heard.map((heard) => heard.intent)).toEqual([intent]);
  });

  it.each([
    ["a person it does not know", { person: "mallory" }],
    ["a thread no card of ours owns", { threadId: "../../etc" }],
  ])("refuses %s", async (_what, over) => {
    await expect(answer(fakeConversation(), request(press("share"), over))).rejects.toThrow(UserError);
  });

  it("opens a thread for a card that everybody sees, and tells the conversation", async () => {
    const conversation = fakeConversation();
    const reply = await answer(conversation, request(press("share")));
    expect(reply).toMatchObject({ kind: "card", audience: "channel", threadId: conversation.threads[0]?.threadId });
    expect(conversation.threads).toHaveLength(1);
  });

  it("opens none that the page makes up, by voting or by asking in it", async () => {
    const { conversation, store } = await aTeam("playground");
    const inThread = (intent: object) => answer(conversation, request(intent, { threadId: THREAD }));
    const asked = await answer(conversation, request({ kind: "command", text: "2 services on AWS, $100 a month" }));
    const estimateId = asked.kind === "card" ? asked.estimateId : null;
    const vote = { ...press("vote"), estimateId, value: "eks" };
    await expect(inThread(vote)).rejects.toThrow("No shared card owns this thread.");
    await expect(inThread({ ...vote, posted: true })).rejects.toThrow("The page sent something unknown.");
    await inThread({ kind: "follow-up", text: "what if the budget is 50", estimateId });
    const thread = { channelId: "playground", threadId: THREAD };
    expect(await store.threads.current({ shell: "playground", id: "local" }, thread)).toBeNull();
  });

  it("opens none for a draft, nor for a shared card that changes in its place", async () => {
    const conversation = fakeConversation();
    expect(await answer(conversation, request({ kind: "command", text: "an MVP" }))).toMatchObject({ threadId: null });
    const vote = await answer(conversation, request({ ...press("vote"), value: "x" }, { threadId: THREAD }));
    expect(vote).toMatchObject({ replaces: true, threadId: null });
    expect(conversation.threads).toEqual([]);
  });
});
