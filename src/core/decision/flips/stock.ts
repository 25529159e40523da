import { nodeOptions, orderable } from "../../capacity/node-options.ts";
import type { PriceBook } from "../../catalog/price-book.ts";
import { consider } from "../consider.ts";
import { type FlipFinder, nameOf } from "./flip-finder.ts";

/** Who would win if every machine could be ordered again: scarcity passes sooner than prices. */
export const stockFlips: FlipFinder = (question) => {
  const { book } = question.knowledge;
  const scarce = scarceMachines(book);
  if (scarce.length === 0) return [];
  const open = {
    ...question.knowledge,
    options: nodeOptions({
      ...book,
      instanceTypes: (provider, region) =>
        book.instanceTypes(provider, region).map((machine) => ({ ...machine, stock: null })),
    }),
  };
  const { ranked } = consider(question.requirement, open, question);
  const [first] = ranked;
  if (first === undefined || first.priced.candidate.platform.id === question.winner) return [];
  const platform = first.priced.candidate.platform.id;
  const machines = first.priced.plan.pools.map((pool) => pool.machine.id).filter((id) => scarce.includes(id));
  if (machines.length === 0) return [];
  return [
    {
      change: "orderable",
      from: false,
      to: true,
      platform,
      text: `If ${machines.join(" and ")} can be ordered again, ${nameOf(question, platform)} wins.`,
    },
  ];
};

const scarceMachines = (book: PriceBook) =>
  book.regions.flatMap(({ provider, id }) =>
    book
      .instanceTypes(provider, id)
      .filter((machine) => !orderable(machine, book, false))
      .map((machine) => machine.id),
  );
