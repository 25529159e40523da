import { workerData } from "node:worker_threads";
import { library } from "./app/knowledge.ts";
import { catalogOf } from "./catalog-of.ts";
import type { CatalogData } from "./core/catalog/catalog.ts";
import { type Advice, type Asked, advise } from "./core/decision/advise.ts";
import { UserError } from "./core/errors.ts";

/** What a worker plans, at the prices of a day. */
export interface Task {
  asked: Asked;
  asOf: string;
  version: string; // of the catalog to plan from
  catalog?: CatalogData; // that one; left out, the worker should have it
}

/** What a worker sends back: an error would lose its hint on the way. `missing` is the version of a catalog that it needs. */
export type Planned = Advice | { fault: { message: string; hint: string } } | { missing: string };

let current = catalogOf(workerData as Parameters<typeof catalogOf>[0]);
const shelves = library({ current: () => current }, { now: () => new Date() });

/** Plans in a thread of its own. @throws what is our fault. */
export default function plan({ asked, asOf, version, catalog }: Task): Planned {
  if (catalog !== undefined) current = catalog;
  if (current.version !== version) return { missing: version };
  try {
    return advise(asked, shelves.knowledge(asOf));
  } catch (error) {
    if (error instanceof UserError) return { fault: { message: error.message, hint: error.hint } };
    throw error;
  }
}
