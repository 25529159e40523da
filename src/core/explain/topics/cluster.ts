import type { PriceBook } from "../../catalog/price-book.ts";
import { starterFigures } from "../machines.ts";
import type { Topic } from "../topic.ts";

export const cluster: Topic = {
  id: "cluster",
  title: "A cluster",
  aliases: ["clusters", "kubernetes cluster", "k8s cluster"],
  related: ["kubernetes", "node", "control-plane"],
  says: (book: PriceBook) => ({
    paragraphs: [
      "A cluster is one Kubernetes: a control plane that steers, and nodes that do the work. What runs in it shares its nodes, its network and its version.",
      "One cluster for all environments is the cheapest and the most can go wrong in it at once; one for each keeps them apart and pays each fee, each spare node and each upgrade again. Separate namespaces in one cluster lie between.",
    ],
    figures: starterFigures(book, 4),
  }),
};
