import type { Intent } from "../../app/conversation.ts";
import type { Asker } from "../../app/ports/asker.ts";
import { isForChannel, isRepeatable } from "../../app/verbs/intents.ts";
import type { Interaction } from "./interaction.ts";
import { NONCE_MS } from "./limits.ts";
import type { Parsed } from "./parse.ts";

/**
 * Whether what was begun `ageMs` ago may be done once more, should it be done already: what the team keeps stays the same,
 * and nothing is posted twice.
 */
export function mayRepeat(parsed: Parsed, { message }: Interaction, asker: Asker, ageMs: number): boolean {
  const intent = intentOf(parsed);
  const mayPost = message !== undefined && (asker.threadId !== null || (intent !== null && isForChannel(intent)));
  if (mayPost && ageMs > NONCE_MS) return false; // Discord may no longer know whether it was posted
  return intent === null || isRepeatable(intent, asker);
}

/** What it asks the conversation; null for what the shell answers itself. */
function intentOf(parsed: Parsed): Intent | null {
  if (parsed.kind === "ask") return parsed.intent;
  return parsed.kind === "submit" ? { kind: "submit-form", ...parsed.submitted } : null;
}
