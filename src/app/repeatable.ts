import type { Form } from "../cards/form.ts";
import type { Intent } from "./conversation.ts";
import type { Asker } from "./ports.ts";

/**
 * Whether an intent may be handled once more when nobody knows that it was handled: then nothing that the team keeps is
 * added twice, and nothing that somebody did since is undone.
 */
export function isRepeatable(intent: Intent, asker: Asker): boolean {
  switch (intent.kind) {
    case "follow-up":
      return false; // words may say anything
    case "press":
      return !isChange(intent);
    case "submit-form":
      return SUBMITTED[intent.form](intent.estimateId, asker);
    default:
      return true;
  }
}

const CHANGES: readonly string[] = ["vote", "withdraw-vote", "undo", "replan"];

/** Whether it is a press that changes what the team keeps: another vote, a step on or back. */
export const isChange = (intent: Intent): boolean => intent.kind === "press" && CHANGES.includes(intent.action);

const SUBMITTED: Record<Form["name"], (estimateId: string | null, asker: Asker) => boolean> = {
  advise: (estimateId, { threadId }) => threadId === null || estimateId === null, // else a step of the thread's line
  decide: () => true, // a decision is known by its delivery
  settings: () => false,
  "follow-up": () => false,
};
