import type { PriceBook } from "../../catalog/price-book.ts";
import { plainNumber } from "../../cost/money.ts";
import { priceFigure } from "../figures.ts";
import { podBilling, podFigure } from "../pods.ts";
import type { Topic } from "../topic.ts";

export const autopilot: Topic = {
  id: "autopilot",
  title: "GKE Autopilot: paying for what pods request",
  aliases: ["autopilot", "gke autopilot"],
  related: ["fargate", "credits"],
  says(book: PriceBook) {
    const billing = podBilling(book, "ratio");
    const { compute, rounding, platform } = billing;
    const { defaultRequest } = compute;
    return {
      paragraphs: [
        "Autopilot is Kubernetes without nodes to look after: Google runs them, and the bill is made of what your pods request, second by second, plus the cluster fee. Idle room between pods is Google's loss, not yours.",
        `Requests are rounded: at least ${plainNumber(rounding.minimumCpuMillicores)} m of CPU and ${plainNumber(rounding.minimumMemoryMiB)} MiB, and between ${plainNumber(rounding.leastGiBPerVcpu)} and ${plainNumber(rounding.mostGiBPerVcpu)} GiB for each vCPU, the smaller side being raised. A pod that asks for nothing is billed as ${plainNumber(defaultRequest.cpuMillicores)} m and ${plainNumber(defaultRequest.memoryMiB)} MiB, so say what you need.`,
        "A vCPU costs more than on a machine of your own. It is cheaper where nodes would stand half empty, dearer for steady load that packs nodes well. System pods are not billed; privileged pods are refused, but for a list of partners' agents.",
      ],
      figures: [
        ...priceFigure(book, platform.provider ?? "", compute.vcpuSku),
        ...priceFigure(book, platform.provider ?? "", compute.memorySku),
        ...podFigure(book, billing, defaultRequest),
      ],
    };
  },
};
