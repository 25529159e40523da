import type { PriceBook } from "../../catalog/price-book.ts";
import { starterFigures } from "../machines.ts";
import type { Topic } from "../topic.ts";

export const dockerDesktop: Topic = {
  id: "docker-desktop",
  title: "Docker Desktop against a production cluster",
  aliases: ["docker desktop", "docker", "minikube", "rancher desktop", "laptop", "local cluster", "localhost"],
  related: ["managed-vs-self-managed", "n+1"],
  says(book: PriceBook) {
    const laptops = book.platforms.filter(({ kind }) => kind === "laptop");
    const lacks = laptops.flatMap(({ compute }) => (compute.kind === "laptop" ? compute.lacks : []));
    return {
      paragraphs: [
        "Docker Desktop runs a real Kubernetes on your own computer. It is the right place to learn, to write manifests and to try them.",
        `It is no place for anything that others must reach. What it lacks: ${lacks.join("; ")}.`,
        "A production cluster has several machines, so that pods start again elsewhere when one fails; a load balancer gives it one public address; and it runs while you sleep. Most manifests carry over. What changes is where images come from, which storage class volumes use, and how traffic comes in.",
      ],
      figures: [
        ...starterFigures(book, 3),
        ...laptops.flatMap(({ name, notes }) =>
          notes.map(({ says, source }) => ({ label: name, value: says, source, asOf: null })),
        ),
      ],
    };
  },
};
