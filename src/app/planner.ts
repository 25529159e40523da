import { type Advice, type Asked, advise } from "../core/decision/advise.ts";
import type { Library } from "./knowledge.ts";

/** Makes the core's advice at the prices of a day, yyyy-mm-dd. @throws {UserError} as the core does. */
export interface Planner {
  advise(asked: Asked, asOf: string): Promise<Advice>;
}

/** So many kinds of pods take about as long as everybody else may be kept waiting. */
const MOST_KINDS_HERE = 50;

/**
 * Plans at once what is quickly planned, and leaves a workload of very many pod kinds to `elsewhere`, where it holds up nobody;
 * left out, it plans everything here.
 */
export function planner(library: Pick<Library, "knowledge">, elsewhere?: Planner): Planner {
  return {
    advise: async (asked, asOf) =>
      elsewhere !== undefined && podKinds(asked) > MOST_KINDS_HERE
        ? elsewhere.advise(asked, asOf)
        : advise(asked, library.knowledge(asOf)),
  };
}

const podKinds = ({ requirement: { workload } }: Asked): number => ("pods" in workload ? workload.pods.length : 0);
