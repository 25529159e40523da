import { allocatable as allocatableOf } from "../../capacity/allocatable.ts";
import type { Platform } from "../../catalog/platform.ts";
import type { PriceBook } from "../../catalog/price-book.ts";
import { plainNumber } from "../../cost/money.ts";
import { MIB_PER_GIB } from "../../units.ts";
import { firstOfEach } from "../figures.ts";
import { cheapestMachine, isSmallNode, machineText } from "../machines.ts";
import type { Figure, Topic } from "../topic.ts";

export const allocatable: Topic = {
  id: "allocatable",
  title: "Allocatable: what a node leaves for pods",
  aliases: [
    "allocatable",
    "capacity",
    "reserved",
    "kube reserved",
    "system reserved",
    "usable memory",
    "node overhead",
  ],
  related: ["n+1", "burstable"],
  says: (book: PriceBook) => ({
    paragraphs: [
      "A node does not give all of its memory and CPU to pods. Some is kept for the operating system and for Kubernetes itself; what is left is called allocatable, and the scheduler places pods by that.",
      "Each provider has a rule of its own, so machines of the same size hold different amounts. Small nodes lose the largest share. Daemons that run on every node (network, storage, logs) take their requests from what is left, and each node also has a ceiling on the number of pods.",
      "That is why plans here are made with allocatable figures and never with the numbers on the price list.",
    ],
    figures: firstOfEach(book.platforms, ({ provider }) => provider ?? "").flatMap((p) => figureOf(book, p)),
  }),
};

function figureOf(book: PriceBook, { name, provider, compute }: Platform): Figure[] {
  const found = provider === null ? null : cheapestMachine(book, provider, isSmallNode);
  if (found === null || compute.kind !== "nodes") return [];
  const { machine } = found;
  const { cpuMillicores, memoryMiB, pods } = allocatableOf(machine, compute);
  return [
    {
      label: `${name}: ${machineText(machine)}`,
      value: `leaves ${plainNumber(memoryMiB / MIB_PER_GIB, 2)} GiB, ${plainNumber(cpuMillicores / 1000, 2)} vCPU and room for ${pods} pods; daemons come out of that`,
      source: compute.memoryReserve.source,
      asOf: null,
    },
  ];
}
