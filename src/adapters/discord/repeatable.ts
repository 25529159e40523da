import type { Asker } from "../../app/ports.ts";
import { isRepeatable as isRepeatableIntent } from "../../app/repeatable.ts";
import type { Interaction } from "./interaction.ts";
import { NONCE_MS } from "./limits.ts";
import type { Parsed } from "./parse.ts";

/** The estimate that a press of Share is about; null for all else. */
function shareOf(parsed: Parsed): string | null {
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
  if (parsed.kind === "ask") return isRepeatableIntent(parsed.intent, asker);
  return parsed.kind !== "submit" || isRepeatableIntent({ kind: "submit-form", ...parsed.submitted }, asker);
}
