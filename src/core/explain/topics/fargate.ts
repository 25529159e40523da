import type { PriceBook } from "../../catalog/price-book.ts";
import { plainNumber } from "../../cost/money.ts";
import { priceFigure } from "../figures.ts";
import { podBilling, podFigure } from "../pods.ts";
import type { Topic } from "../topic.ts";

/** Full to the brim of its pair: what is added for Kubernetes pushes it into the next. */
const BRIM_POD = { cpuMillicores: 1000, memoryMiB: 8 * 1024 };

export const fargate: Topic = {
  id: "fargate",
  title: "EKS on Fargate: a small machine for each pod",
  aliases: ["fargate", "eks fargate", "eks on fargate", "aws fargate", "serverless"],
  related: ["autopilot", "nat"],
  says(book: PriceBook) {
    const billing = podBilling(book, "pairs");
    const { compute, rounding, platform } = billing;
    return {
      paragraphs: [
        "On Fargate every pod gets a small machine of its own, and there are no nodes to size or patch. The bill is made of the size of each pod, plus the fee of the cluster.",
        `Sizes are fixed pairs of vCPU and memory. ${plainNumber(rounding.addMiB)} MiB are added to each pod for Kubernetes' own parts, and the sum is rounded up to the next pair. A pod that fills its pair exactly therefore pays for the next.`,
        "Not possible there: daemons on every node, GPUs, Spot, Arm, privileged pods and EBS volumes. Pods live in private subnets only, so a NAT gateway or private endpoints come on top, and a finished job is billed until its pod is deleted.",
      ],
      figures: [
        ...priceFigure(book, platform.provider ?? "", compute.vcpuSku),
        ...priceFigure(book, platform.provider ?? "", compute.memorySku),
        ...podFigure(book, billing, compute.defaultRequest),
        ...podFigure(book, billing, BRIM_POD),
      ],
    };
  },
};
