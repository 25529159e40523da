import type { Considered, Knowledge } from "../consider.ts";
import { consider } from "../consider.ts";
import type { Flip } from "../estimate.ts";
import type { Requirement } from "../requirement.ts";
import type { Terms } from "../terms.ts";

/** An answered question, and the means to ask it again with something changed. */
export interface Question {
  requirement: Requirement;
  considered: Considered;
  knowledge: Knowledge;
  terms: Terms;
  only: readonly string[] | null;
  winner: string;
}

/** Looks for the nearest change of one kind that would change the winner. */
export type FlipFinder = (question: Question) => Flip[];

/** Who would win with `change`, or null when nothing would stand. */
export function winnerWith(question: Question, change: Partial<Requirement>, only = question.only): string | null {
  const { ranked } = consider({ ...question.requirement, ...change }, question.knowledge, {
    only,
    terms: question.terms,
  });
  return ranked[0]?.priced.candidate.platform.id ?? null;
}

/** The name of a platform, for a sentence. */
export const nameOf = (question: Question, id: string) =>
  question.knowledge.book.platforms.find((platform) => platform.id === id)?.name ?? id;

/**
 * The first whole number above `from` with which somebody else wins, and who. Tries steps that grow by `factor` up to
 * `most`, then halves the interval between the two who differ; null when nothing changes on the way.
 */
export function firstAbove(
  question: Question,
  from: number,
  most: number,
  factor: number,
  change: (value: number) => Partial<Requirement>,
): { value: number; platform: string } | null {
  let below = from;
  for (let value = Math.min(most, from * factor); below < most; value = Math.min(most, value * factor)) {
    const platform = winnerWith(question, change(value));
    if (platform !== null && platform !== question.winner) return narrowed(question, below, value, platform, change);
    below = value;
  }
  return null;
}

function narrowed(
  question: Question,
  low: number,
  high: number,
  platform: string,
  change: (value: number) => Partial<Requirement>,
): { value: number; platform: string } {
  const rivals = [question.winner, platform];
  let [below, above] = [low, high];
  while (above - below > Math.max(1, below / 50)) {
    const middle = Math.round((below + above) / 2);
    if (winnerWith(question, change(middle), rivals) === question.winner) below = middle;
    else above = middle;
  }
  return { value: above, platform };
}
