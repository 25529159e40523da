import type { SlackContext } from "./context.ts";
import type { ReplyTarget } from "./deliver.ts";
import { logError } from "./errors.ts";
import { firstThen, sendCard, update } from "./send.ts";

/** Changes of a card that come within this while are one edit of it: fifty people may vote in a second. */
export const GATHER_MS = 2_000;

/**
 * Draws the card that owns the thread as it stands now, once for all that changed it within a while. Never rejects: what
 * changed is kept, and the next edit shows it.
 */
export async function redraw(
  { conversation, redrawn, log }: Pick<SlackContext, "conversation" | "redrawn" | "log">,
  { asker, place, client }: Pick<ReplyTarget, "asker" | "place" | "client">,
): Promise<void> {
  const { channelId } = place;
  const { threadId } = asker;
  if (channelId === null || threadId === null) return;
  await redrawn(JSON.stringify([asker.tenant.id, channelId, threadId]), async () => {
    const card = await conversation.sharedCard(asker);
    if (card !== null)
      await sendCard(
        card,
        firstThen(update(client, channelId, threadId), async () => null),
      );
  }).catch((error: unknown) => logError(error, log));
}
