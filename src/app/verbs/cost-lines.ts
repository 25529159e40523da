import { costLinesCard } from "../../cards/cost-lines-card.ts";
import { namesNow } from "../talk.ts";
import { aboutPlatform, followUpCommand, verb } from "./verb.ts";

/** The bill of a platform line by line. */
export const costLines = verb({
  args: aboutPlatform,
  opensForm: false,
  changes: false,
  repeatable: true,
  audience: "asker",
  async run(talk, asker, { estimateId, platform }) {
    const { estimate } = await talk.advisor.find(asker, estimateId);
    const card = costLinesCard(estimate, platform ?? estimate.verdict.platform, namesNow(talk));
    return { kind: "card", card, audience: "asker", estimateId, replaces: false };
  },
  terminal: ({ label, estimateId, value }) => [
    [label, followUpCommand(estimateId, `break down ${value ?? ""}`.trim())],
  ],
});
