import type { PriceBook } from "../../catalog/price-book.ts";
import { featureFigures } from "../figures.ts";
import { discountFigures } from "../machines.ts";
import type { Topic } from "../topic.ts";

export const spot: Topic = {
  id: "spot",
  title: "Spot machines: cheap until they are taken back",
  aliases: ["spot", "spot instances", "spot vms", "preemptible", "interruptible"],
  related: ["commitments", "n+1"],
  says: (book: PriceBook) => ({
    paragraphs: [
      "Spot machines are what a cloud has left over. They cost a fraction, the price moves, and they are taken back at short notice, seconds to minutes.",
      "They suit work that can stop and start again: batch jobs, builds, stateless replicas of which others remain. They do not suit databases, a single replica, or anything that needs a majority to work.",
      "Keep an ordinary base that carries the service alone, and add spot machines to it.",
    ],
    figures: [
      ...discountFigures(book, "dynamic", "spot"),
      ...featureFigures(book, "spot", ({ kind, features }) => kind === "managed" && features.spot?.status === "yes"),
    ],
  }),
};
