import type { PriceBook } from "../../catalog/price-book.ts";
import { hoursFigure } from "../hours.ts";
import { cheapestMachine, isSmallNode, machineFigure } from "../machines.ts";
import type { Topic } from "../topic.ts";

export const k3s: Topic = {
  id: "k3s",
  title: "K3s: a Kubernetes of your own",
  aliases: ["k3s", "k3d", "rke2", "kubeadm", "hetzner k3s", "etcd"],
  related: ["control-plane", "hetzner-2026"],
  says: (book: PriceBook) => ({
    paragraphs: [
      "K3s is a full Kubernetes in one small program. It runs on any Linux machine, which is what makes it popular on cheap servers. Installing it takes minutes; running it is the work.",
      "Its control plane is yours: one server, or three with embedded etcd, of which one may fail. Two are no better than one, since a majority of two is both. One server with two agents is not highly available, whatever it costs.",
      "K3s keeps no memory for itself unless told, so reserve some, or a busy node takes its own control plane down. Back etcd up to another place, and rehearse the restore before you need it.",
    ],
    figures: book.platforms
      .filter(({ kind }) => kind === "self-managed")
      .flatMap((platform) => {
        const server = cheapestMachine(book, platform.provider ?? "", isSmallNode);
        return [hoursFigure(book, platform), ...(server === null ? [] : [machineFigure(book, server)])];
      }),
  }),
};
