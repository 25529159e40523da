import { createHash } from "node:crypto";
import type { Advice } from "../core/decision/advise.ts";
import type { Terms } from "../core/question/terms.ts";

/** Letters and digits that nobody misreads: no 0 and o, no 1, i and l, no u. */
const ALPHABET = "23456789abcdefghjkmnpqrstvwxyz";
const LENGTH = 10;

/**
 * A short id of an answer, made of all it depends on: what was asked and how it was understood, the catalog, the day
 * and the team's terms. The same question on the same catalog and day has the same id everywhere.
 */
export function estimateId(advice: Advice, terms: Terms): string {
  const { requirement, assumed, understood, unparsed, fromFiles, catalog, asOf } = advice;
  const keys = Object.keys(requirement).sort() as (keyof typeof requirement)[];
  const asked = keys.map((key) => [key, requirement[key]]);
  const words = [asked, assumed, understood, unparsed, ...(fromFiles === undefined ? [] : [fromFiles])];
  const text = JSON.stringify([...words, catalog.version, asOf, terms.discounts]);
  const digest = createHash("sha256").update(text).digest();
  return [...digest.subarray(0, LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join("");
}
