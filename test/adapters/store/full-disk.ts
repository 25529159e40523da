import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openStore } from "../../../src/adapters/store/open.ts";
import { ann, asked, aTenant } from "./samples.ts";

/** A process whose data directory is a disk of its own: fills it, and says what the store made of that. */
const dataDir = process.argv[2] ?? "";
const store = await openStore({ dataDir, databaseUrl: null, tokenKey: null, clock: { now: () => new Date() } });
const tenant = aTenant();
await store.estimates.put(tenant, asked("e0"));
const filler = join(dataDir, "filler");
await writeFile(filler, Buffer.alloc(4 << 20)).catch(() => undefined);
const words = (work: Promise<unknown>) =>
  work.then(
    () => "ready",
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
const put = await words(store.estimates.put(tenant, asked("e1", { ...ann, name: "x".repeat(1 << 20) })));
const ready = await words(store.ready());
const readable = (await store.estimates.get(tenant, "e0")) !== null;
await rm(filler);
const afterwards = await words(store.estimates.put(tenant, asked("e2")));
process.stdout.write(JSON.stringify({ put, ready, readable, afterwards }));
