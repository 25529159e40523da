import type { Conversation } from "../../app/conversation.ts";
import type { Gathered } from "../../app/gathered.ts";
import type { Log } from "../../app/ports/process.ts";
import type { ReplyTarget } from "./deliver.ts";
import { EVENT_TYPE } from "./delivery-log.ts";
import { logError, slackCode } from "./errors.ts";
import { firstThen, sendCard, update } from "./send.ts";
import { type Client, patiently } from "./web.ts";

/** Changes of a card that come within this while are one edit of it: fifty people may vote in a second. */
export const GATHER_MS = 2_000;

const MOST_LOOKED_AT = 15; // what apps outside the marketplace get. https://docs.slack.dev/reference/methods/conversations.replies

/** What drawing a card anew needs. */
export interface Redrawing {
  conversation: Conversation;
  redrawn: Gathered;
  log: Log;
}

/**
 * Draws the card that owns the thread as it stands now, once for all that changed it within a while. Never rejects: what
 * changed is kept, and the next edit shows it.
 */
export async function redraw(
  { conversation, redrawn, log }: Redrawing,
  { asker, place, client }: Pick<ReplyTarget, "asker" | "place" | "client">,
): Promise<void> {
  const { channelId } = place;
  const { threadId } = asker;
  if (channelId === null || threadId === null) return;
  await redrawn(JSON.stringify([asker.tenant.id, channelId, threadId]), async () => {
    const card = await conversation.sharedCard(asker);
    if (card === null) return;
    const at = (ts: string) =>
      sendCard(
        card,
        firstThen(update(client, channelId, ts), async () => null),
      );
    try {
      await at(threadId);
    } catch (error) {
      if (slackCode(error) !== "cant_update_message") throw error;
      const own = await firstAnswer(client, channelId, threadId); // somebody else's words began the thread
      if (own !== null) await at(own);
    }
  }).catch((error: unknown) => logError(error, log));
}

/** The first message of ours in a thread, or null where it is not among the first ones. */
async function firstAnswer(client: Client, channel: string, ts: string): Promise<string | null> {
  const query = { channel, ts, limit: MOST_LOOKED_AT, include_all_metadata: true };
  const { messages = [] } = await patiently(() => client.conversations.replies(query));
  const ours = messages.flatMap(({ ts, metadata }) => (ts && metadata?.event_type === EVENT_TYPE ? [ts] : []));
  return ours.toSorted((one, other) => Number(one) - Number(other))[0] ?? null;
}
