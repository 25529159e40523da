import type { Slot } from "../slots.ts";
import { as, count, either, type Pattern, sequence, where, words } from "./pattern.ts";

/** How many of something; `lowest` where a range was named, whose upper end counts. */
export interface Count {
  value: number;
  lowest: number | null;
}

const range = (first: Pattern<number>, link: string, second: Pattern<number>): Pattern<Count> =>
  where(
    as(sequence(first, words(link), second), ([lowest, , value]) => ({ value, lowest })),
    ({ value, lowest }) => lowest !== null && lowest < value,
  );

/** "40", "thirty to forty", "30-40", "between 3 and 10", "from 3 to 15". */
export const counted: Pattern<Count> = either<Count>(
  as(count, (value) => ({ value, lowest: null })),
  range(count, "-|–|to|or", count),
  as(sequence(words("between"), range(count, "and", count)), ([, value]) => value),
  as(sequence(words("from"), range(count, "to", count)), ([, value]) => value),
);

/** How a range was read. */
export const rangeNote = ({ value, lowest }: Count): Slot[] =>
  lowest === null ? [] : [{ key: "note", says: `"{}" is read as ${value}.` }];

/** "per cluster", "in each cluster": what was counted is in every one of them. */
export const perCluster: Pattern<unknown> = words(
  "per cluster|in each cluster|in every cluster|each cluster|every cluster|on each cluster",
);
