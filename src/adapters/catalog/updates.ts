import { createHash } from "node:crypto";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { Piscina } from "piscina";
import type { CatalogUpdates } from "../../app/ports/prices.ts";
import type { Clock } from "../../app/ports/process.ts";
import type { CatalogData } from "../../core/catalog/catalog.ts";
import type { Unread } from "./check-worker.ts";
import { catalogVersion } from "./yaml.ts";

/** The worker as the build left it; the same from src/ and from dist/, which lie equally deep. */
const WORKER = new URL("../../../dist/adapters/catalog/check-worker.js", import.meta.url);
const MEMORY_MIB = 1_024;
const IDLE_MS = 1_000;
const TIMEOUT_MS = 60_000;
const MOST_BYTES = 256 * 1024 * 1024;

export interface ClosingUpdates extends CatalogUpdates {
  close(): Promise<void>;
}

/** What is at the source, and a mark that changes with it; nothing to read where it is what it was at the last mark. */
type Look = (
  last: string | null,
  version: string,
) => Promise<{ mark: string; unread: { folder: string } | { json: string } | null }>;

/** Newer catalogs in the files below `folder`. Files are looked into only when one of them has another size or date. */
export const folderUpdates = (folder: string, clock: Clock): ClosingUpdates =>
  updatesBy(async (last, version) => {
    const mark = await fingerprint(folder);
    const isSame = last === null ? catalogVersion(folder) === version : mark === last;
    return { mark, unread: isSame ? null : { folder } };
  }, clock);

/** Newer catalogs at `url`, which serves one as the build compiles it (`dist/catalog.json`). */
export const urlUpdates = (url: string, clock: Clock): ClosingUpdates =>
  updatesBy(async (last) => {
    const response = await fetch(url, {
      headers: last === null ? {} : { "if-none-match": last },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.status === 304) return { mark: last ?? "", unread: null };
    if (!response.ok) throw new Error(`${new URL(url).origin} answers ${response.status} for the catalog`);
    const json = await response.text();
    if (json.length > MOST_BYTES) throw new Error("The catalog is larger than 256 MiB");
    const mark = response.headers.get("etag") ?? createHash("sha256").update(json).digest("hex");
    return { mark, unread: mark === last ? null : { json } };
  }, clock);

function updatesBy(look: Look, clock: Clock): ClosingUpdates {
  const pool = new Piscina<Unread, CatalogData>({
    filename: WORKER.href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MIB },
  });
  let mark: string | null = null;
  return {
    async newer(known) {
      const found = await look(mark, known);
      mark = found.mark; // a faulty catalog is told of once, and looked at again when it changed
      if (found.unread === null) return null;
      const today = clock.now().toISOString().slice(0, 10);
      const data = await pool.run({ ...found.unread, today }, { signal: AbortSignal.timeout(TIMEOUT_MS) });
      return data.version === known ? null : data;
    },
    close: () => pool.close({ force: true }),
  };
}

/** Changes when a file below the folder comes, goes, or is written. */
async function fingerprint(folder: string): Promise<string> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".yaml")).sort();
  const files = await Promise.all(
    names.map(async (name) => {
      const { size, mtimeMs } = await stat(join(folder, name));
      return `${name} ${size} ${mtimeMs}`;
    }),
  );
  return files.join("\n");
}
