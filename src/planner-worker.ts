import { workerData } from "node:worker_threads";
import { library } from "./app/knowledge.ts";
import { catalogOf } from "./catalog-of.ts";
import { type Advice, type Asked, advise } from "./core/advise.ts";
import { UserError } from "./core/errors.ts";

/** What a worker plans, at the prices of a day. */
export interface Task {
  asked: Asked;
  asOf: string;
}

/** What a worker sends back: an error would lose its hint on the way. */
export type Planned = Advice | { fault: { message: string; hint: string } };

const catalog = catalogOf(workerData as Parameters<typeof catalogOf>[0]);
const shelves = library({ current: () => catalog }, { now: () => new Date() });

/** Plans in a thread of its own. @throws what is our fault. */
export default function plan({ asked, asOf }: Task): Planned {
  try {
    return advise(asked, shelves.knowledge(asOf));
  } catch (error) {
    if (error instanceof UserError) return { fault: { message: error.message, hint: error.hint } };
    throw error;
  }
}
