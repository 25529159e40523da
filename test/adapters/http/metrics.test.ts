import { expect, it } from "vitest";
import { createMetrics } from "../../../src/adapters/http/metrics.ts";
import type { Conversation, Reply } from "../../../src/app/conversation.ts";
import type { Asker } from "../../../src/app/ports/asker.ts";
import { UserError } from "../../../src/core/errors.ts";

const asker: Asker = {
  tenant: { shell: "slack", id: "T1" },
  person: { id: "U1", name: "Ada", isAdmin: false, groups: [] },
  channelId: null,
  threadId: null,
  deliveryId: "d1",
};
const form: Reply = { kind: "form", form: { name: "advise", title: "", submitLabel: "", steps: [] }, estimateId: null };

it("counts and times every answer by shell, intent and outcome, and passes it on", async () => {
  const outcomes = [
    () => form,
    () => Promise.reject(new UserError("no", "yes")),
    () => Promise.reject(new Error("bug")),
  ];
  const conversation: Conversation = {
    handle: async () => (outcomes.shift() ?? (() => form))(),
    overhear: async () => null,
    sharedCard: async () => null,
    posted: async () => {},
    suggestPrices: () => [{ label: "l", value: "v" }],
  };
  const { registry, measured } = createMetrics();
  const counted = measured(conversation);
  const ask = () => counted.handle({ kind: "command", text: "secret words" }, asker);
  expect(await ask()).toBe(form);
  await expect(ask()).rejects.toThrow(UserError);
  await expect(ask()).rejects.toThrow("bug");
  expect(counted.suggestPrices("", 1)).toEqual([{ label: "l", value: "v" }]);
  const text = await registry.metrics();
  for (const outcome of ["form", "refused", "failed"])
    expect(text).toContain(`k8s_advise_answers_total{shell="slack",intent="command",outcome="${outcome}"} 1`);
  expect(text).toContain('k8s_advise_answer_seconds_count{shell="slack",intent="command"} 3');
  expect(text).toContain("process_resident_memory_bytes");
  expect(text).not.toContain("secret words");
});
