import { type REST, Routes } from "discord.js";
import type { Conversation } from "../../app/conversation.ts";
import type { Gathered } from "../../app/gathered.ts";
import type { Asker } from "../../app/ports/asker.ts";
import type { Log } from "../../app/ports/process.ts";
import { errorFields } from "./errors.ts";
import { renderCard } from "./render/card.ts";
import { forEdit } from "./render/message.ts";
import type { PicturePool } from "./render/picture-pool.ts";

/** Changes of a card that come within this while are one edit of it: fifty people may vote in a second. */
export const GATHER_MS = 2_000;

export interface Redrawing {
  conversation: Conversation;
  rest: REST;
  pool: PicturePool;
  redrawn: Gathered;
  log: Log;
}

/**
 * Draws the card that owns the thread as it stands now, once for all that changed it within a while: a thread has the id of
 * the message that it began on. Never rejects: what changed is kept, and the next edit shows it.
 */
export async function redraw({ conversation, rest, pool, redrawn, log }: Redrawing, asker: Asker): Promise<void> {
  const { channelId, threadId } = asker;
  if (channelId === null || threadId === null || channelId === threadId) return; // a direct message is no card's thread
  await redrawn(JSON.stringify([asker.tenant.id, channelId, threadId]), async () => {
    const card = await conversation.sharedCard(asker);
    if (card === null) return;
    const pictures = await pool.draw(card);
    const { body, files } = renderCard(card, { pictures, mayAttach: true, followUpOn: null, notes: [] });
    await rest.patch(Routes.channelMessage(channelId, threadId), { body: forEdit(body), files });
  }).catch((error: unknown) => log.warn(errorFields(error), "a shared card could not be drawn anew"));
}
