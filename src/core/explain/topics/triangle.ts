import type { PriceBook } from "../../catalog/price-book.ts";
import { hoursFigure } from "../hours.ts";
import { starterFigures } from "../machines.ts";
import type { Topic } from "../topic.ts";

export const triangle: Topic = {
  id: "triangle",
  title: "The triangle of cost, control and operations",
  aliases: ["triangle", "cost control operations", "trade off", "trade-off", "tradeoff", "priorities", "pick two"],
  related: ["ranking", "labour"],
  says: (book: PriceBook) => ({
    paragraphs: [
      "Three things are wanted from a platform: a small bill (cost), freedom to change things (control), and little work (operations). No platform is best at all three. You choose the two that matter, and the third is what you pay with.",
      "Cost and operations give a simple managed service, with fewer knobs. Control and operations give a large cloud's managed service, with a larger bill. Cost and control give a cluster of your own, with your own hours in it.",
      "On a card each corner has a score from 1 to 5, where 5 is best. Cost and operations are measured against the cheapest and the least work of all that could be planned: twice as much scores half. Control is the platform's own.",
    ],
    figures: [
      ...starterFigures(book, 1),
      ...book.platforms.filter(({ kind }) => kind === "self-managed").map((platform) => hoursFigure(book, platform)),
      ...book.platforms
        .filter(({ kind, control }) => kind === "managed" && control >= 4)
        .slice(0, 1)
        .map((platform) => hoursFigure(book, platform)),
    ],
  }),
};
