import { compareCard } from "../../cards/compare-card.ts";
import { namesNow } from "../talk.ts";
import { aboutEstimate, followUpCommand, verb } from "./verb.ts";

/** Every platform of an answer side by side. */
export const compare = verb({
  args: aboutEstimate,
  opensForm: false,
  changes: false,
  repeatable: true,
  audience: "asker",
  async run(talk, asker, { estimateId }) {
    const { estimate } = await talk.advisor.find(asker, estimateId);
    const card = compareCard(estimate, namesNow(talk), null);
    return { kind: "card", card, audience: "asker", estimateId, replaces: false };
  },
  terminal: ({ label, estimateId }) => [[label, followUpCommand(estimateId, "compare")]],
});
