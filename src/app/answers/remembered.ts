import { createHash } from "node:crypto";
import { UserError } from "../../core/errors.ts";
import type { Asker } from "../ports/asker.ts";
import type { AskedEstimate } from "../ports/estimates.ts";
import { PRIVATE, type ThreadRef } from "../records.ts";
import { type Talk, whoIs } from "../talk.ts";

/** A question is remembered for a week: whoever comes back later has forgotten it too. */
const REMEMBERED_MS = 7 * 24 * 3_600_000;

/** Remembers an answer as what the person's next private words are about. */
export async function remember(talk: Talk, asker: Asker, estimateId: string): Promise<void> {
  const line = lineOf(asker);
  const by = whoIs(asker);
  const at = talk.clock.now().toISOString();
  const before = await talk.threads.current(asker.tenant, line);
  if (before === null) return talk.threads.open(asker.tenant, line, { estimateId, by, at });
  const step = { kind: "changed", estimateId, basedOn: before.estimateId, text: "", by, at } as const;
  await talk.threads.append(asker.tenant, line, step);
}

/** What the person asked last in private, within a week; null for nothing, or for what was deleted. */
export async function remembered(talk: Talk, asker: Asker): Promise<AskedEstimate | null> {
  const last = await talk.threads.current(asker.tenant, lineOf(asker));
  if (last === null || talk.clock.now().getTime() - Date.parse(last.at) > REMEMBERED_MS) return null;
  try {
    return await talk.advisor.find(asker, last.estimateId);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

/** The line's name tells nobody whose it is. */
const lineOf = ({ tenant, person }: Asker): ThreadRef => ({
  channelId: PRIVATE,
  threadId: createHash("sha256")
    .update(JSON.stringify([tenant, person.id]))
    .digest("hex")
    .slice(0, 24),
});

const AFRESH =
  /^\s*(?:an?other question|(?:a )?new question|start (?:over|afresh|again)|forget (?:that|it|all that))\b[\s:,.;!–-]*/i;

/** What follows "new question" and the like, perhaps nothing; null for words that do not begin so. */
export const afterFreshStart = (text: string): string | null => (AFRESH.test(text) ? text.replace(AFRESH, "") : null);

/** Openings of a change, however much it says. */
const CHANGES = /^\s*(?:and|but|what|how about|with|without|make|now|instead|also|then|only|add|remove|change)\b/i;

/** Keys that a question which stands by itself names at least; a change of one rarely names as many. */
const LEAST_KEYS = 3;

/** Whether words name what runs and enough beside it to be a question of their own. */
export function isWholeQuestion(text: string, keys: readonly string[]): boolean {
  const named = new Set(keys);
  return named.has("workload") && named.size >= LEAST_KEYS && !CHANGES.test(text);
}
