import type { Intent } from "../conversation.ts";
import type { Asker } from "../ports/asker.ts";
import { commandIn } from "./commands.ts";
import { FORMS } from "./forms.ts";
import { VERBS } from "./table.ts";

/**
 * Whether an intent may be handled once more when nobody knows that it was handled: then nothing that the team keeps is
 * added twice, and nothing that somebody did since is undone.
 */
export function isRepeatable(intent: Intent, asker: Asker): boolean {
  switch (intent.kind) {
    case "follow-up":
      return false; // words may say anything
    case "press":
      return VERBS[intent.action].repeatable;
    case "submit-form":
      return FORMS[intent.form].isRepeatable(intent.estimateId, asker);
    default:
      return true;
  }
}

/** Whether it is a press that changes what the team keeps: another vote, a step on or back. */
export const isChange = (intent: Intent): boolean => intent.kind === "press" && VERBS[intent.action].changes;

/** Whether its answer may be a form, which a platform has to be shown at once or not at all. */
export function opensForm(intent: Intent): boolean {
  switch (intent.kind) {
    case "open-form":
      return true;
    case "press":
      return VERBS[intent.action].opensForm;
    case "command":
      return commandIn(intent.text)?.opensForm ?? false;
    default:
      return false;
  }
}

/** Whether its answer is a card for everybody in the channel. */
export const isForChannel = (intent: Intent): boolean =>
  intent.kind === "press" && VERBS[intent.action].audience === "channel";
