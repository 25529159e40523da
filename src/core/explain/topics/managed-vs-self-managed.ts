import type { PriceBook } from "../../catalog/price-book.ts";
import { feeFigures } from "../figures.ts";
import { hoursFigure } from "../hours.ts";
import type { Topic } from "../topic.ts";

export const managedVsSelfManaged: Topic = {
  id: "managed-vs-self-managed",
  title: "Managed or self-managed: who does what",
  aliases: [
    "managed",
    "self managed",
    "self-managed",
    "self hosted",
    "managed kubernetes",
    "managed vs self managed",
    "who does what",
    "shared responsibility",
  ],
  related: ["control-plane", "k3s", "labour", "triangle"],
  says: (book: PriceBook) => ({
    paragraphs: [
      "With a managed service the provider runs the control plane: its API server, its database (etcd), their backups, repairs and upgrades. With a self-managed cluster all of that is yours, at night too.",
      "Either way yours are the workloads: manifests, images, secrets, who may do what, ingress, monitoring, and when to upgrade. Nodes lie between: most managed services replace and upgrade them when you say so, some do it by themselves, and where pods are billed there are none to look after.",
      "Self-managed saves a fee and gives every choice. It pays when the saving is larger than the hours it costs, and when more than one person can bring the control plane back.",
    ],
    figures: [
      ...book.platforms
        .filter(({ kind }) => kind === "managed" || kind === "self-managed")
        .map((p) => hoursFigure(book, p)),
      ...feeFigures(
        book,
        ({ kind }, { production, extendedSupport }) => kind === "managed" && production && !extendedSupport,
      ),
    ],
  }),
};
