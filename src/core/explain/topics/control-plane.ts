import type { PriceBook } from "../../catalog/price-book.ts";
import { feeFigures } from "../figures.ts";
import type { Topic } from "../topic.ts";

export const controlPlane: Topic = {
  id: "control-plane",
  title: "The control plane and its fee",
  aliases: [
    "control plane",
    "control-plane",
    "controlplane",
    "master",
    "api server",
    "cluster fee",
    "extended support",
  ],
  related: ["sla", "credits", "managed-vs-self-managed"],
  says: (book: PriceBook) => ({
    paragraphs: [
      "The control plane steers the cluster: it takes your orders (the API server), remembers them (etcd), decides which node runs what (the scheduler) and puts right what has failed (controllers). Your programs do not run on it.",
      "Managed services run it for you, for a fee for each cluster, whatever the cluster's size. Some have a free tier without a promise of availability and a paid one with it. Fees by the hour are counted over 730 hours, the average month; pages with slightly lower figures used 720.",
      "A Kubernetes version that is past its standard support costs more on some of them until you upgrade, several times the fee. That is avoided by upgrading about once a year.",
    ],
    figures: feeFigures(book, ({ kind }) => kind === "managed" || kind === "pods" || kind === "self-managed"),
  }),
};
