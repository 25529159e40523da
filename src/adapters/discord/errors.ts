import { HTTPError, RateLimitError } from "discord.js";
import { type PlatformErrors, userMessage } from "../../app/delivery/errors.ts";
import type { Log } from "../../app/ports/process.ts";
import { errorCard, type Problem } from "../../cards/error-card.ts";
import { UnavailableError } from "../../core/errors.ts";
import { isRefusal } from "./refusals.ts";
import { renderCard } from "./render/card.ts";
import type { Message } from "./render/message.ts";

/** Discord's refusals, as every shell's are told and logged. */
export const discordErrors: PlatformErrors = {
  refusal: (error) =>
    isOutage(error) ? { message: "Discord is out of order just now.", hint: "Please try again in a minute." } : null,
  fields: (error) => errorFields(error instanceof UnavailableError ? error.cause : error),
  mayPass: (error) => !isRefusal(error),
};

/** What to say to the asker; an error that is ours is logged. */
export const errorMessage = (error: unknown, log: Log): Message =>
  problemMessage(userMessage(error, discordErrors, log));

/** The problem as a card without pictures, files or a way to follow it up. */
export const problemMessage = (problem: Problem): Message =>
  renderCard(errorCard(problem), { pictures: new Map(), mayAttach: false, followUpOn: null, notes: [] });

/** Discord itself out of order, or asking us to slow down. */
const isOutage = (error: unknown): boolean =>
  error instanceof RateLimitError || (error instanceof HTTPError && error.status >= 500);

/** What may be logged of an error: Discord's carry whole messages and tokens, which may not. */
export function errorFields(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = "code" in error ? { code: error.code } : {};
  return { error: error.name, reason: error.message, ...code, stack: error.stack };
}
