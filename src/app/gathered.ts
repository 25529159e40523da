/** Work that many call for about one thing, done once for all who call within a while. */
export type Gathered = (key: string, work: () => Promise<void>) => Promise<void>;

/**
 * Does the work `waitMs` after the first call about a key, once for all calls in between; what comes while it runs is worked
 * off after it. Each call resolves when work that began after it is done; it rejects as that work does.
 */
export function gathered(waitMs: number): Gathered {
  const due = new Map<string, Promise<void>>();
  const running = new Map<string, Promise<void>>();
  return (key, work) => {
    const next = due.get(key);
    if (next !== undefined) return next;
    const run = async () => {
      const gathering = new Promise((resolve) => setTimeout(resolve, waitMs));
      await Promise.allSettled([gathering, running.get(key)]);
      due.delete(key);
      const now = work();
      running.set(key, now);
      try {
        await now;
      } finally {
        if (running.get(key) === now) running.delete(key);
      }
    };
    const promise = run();
    due.set(key, promise);
    return promise;
  };
}
