import type { PriceBook } from "../../catalog/price-book.ts";
import { hoursFigure } from "../hours.ts";
import type { Topic } from "../topic.ts";

export const labour: Topic = {
  id: "labour",
  title: "Labour: the hours behind the bill",
  aliases: ["labour", "labor", "work", "hours", "true cost", "tco", "hourly rate", "operations"],
  related: ["managed-vs-self-managed", "ranking", "triangle"],
  says(book: PriceBook) {
    const { migration, integration, spreadMonths } = book.labour;
    return {
      paragraphs: [
        "Somebody upgrades the cluster, mends the ingress and answers alerts. Those hours cost money even if nobody sends a bill for them, so they stand beside the bill and are never mixed into it. True cost is the bill, the work, and the risk of outages where you gave its price.",
        `Hours depend on the platform and on how much Kubernetes you have run. Set-up and moving are worked once and spread over ${spreadMonths} months. Your hourly rate turns hours into money; it can be changed in every question.`,
        "These are estimates, not measurements: the ranges come from published experience, and teams differ. On-call at night is not in them, and one or two people cannot keep that up.",
      ],
      figures: [
        ...book.platforms.map((platform) => hoursFigure(book, platform)),
        { label: "Moving to another platform", value: migration.says, source: migration.source, asOf: null },
        { label: "Living apart from your cloud", value: integration.says, source: integration.source, asOf: null },
      ],
    };
  },
};
