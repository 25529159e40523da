import type { PriceBook } from "../../catalog/price-book.ts";
import { cheapestMachine, isSmallNode, machineFigure } from "../machines.ts";
import type { Topic } from "../topic.ts";

export const burstable: Topic = {
  id: "burstable",
  title: "Burstable and shared CPUs",
  aliases: [
    "burstable",
    "burst",
    "cpu credits",
    "burst credits",
    "shared cpu",
    "shared vcpu",
    "t3",
    "noisy neighbour",
    "steal time",
  ],
  related: ["allocatable"],
  says: (book: PriceBook) => ({
    paragraphs: [
      "A burstable machine promises only a part of its CPU. Below that part it saves up credits, above it spends them; when they are gone it is slowed down, or the surplus is billed. A machine with a shared CPU has no such account: how fast it is depends on its neighbours.",
      "Both are good for learning, demos and services that mostly wait. In production a cluster on them can slow down under exactly the load it was built for, and a slow node looks to Kubernetes like a failing one.",
      "Plans for production therefore count only the part that a burstable machine may use all the time, and take none that has less than one vCPU of it. Machines that you name are priced as named, with a warning.",
    ],
    figures: book.providers.flatMap(({ id }) =>
      (["burstable", "shared", "dedicated"] as const).flatMap((cpu) => {
        const found = cheapestMachine(book, id, (machine) => machine.cpu === cpu && isSmallNode(machine));
        if (found === null) return [];
        const figure = machineFigure(book, found);
        return [{ ...figure, label: `${figure.label}, ${cpu}` }];
      }),
    ),
  }),
};
