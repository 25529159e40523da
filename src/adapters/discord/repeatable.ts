import type { Intent } from "../../app/conversation.ts";
import type { Asker } from "../../app/ports.ts";
import type { Form } from "../../cards/form.ts";
import type { Interaction } from "./interaction.ts";
import { NONCE_MS } from "./limits.ts";
import type { Parsed, Submitted } from "./parse.ts";

/** The estimate that a press of Share is about; null for all else. */
export function shareOf(parsed: Parsed): string | null {
  if (parsed.kind !== "ask" || parsed.intent.kind !== "press" || parsed.intent.action !== "share") return null;
  return parsed.intent.estimateId;
}

/**
 * Whether what was begun `ageMs` ago may be done once more, should it be done already: what the team keeps stays the same,
 * and nothing is posted twice.
 */
export function isRepeatable(parsed: Parsed, interaction: Interaction, asker: Asker, ageMs: number): boolean {
  const mayPost = interaction.message !== undefined && (shareOf(parsed) !== null || asker.threadId !== null);
  if (mayPost && ageMs > NONCE_MS) return false; // Discord may no longer know whether it was posted
  if (parsed.kind === "ask") return asksTheSame(parsed.intent);
  return parsed.kind !== "submit" || sendsTheSame(parsed.submitted, asker);
}

/** An undoing undoes one step more, and words may say anything. */
const asksTheSame = (intent: Intent): boolean =>
  intent.kind !== "follow-up" && !(intent.kind === "press" && intent.action === "undo");

/** A decision is known by what it says. The others set, or add to a thread, what somebody may have changed since. */
function sendsTheSame({ form, estimateId }: Submitted, { threadId }: Asker): boolean {
  const sends: Record<Form["name"], boolean> = {
    advise: threadId === null || estimateId === null,
    decide: true,
    settings: false,
    "follow-up": false,
  };
  return sends[form];
}
