import type { PriceBook } from "../../catalog/price-book.ts";
import { cheapestMachine, machineFigure } from "../machines.ts";
import type { Topic } from "../topic.ts";

export const vcpu: Topic = {
  id: "vcpu",
  title: "A vCPU, and its thousandths",
  aliases: ["vcpus", "vcpu", "virtual cpu", "millicores", "millicore", "milli cpu", "cpu core", "cores"],
  related: ["request", "burstable", "allocatable"],
  says: (book: PriceBook) => ({
    paragraphs: [
      "A vCPU is what providers sell as one CPU. On most x86 machines it is one of two threads of a core, on most Arm machines a whole core; so four vCPUs of one kind are not four of another.",
      "Kubernetes counts it in thousandths: 250 m is a quarter. A pod may use more than it asked for while others do not need it, unless a limit stops it.",
      "What matters for the bill is how much CPU comes with how much memory: most services run out of memory first, and machines with little memory for each vCPU then stand idle.",
    ],
    figures: book.providers.flatMap(({ id }) =>
      (["amd64", "arm64"] as const).flatMap((architecture) => {
        const found = cheapestMachine(
          book,
          id,
          (machine) =>
            machine.architecture === architecture &&
            machine.cpu === "dedicated" &&
            machine.gpus === 0 &&
            machine.vcpu >= 2,
        );
        return found === null ? [] : [machineFigure(book, found)];
      }),
    ),
  }),
};
