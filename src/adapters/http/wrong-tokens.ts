import type { RateLimits } from "../../app/ports/rate-limits.ts";

const QUARTER_HOUR_SECONDS = 15 * 60;
const PER_NAME = { most: 10, seconds: QUARTER_HOUR_SECONDS };
const PER_ADDRESS = { most: 30, seconds: QUARTER_HOUR_SECONDS }; // a whole office may share one

/** Who gave a wrong token, and from where; `name` null where a token is given without one. */
interface Guesser {
  name: string | null;
  address: string;
}

/** Counts wrong tokens by name and by address, over all processes. */
export interface WrongTokens {
  /** Milliseconds until they may try again; null where they may now. */
  wait(guesser: Guesser): Promise<number | null>;
  count(guesser: Guesser): Promise<void>;
  /** A right one: what was mistyped before is forgotten for that name, and not for the address. */
  forget(guesser: Guesser): Promise<void>;
}

export function wrongTokens(limits: RateLimits): WrongTokens {
  const byName = limits.limiter("wrong-token-name", PER_NAME);
  const byAddress = limits.limiter("wrong-token-address", PER_ADDRESS);
  return {
    async wait({ name, address }) {
      const waits = await Promise.all([name === null ? null : byName.wait(name), byAddress.wait(address)]);
      const longest = Math.max(...waits.map((wait) => wait ?? 0));
      return longest > 0 ? longest : null;
    },
    async count({ name, address }) {
      await Promise.all([name === null ? null : byName.count(name), byAddress.count(address)]);
    },
    async forget({ name }) {
      if (name !== null) await byName.forget(name);
    },
  };
}

/** "Try again in 12 min.", rounded up. */
export const tryAgain = (waitMs: number): string => `Try again in ${Math.ceil(waitMs / 60_000)} min.`;
