import { z } from "zod";
import type { Log } from "../../app/ports/process.ts";
import { Estimate } from "../../core/decision/estimate.ts";

/**
 * Steps that bring an estimate of an earlier release to today's shape, oldest first: a body of version n has had the
 * first n. Whoever changes `Estimate` so that a stored one no longer passes adds a step here.
 */
const UPGRADES: readonly ((body: unknown) => unknown)[] = [
  withKeys({ spendTodayUsd: null, excluded: [], only: [] }),
  withKeys({ gpuModel: null, hoursPerMonth: 730 }),
  withKeys({ volumes: [] }),
  withNodes,
];

/** Estimates from before a pool said what its nodes hold. */
function withNodes(body: unknown): unknown {
  const { ranking, ...rest } = Ranked.parse(body);
  return {
    ...rest,
    ranking: ranking.map(({ cluster: { pools, ...cluster }, ...ranked }) => ({
      ...ranked,
      cluster: { ...cluster, pools: pools.map((pool) => ({ ...pool, nodes: [] })) },
    })),
  };
}
const Pools = z.looseObject({ pools: z.array(z.looseObject({})) });
const Ranked = z.looseObject({ ranking: z.array(z.looseObject({ cluster: Pools })) });

/** A step that gives questions keys which they could not have, with the value that says nothing. */
function withKeys(added: Readonly<Record<string, unknown>>): (body: unknown) => unknown {
  return (body) => {
    const { requirement, assumed, ...rest } = Before.parse(body);
    return { ...rest, requirement: { ...added, ...requirement }, assumed: [...assumed, ...Object.keys(added)] };
  };
}
const Before = z.looseObject({ requirement: z.looseObject({}), assumed: z.array(z.string()) });

export const ESTIMATE_VERSION = UPGRADES.length;

/** A row whose text is not what was kept: cut short, altered, or of a release whose upgrade is missing. */
export class DamagedRow extends Error {
  /** What is wrong with it, without a word of what it holds: that is what people typed. */
  readonly reason: string;
  constructor(what: string, reason: string) {
    super(`The store cannot read ${what}.`);
    this.name = "DamagedRow";
    this.reason = reason;
  }
}

/** @throws {DamagedRow} when the stored text is no estimate. */
export function readEstimate(text: string, version: number, what: string, upgrades = UPGRADES): Estimate {
  const upgraded = (body: unknown) => upgrades.slice(version).reduce((old, upgrade) => upgrade(old), body);
  return readJson(Estimate, text, what, upgraded);
}

/** The value in `text`, checked. @throws {DamagedRow} naming `what` when it is not of that shape. */
export function readJson<T>(
  schema: z.ZodType<T>,
  text: string,
  what: string,
  prepare: (body: unknown) => unknown = (body) => body,
): T {
  const parsed = schema.safeParse(prepare(json(text, what)));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new DamagedRow(what, `it is not of its shape at ${issue?.path.join(".") || "its top"}`);
}

function json(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DamagedRow(what, "it is no JSON");
  }
}

/** What can be read of `found`, in its order. A damaged row hides itself alone, and the log is told which. */
export function readable<Row, T>(found: readonly Row[], read: (row: Row) => T, log: Log): T[] {
  return found.flatMap((row) => {
    try {
      return [read(row)];
    } catch (error) {
      if (!(error instanceof DamagedRow)) throw error;
      log.error({ damaged: error.message, reason: error.reason }, "a damaged row was passed over");
      return [];
    }
  });
}
