import type { PriceBook } from "../../catalog/price-book.ts";
import { cheapestMachine, isSmallNode, machineFigure } from "../machines.ts";
import type { Topic } from "../topic.ts";

export const node: Topic = {
  id: "node",
  title: "A node",
  aliases: ["nodes", "worker node", "worker", "workers", "node pool", "node pools"],
  related: ["pod", "allocatable", "n+1"],
  says: (book: PriceBook) => ({
    paragraphs: [
      "A node is one machine of a cluster, rented by the hour or month. Pods run on it until it is full by CPU, memory or number of pods, whichever comes first.",
      "A node is never free as a whole: its system and the cluster's own helpers take a part, which weighs most on small machines. Equal nodes make a node pool; machines of another kind, say with a GPU, stand in a pool of their own.",
      "A few middle-sized nodes suit most: with one or two, losing one loses much; with dozens of small ones the helpers on each take a large share.",
    ],
    figures: book.providers.flatMap(({ id }) => {
      const found = cheapestMachine(book, id, isSmallNode);
      return found === null ? [] : [machineFigure(book, found)];
    }),
  }),
};
