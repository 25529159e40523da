/** How often something may be done. */
export interface Rate {
  most: number;
  seconds: number; // from the first time on
}

/** Counts what is done under a key; it keeps the key as a hash. */
export interface RateLimiter {
  /** Counts once more: null within the limit, otherwise the milliseconds until there is room again. */
  count(key: string): Promise<number | null>;
  /** The milliseconds until there is room again, counting nothing; null where there is room now. */
  wait(key: string): Promise<number | null>;
  /** As if it had never been done. */
  forget(key: string): Promise<void>;
}

/** Limits that hold over all processes. */
export interface RateLimits {
  /** Those of one `name` share their counts. */
  limiter(name: string, rate: Rate): RateLimiter;
  /** Forgets counts whose time is over, and gives their number. */
  purge(): Promise<number>;
}
