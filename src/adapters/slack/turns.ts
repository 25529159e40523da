import { setImmediate } from "node:timers/promises";

/**
 * Lets everybody through one after the other, each in a turn of the event loop of their own. An answer takes tens of
 * milliseconds of work: between two of them, what else Slack sends is heard and acknowledged.
 */
export function eventLoopTurns(): () => Promise<void> {
  let last = Promise.resolve();
  return () => {
    last = last.then(() => setImmediate());
    return last;
  };
}
