import type { PriceBook } from "../../catalog/price-book.ts";
import { podBilling, podFigure } from "../pods.ts";
import type { Topic } from "../topic.ts";

export const container: Topic = {
  id: "container",
  title: "A container",
  aliases: ["containers", "docker container", "image", "images"],
  related: ["pod", "docker-desktop"],
  says: (book: PriceBook) => ({
    paragraphs: [
      "A container is a program packed with all it needs, started from an image that anybody can fetch. It runs the same on a laptop and on a server, and shares the machine's kernel, so it starts in a moment and weighs little.",
      "Docker makes and runs containers on one machine. Kubernetes runs them on many: it wraps them in pods and looks after those. An image is built for x86 or for Arm; one for both can move to cheaper Arm machines.",
    ],
    figures: [
      ...podFigure(book, podBilling(book, "ratio"), { cpuMillicores: 250, memoryMiB: 512 }),
      ...podFigure(book, podBilling(book, "pairs"), { cpuMillicores: 250, memoryMiB: 512 }),
    ],
  }),
};
