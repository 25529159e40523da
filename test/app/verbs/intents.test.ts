import { expect, it } from "vitest";
import type { Intent } from "../../../src/app/conversation.ts";
import { isRepeatable } from "../../../src/app/verbs/intents.ts";
import type { Action } from "../../../src/cards/card.ts";
import type { Form } from "../../../src/cards/form.ts";

const asker = (threadId: string | null) => ({
  tenant: { shell: "slack" as const, id: "T1" },
  person: { id: "U1", name: "ann", isAdmin: false, groups: [] },
  channelId: "C1",
  threadId,
  deliveryId: "d1",
});
const press = (action: Action["name"]): Intent => ({ kind: "press", action, estimateId: "e1", value: null });
const words: Intent = { kind: "follow-up", text: "undo", estimateId: null };
const submit = (form: Form["name"], estimateId: string | null = "e1"): Intent => ({
  kind: "submit-form",
  form,
  estimateId,
  answers: {},
});

it.each([
  ["a command", { kind: "command", text: "mvp" } as const, "t1", true],
  ["a press of compare", press("compare"), "t1", true],
  ["sharing", press("share"), null, true],
  ["a vote, in whose place there may be another by now", press("vote"), "t1", false],
  ["an undoing", press("undo"), "t1", false],
  ["a change that was offered", press("replan"), "t1", false],
  ["an offer", { kind: "offer", text: "40 services" } as const, "t1", true],
  ["an offer turned down", press("dismiss"), "t1", true],
  ["an undoing of a draft", press("undo"), null, false],
  ["words", words, "t1", false],
  ["a decision", submit("decide"), "t1", true],
  ["settings", submit("settings"), null, false],
  ["a follow-up", submit("follow-up"), null, false],
  ["a first question", submit("advise", null), "t1", true],
  ["a changed draft", submit("advise"), null, true],
  ["a change in a thread", submit("advise"), "t1", false],
])("says of %s whether it may be handled once more", (_, intent, threadId, expected) => {
  expect(isRepeatable(intent, asker(threadId))).toBe(expected);
});
