import { answerCard } from "../../cards/answer-card.ts";
import { namesNow } from "../talk.ts";
import { checkMay } from "../team-settings.ts";
import { aboutEstimate, verb } from "./verb.ts";

/** Shows an answer to everybody in the channel. */
export const share = verb({
  args: aboutEstimate,
  opensForm: false,
  changes: false,
  repeatable: true,
  audience: "channel",
  async run(talk, asker, { estimateId }) {
    const { estimate } = await talk.advisor.find(asker, estimateId);
    await checkMay(talk, asker, "mayShare");
    const card = answerCard(estimate, namesNow(talk), { shared: true, steps: [] });
    return { kind: "card", card, audience: "channel", estimateId, replaces: false };
  },
});
