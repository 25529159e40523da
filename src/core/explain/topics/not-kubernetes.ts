import type { PriceBook } from "../../catalog/price-book.ts";
import { hoursFigure } from "../hours.ts";
import { cheapestMachine, isSmallNode, machineFigure, starterFigures } from "../machines.ts";
import type { Topic } from "../topic.ts";

export const notKubernetes: Topic = {
  id: "not-kubernetes",
  title: "When not to use Kubernetes",
  aliases: [
    "not kubernetes",
    "without kubernetes",
    "no kubernetes",
    "do i need kubernetes",
    "do we need kubernetes",
    "docker compose",
    "compose",
    "paas",
    "single vm",
    "vps",
  ],
  related: ["kubernetes", "container", "docker-desktop", "labour", "managed-vs-self-managed"],
  says(book: PriceBook) {
    const machines = book.platforms.filter(({ kind }) => kind === "machine");
    return {
      paragraphs: [
        "Kubernetes pays when there is something for it to do: many services, several teams, load that comes and goes, machines that must be allowed to fail. Up to about three services, a small team and nobody who has run it: one machine with Docker Compose, or a platform that takes your container and runs it, is less to learn and less to pay.",
        "What one machine cannot do: survive its own failure, update without a break, or grow past its size. If an outage of an hour is only a nuisance, that may be fine.",
        "Nothing is lost by starting there. Containers carry over, and the move to a cluster is smaller than running one too early.",
      ],
      figures: machines
        .flatMap((platform, i) => {
          const found = cheapestMachine(book, platform.provider ?? "", isSmallNode);
          return [
            ...(i === 0 ? [hoursFigure(book, platform)] : []),
            ...(found === null ? [] : [machineFigure(book, found)]),
          ];
        })
        .concat(starterFigures(book, 1)),
    };
  },
};
