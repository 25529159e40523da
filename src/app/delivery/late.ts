/** What `within` gives where the time was over first. */
export const LATE = Symbol("late");

/** What was promised if it comes within `ms`, else `LATE`; it is waited for by nobody then. */
export async function within<T>(promise: Promise<T>, ms: number): Promise<T | typeof LATE> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(resolve, ms, LATE);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
