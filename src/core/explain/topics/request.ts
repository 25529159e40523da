import type { PriceBook } from "../../catalog/price-book.ts";
import { podBilling, podFigure } from "../pods.ts";
import type { Topic } from "../topic.ts";

export const request: Topic = {
  id: "request",
  title: "A request, and a limit",
  aliases: ["requests", "resource request", "resource requests", "limit", "limits", "cpu request", "memory request"],
  related: ["pod", "vcpu", "allocatable", "autopilot"],
  says: (book: PriceBook) => ({
    paragraphs: [
      "A request is what a pod is promised: the scheduler only places it where so much CPU and memory is still unpromised. A limit is what it may take at most: above its CPU limit it is slowed down, above its memory limit it is stopped.",
      "The sum of requests decides how many nodes you pay for, whether they are used or not. Pods without any are placed anywhere and are the first to go when a node runs short.",
      "Measure for a week, then ask for what is used on a busy day. Asking for double is the commonest reason for nodes that stand half idle.",
    ],
    figures: [
      ...podFigure(book, podBilling(book, "ratio"), { cpuMillicores: 250, memoryMiB: 512 }),
      ...podFigure(book, podBilling(book, "ratio"), { cpuMillicores: 500, memoryMiB: 1024 }),
    ],
  }),
};
