import type { Estimate } from "../core/decision/estimate.ts";
import { UserError } from "../core/errors.ts";
import type { Advisor } from "./advisor.ts";
import type { Library } from "./knowledge.ts";
import type { Asker } from "./ports/asker.ts";
import type { Clock } from "./ports/process.ts";
import type { ThreadStore } from "./ports/threads.ts";
import { DRAFTS, type ThreadEntry, type ThreadRef } from "./records.ts";
import { difference, type Refinement } from "./refine.ts";

interface Parts {
  advisor: Advisor;
  library: Library;
  threads: ThreadStore;
}

/** Answers without a chat have no thread of their own: each is filed under its id, with the one it came from before it. */
const filedUnder = (estimateId: string): ThreadRef => ({ channelId: DRAFTS, threadId: estimateId });

/** Answers walked back at once: far more than anybody changes one question. */
const MOST_BACK = 1_000;

/** Files `refined.after` as made from `refined.before`, so that it can be undone. */
export async function fileChange(
  { threads, clock }: Pick<Parts, "threads"> & { clock: Clock },
  asker: Asker,
  { before, after }: Refinement,
  text: string,
): Promise<void> {
  if (after.id === before.id) return;
  const { id, name } = asker.person;
  const by = { id, name };
  const at = clock.now().toISOString();
  await threads.open(asker.tenant, filedUnder(after.id), { estimateId: before.id, by, at });
  await threads.append(asker.tenant, filedUnder(after.id), {
    kind: "changed",
    estimateId: after.id,
    basedOn: before.id,
    text,
    by,
    at,
  });
}

/** The answer so many steps before `refined.before`, with what that changes. @throws {UserError} when nothing came before it. */
export async function rewind(
  parts: Parts,
  asker: Asker,
  refined: Refinement,
  steps: number | "first",
): Promise<Refinement> {
  const after = await earlier(parts, asker, refined.before, steps);
  return { ...refined, after, difference: difference(refined.before, after, parts.library.knowledge().book) };
}

/** The answer so many steps before an estimate, or the first of its line. @throws {UserError} when nothing came before it. */
export async function earlier(
  { advisor, threads }: Pick<Parts, "advisor" | "threads">,
  asker: Asker,
  from: Estimate,
  steps: number | "first",
): Promise<Estimate> {
  let id = from.id;
  const seen = new Set([id]); // a question that came back to an earlier one makes a circle
  for (let step = 0; step < (steps === "first" ? MOST_BACK : Math.min(steps, MOST_BACK)); step++) {
    const line = await threads.line(asker.tenant, filedUnder(id));
    const before = line[0]?.estimateId;
    if (before === undefined || seen.has(before)) break;
    seen.add(before);
    id = before;
  }
  if (id === from.id) throw new UserError("Nothing came before that answer.", "Ask something new instead.");
  return (await advisor.find(asker, id)).estimate;
}

/** The estimate a thread's line stood at so many steps before its newest, or at its start; null at the start already. */
export function stepBack(line: readonly ThreadEntry[], steps: number | "first"): string | null {
  const made = undone(line);
  if (made.length < 2) return null;
  return made[steps === "first" ? 0 : Math.max(0, made.length - 1 - steps)] ?? null;
}

/** The estimates a line holds when every undoing has taken away what it undid. */
function undone(line: readonly ThreadEntry[]): string[] {
  const stack: string[] = [];
  for (const { kind, estimateId } of line) {
    const at = kind === "undone" ? stack.lastIndexOf(estimateId) : -1;
    if (at >= 0) stack.length = at + 1;
    else stack.push(estimateId);
  }
  return stack;
}
