import type { z } from "zod";
import { Estimate } from "../../core/estimate.ts";

/**
 * Steps that bring an estimate of an earlier release to today's shape, oldest first: a body of version n has had the
 * first n. Whoever changes `Estimate` so that a stored one no longer passes adds a step here.
 */
const UPGRADES: readonly ((body: unknown) => unknown)[] = [];

export const ESTIMATE_VERSION = UPGRADES.length;

/** @throws when the stored text is no estimate: the row named in `what` was damaged, or an upgrade is missing. */
export function readEstimate(text: string, version: number, what: string, upgrades = UPGRADES): Estimate {
  const upgraded = (body: unknown) => upgrades.slice(version).reduce((old, upgrade) => upgrade(old), body);
  return readJson(Estimate, text, what, upgraded);
}

/** The value in `text`, checked. @throws naming `what` when it is not of that shape. */
export function readJson<T>(
  schema: z.ZodType<T>,
  text: string,
  what: string,
  prepare: (body: unknown) => unknown = (body) => body,
): T {
  try {
    return schema.parse(prepare(JSON.parse(text)));
  } catch (cause) {
    throw new Error(`The store cannot read ${what}.`, { cause });
  }
}
