import type { PriceBook } from "../../catalog/price-book.ts";
import { starterFigures } from "../machines.ts";
import type { Topic } from "../topic.ts";

export const kubernetes: Topic = {
  id: "kubernetes",
  title: "Kubernetes, in short",
  aliases: ["k8s", "kubernetes itself", "what kubernetes is"],
  related: ["cluster", "managed-vs-self-managed"],
  says: (book: PriceBook) => ({
    paragraphs: [
      "Kubernetes runs programs in containers on a group of machines. You tell it what should run (three copies of the shop, with so much memory each), and it keeps it so: it chooses a machine, starts again what stops, moves what a broken machine held, and lets new versions in step by step.",
      "It pays where there are many services, several people who deploy, or a need to survive the loss of a machine. It asks for upkeep in return: versions to upgrade a few times a year, and terms to learn.",
      "For up to about three services one machine or a platform that takes your container does the same with less to learn.",
    ],
    figures: starterFigures(book, 4),
  }),
};
