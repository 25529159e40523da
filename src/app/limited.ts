import { UserError } from "../core/errors.ts";
import type { Conversation } from "./conversation.ts";
import type { Asker } from "./ports/asker.ts";
import type { RateLimits } from "./ports/rate-limits.ts";

/** How often people may ask in a minute; null: as often as they like. */
export interface AskingLimits {
  perPerson: number | null;
  perWorkspace: number | null;
}

const MINUTE_SECONDS = 60;

/** The same conversation, which refuses in words whoever asks too often: over every shell and every process. */
export function limited(conversation: Conversation, limits: RateLimits, most: AskingLimits): Conversation {
  const limiter = (name: string, perMinute: number | null) =>
    perMinute === null ? null : limits.limiter(name, { most: perMinute, seconds: MINUTE_SECONDS });
  const ofPerson = limiter("person", most.perPerson);
  const ofWorkspace = limiter("workspace", most.perWorkspace);

  /** Who is over their own limit does not count against the others'. */
  async function check({ tenant, person }: Asker): Promise<void> {
    const own = (await ofPerson?.count(JSON.stringify([tenant.shell, tenant.id, person.id]))) ?? null;
    if (own !== null) throw tooOften("You", most.perPerson, own);
    const everybodys = (await ofWorkspace?.count(JSON.stringify([tenant.shell, tenant.id]))) ?? null;
    if (everybodys !== null) throw tooOften("People here", most.perWorkspace, everybodys);
  }

  return {
    ...conversation,
    handle: async (intent, asker) => {
      await check(asker);
      return conversation.handle(intent, asker);
    },
  };
}

function tooOften(who: string, most: number | null, waitMs: number): UserError {
  const times = most === 1 ? "once" : most === 2 ? "twice" : `${most} times`;
  return new UserError(
    `${who} asked ${times} in a minute.`,
    `Try again in ${Math.max(1, Math.ceil(waitMs / 1_000))} s.`,
  );
}
