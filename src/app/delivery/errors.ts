import { randomBytes } from "node:crypto";
import type { Problem } from "../../cards/error-card.ts";
import { UnavailableError, UserError } from "../../core/errors.ts";
import type { Log } from "../ports/process.ts";

/** How a platform's own errors read. */
export interface PlatformErrors {
  /** What whoever asked is told of a refusal or an outage of the platform; null for an error that is no such thing. */
  refusal(error: unknown): { message: string; hint: string } | null;
  /** What may be logged of an error: never a token, nor what a person typed. */
  fields(error: unknown): Record<string, unknown>;
  /** Whether it may go well another time: what a platform refuses for good, it refuses again. */
  mayPass(error: unknown): boolean;
}

const REFERENCE_BYTES = 4;

/**
 * What the asker is told of an error, in the same words on every platform: their own mistake, the platform's refusal, or a
 * reference to what the log says of it.
 */
export function userMessage(error: unknown, errors: PlatformErrors, log: Log): Problem {
  if (error instanceof UserError) return { message: error.message, hint: error.hint };
  const reference = randomBytes(REFERENCE_BYTES).toString("hex");
  const refusal = errors.refusal(error);
  if (refusal !== null) {
    log.warn({ reference, ...errors.fields(error) }, "the platform refused");
    return refusal;
  }
  log.error({ reference, ...errors.fields(error) }, "answering failed");
  if (error instanceof UnavailableError) return { message: error.message, hint: error.hint, reference };
  return { reference };
}

/** What the asker of a dead letter is told, with a reference to the log. */
export const gaveUp = (reference: string): Problem => ({
  message: "I tried three times to answer you, and something broke each time.",
  hint: "Please ask in other words, or without the file; if it stays, tell whoever runs this bot the reference.",
  reference,
});

/** What the asker is told where an earlier attempt may have done what must not be done twice. */
export const INTERRUPTED = {
  message: "I was restarted before I could answer you.",
  hint: "Please look whether it was done, and ask again if it was not.",
} satisfies Problem;
