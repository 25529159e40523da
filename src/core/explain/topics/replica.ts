import type { PriceBook } from "../../catalog/price-book.ts";
import { podBilling, podFigure } from "../pods.ts";
import type { Topic } from "../topic.ts";

export const replica: Topic = {
  id: "replica",
  title: "A replica",
  aliases: ["replicas", "copies", "copy of a service"],
  related: ["pod", "n+1"],
  says: (book: PriceBook) => ({
    paragraphs: [
      "Replicas are equal copies of one pod. Two share the load, and when one stops or is replaced by a new version the other goes on answering. One replica means a short outage at each update of the node it stands on.",
      "Two for whatever people wait for, three where a zone may fail, one for what may pause: that is a usual start. An autoscaler adds copies by load, between a least and a most that you set.",
      "Each copy asks for its own CPU and memory, so they multiply the bill of a service; they do not protect data, which a database has to replicate itself.",
    ],
    figures: [
      ...podFigure(book, podBilling(book, "ratio"), { cpuMillicores: 500, memoryMiB: 1024 }),
      ...podFigure(book, podBilling(book, "ratio"), { cpuMillicores: 250, memoryMiB: 512 }),
    ],
  }),
};
