import { SPARE_NODE_FROM_PERCENT } from "../../capacity/policy.ts";
import type { PriceBook } from "../../catalog/price-book.ts";
import { cheapestMachine, isSmallNode, machineFigure } from "../machines.ts";
import type { Topic } from "../topic.ts";

export const nPlusOne: Topic = {
  id: "n+1",
  title: "N+1: room to lose a node",
  aliases: ["n+1", "n + 1", "n plus one", "n plus 1", "spare node", "lose a node", "node failure", "failover"],
  related: ["zones", "allocatable"],
  says: (book: PriceBook) => ({
    paragraphs: [
      "N+1 means that what your pods request still fits when the largest node is gone. Without it, a broken or upgrading node leaves pods that find no place.",
      `With 2 equal nodes each may be filled to half, with 3 to two thirds, with 4 to three quarters. It is planned here for production and enterprise, and for any target of ${SPARE_NODE_FROM_PERCENT} % and more.`,
      "A spare node alone does not keep a service up: it also needs two replicas or more on different nodes, and a disruption budget that lets one of them go.",
    ],
    figures: book.providers.flatMap(({ id }) => {
      const spare = cheapestMachine(book, id, isSmallNode);
      return spare === null ? [] : [machineFigure(book, spare)];
    }),
  }),
};
