import type { PriceBook } from "../../catalog/price-book.ts";
import { podBilling, podFigure } from "../pods.ts";
import type { Topic } from "../topic.ts";

export const pod: Topic = {
  id: "pod",
  title: "A pod, what Kubernetes runs",
  aliases: ["pods"],
  related: ["container", "node", "request", "replica"],
  says: (book: PriceBook) => ({
    paragraphs: [
      "A pod is the smallest thing that Kubernetes runs: one container, or a few that belong together and share an address. It lives on one node, and when it stops a fresh one takes its place, perhaps elsewhere.",
      "Nobody makes pods by hand. A Deployment keeps a number of like ones, a StatefulSet those that keep data, a Job one that ends. Each says how much CPU and memory it asks for, and that decides how many nodes you pay for.",
      "On platforms that bill pods instead of nodes, that request is the bill.",
    ],
    figures: [
      ...podFigure(book, podBilling(book, "ratio"), { cpuMillicores: 250, memoryMiB: 512 }),
      ...podFigure(book, podBilling(book, "pairs"), { cpuMillicores: 250, memoryMiB: 512 }),
    ],
  }),
};
