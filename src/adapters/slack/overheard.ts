import type { SlackContext } from "./context.ts";
import { logError } from "./errors.ts";
import { type SlackRequest, tenantOf } from "./request.ts";

/**
 * What was said to the bot as it is; and of what was said to nobody, what it asks of the bot, or null for people's own talk.
 * Never rejects.
 */
export async function meantForUs(
  { conversation, log }: SlackContext,
  request: SlackRequest,
): Promise<SlackRequest | null> {
  const { intent, place, addressed } = request;
  if (addressed || intent.kind !== "follow-up") return request;
  const spot = { tenant: tenantOf(place), channelId: place.channelId, threadId: place.threadTs };
  try {
    const asked = await conversation.overhear(intent.text, spot);
    return asked === null ? null : { ...request, intent: asked, addressed: asked.kind === "follow-up" };
  } catch (error) {
    logError(error, log);
    return null;
  }
}
