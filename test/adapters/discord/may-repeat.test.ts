import { expect, it } from "vitest";
import { Interaction } from "../../../src/adapters/discord/interaction.ts";
import { mayRepeat } from "../../../src/adapters/discord/may-repeat.ts";
import type { Parsed } from "../../../src/adapters/discord/parse.ts";
import type { Action } from "../../../src/cards/card.ts";
import type { Form } from "../../../src/cards/form.ts";

const command = Interaction.parse({ id: "1", application_id: "2", type: 2, token: "t" });
const onMessage: Interaction = { ...command, message: { id: "3", channel_id: "4", flags: 0, components: [] } };
const asker = (threadId: string | null) => ({
  tenant: { shell: "discord" as const, id: "5" },
  person: { id: "6", name: "ann", isAdmin: false, groups: [] },
  channelId: "4",
  threadId,
  deliveryId: "d1",
});
const press = (action: Action["name"]): Parsed => ({
  kind: "ask",
  intent: { kind: "press", action, estimateId: "e1", value: null },
  step: 0,
  mayBeForm: false,
});
const submit = (form: Form["name"], estimateId: string | null = "e1"): Parsed => ({
  kind: "submit",
  submitted: { form, step: 0, estimateId, key: "", answers: {}, files: [] },
});

it.each([
  ["a press of compare", press("compare"), true],
  ["a vote", press("vote"), false],
  ["a decision", submit("decide"), true],
  ["settings", submit("settings"), false],
])("says of %s whether it may be done once more", (_, parsed, expected) => {
  expect(mayRepeat(parsed, onMessage, asker("T"), 1_000)).toBe(expected);
});

it.each([
  ["Share", press("share"), onMessage, null, false],
  ["what is answered in a card's thread", press("compare"), onMessage, "T", false],
  ["what is answered on a draft", press("compare"), onMessage, null, true],
  ["a command in a thread", press("compare"), command, "T", true],
])("posts nothing again once Discord may have forgotten its nonce, after two minutes: %s", (...row) => {
  const [, parsed, interaction, threadId, expected] = row;
  expect(mayRepeat(parsed, interaction, asker(threadId), 120_000)).toBe(true);
  expect(mayRepeat(parsed, interaction, asker(threadId), 120_001)).toBe(expected);
});
