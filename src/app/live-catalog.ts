import type { CatalogData } from "../core/catalog/catalog.ts";
import type { CatalogUpdates, CatalogVersions } from "./ports/prices.ts";
import type { CatalogSource, Clock, Log } from "./ports/process.ts";

/** A catalog that is exchanged for a newer one while questions are answered. */
export interface LiveCatalog extends CatalogSource {
  /** Looks for a newer catalog once. What is wrong with it is logged, and the one in use stays. */
  check(): Promise<void>;
}

interface LiveParts {
  updates: CatalogUpdates;
  versions: CatalogVersions;
  /** From the first process that finds a catalog to all of them answering from it. */
  noticeMs: number;
  clock: Clock;
  log: Log;
}

/**
 * Begins with `first`. A newer catalog comes into use at the moment that the store keeps for it, so that replicas that each
 * found it answer from it together; one whose version nobody announced is announced by whoever finds it.
 */
export function liveCatalog(first: CatalogData, { updates, versions, noticeMs, clock, log }: LiveParts): LiveCatalog {
  let current = first;
  let next: { data: CatalogData; from: string | null } | null = null; // null: nobody announced it yet
  let checking: Promise<void> | null = null;

  async function look(): Promise<void> {
    const found = await updates.newer(next?.data.version ?? current.version);
    if (found !== null) next = found.version === current.version ? null : { data: found, from: null };
    const agreed = await versions.announced();
    if (next !== null && next.from === null) {
      const from = new Date(clock.now().getTime() + noticeMs).toISOString();
      next.from = (await versions.announce(next.data.version, from)).from;
      log.info({ version: next.data.version, from: next.from }, "a newer catalog comes into use");
    } else if (next === null && agreed !== null && agreed.version !== current.version && isPast(agreed.from))
      log.warn(
        { version: current.version, announced: agreed.version },
        "other processes may answer from another catalog",
      );
  }

  const isPast = (from: string) => from <= clock.now().toISOString();

  return {
    current() {
      if (next?.from != null && isPast(next.from)) {
        current = next.data;
        next = null;
      }
      return current;
    },
    check() {
      checking ??= look()
        .catch((error: unknown) => log.error({ error }, "a newer catalog was not taken"))
        .finally(() => {
          checking = null;
        });
      return checking;
    },
  };
}
