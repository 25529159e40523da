import { money } from "../../cost/money.ts";
import type { Requirement } from "../../question/requirement.ts";
import type { Considered, Knowledge, Scope } from "../consider.ts";
import { consider } from "../consider.ts";
import type { Flip } from "../estimate.ts";

/** An answered question, and the means to ask it again with something changed. */
export interface Question extends Scope {
  requirement: Requirement;
  considered: Considered;
  knowledge: Knowledge;
  winner: string;
}

/** Looks for the nearest change of one kind that would change the winner. */
export type FlipFinder = (question: Question) => Flip[];

/** Who would win with `change`, of `only` these platforms or of all that are wanted; null when nothing would stand. */
export function winnerWith(
  question: Question,
  change: Partial<Requirement>,
  only: readonly string[] = question.requirement.only,
): string | null {
  const { ranked } = consider({ ...question.requirement, ...change, only: [...only] }, question.knowledge, question);
  return ranked[0]?.priced.candidate.platform.id ?? null;
}

/** The name of a platform, for a sentence. */
export const nameOf = (question: Question, id: string) =>
  question.knowledge.book.platforms.find((platform) => platform.id === id)?.name ?? id;

/**
 * A whole number above `from` with which somebody else wins, and who: with one less the winner stays. Tries steps that grow
 * by `factor` up to `most`, then halves the first interval in which the winner changes; null when nothing changes on the way.
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

/**
 * The edge between `low`, where the winner stays, and `high`, where `platform` wins. Only the two are asked while the interval
 * is halved, since that is quick; a third who wins before the edge of the two moves it down.
 */
function narrowed(
  question: Question,
  low: number,
  high: number,
  platform: string,
  change: (value: number) => Partial<Requirement>,
): { value: number; platform: string } {
  const wins = (value: number) => winnerWith(question, change(value)) ?? question.winner;
  let [below, above, rival] = [low, high, platform];
  while (above - below > 1) {
    const edge = edgeBetween(question, below, above, rival, change);
    const [before, at] = [wins(edge - 1), wins(edge)];
    if (before !== question.winner) [above, rival] = [edge - 1, before];
    else if (at !== question.winner) return { value: edge, platform: at };
    else below = edge;
  }
  return { value: above, platform: rival };
}

/** The first number after `below` with which `rival` beats the winner, were there only the two; at most `above`. */
function edgeBetween(
  question: Question,
  below: number,
  above: number,
  rival: string,
  change: (value: number) => Partial<Requirement>,
): number {
  let [low, high] = [below, above];
  while (high - low > 1) {
    const middle = Math.round((low + high) / 2);
    if (winnerWith(question, change(middle), [question.winner, rival]) === question.winner) low = middle;
    else high = middle;
  }
  return high;
}

/** A sum in USD, which questions are asked in, and about what that is in the answer's currency. */
export function usdText(amount: number, { requirement: { currency }, knowledge }: Question): string {
  const usd = money(amount, "USD");
  return currency === "USD"
    ? usd
    : `${usd} (about ${money(knowledge.book.convert(amount, "USD", currency), currency)})`;
}
