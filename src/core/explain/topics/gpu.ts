import type { PriceBook } from "../../catalog/price-book.ts";
import { featureFigures } from "../figures.ts";
import { cheapestMachine, machineFigure } from "../machines.ts";
import type { Topic } from "../topic.ts";

export const gpu: Topic = {
  id: "gpu",
  title: "GPUs in a cluster",
  aliases: ["gpu", "gpus", "cuda", "nvidia", "h100", "a100", "machine learning", "inference", "training", "tpu"],
  related: ["spot", "commitments"],
  says: (book: PriceBook) => ({
    paragraphs: [
      "A pod asks for whole GPUs (nvidia.com/gpu: 1), and only a node that has one free can run it. GPU nodes stand in a pool of their own, so that ordinary pods do not fill them.",
      "They cost many times an ordinary node and are billed while they stand, busy or not: let the pool shrink to none when no job waits. New accounts at the large clouds have little or no GPU quota; ask for it days before you need it.",
      "Not every region has every model, and prices of GPUs move faster than others. Check both before you promise a date.",
    ],
    figures: [
      ...book.providers.flatMap(({ id }) => {
        const found = cheapestMachine(book, id, ({ gpus }) => gpus > 0);
        if (found === null) return [];
        const { gpus, gpuModel } = found.machine;
        const figure = machineFigure(book, found);
        return [{ ...figure, label: `${figure.label}, ${gpus} × ${gpuModel ?? "GPU"}` }];
      }),
      ...featureFigures(book, "gpu"),
    ],
  }),
};
