import { undo as goBack } from "../answers/follow-ups.ts";
import { aboutEstimate, followUpCommand, verb } from "./verb.ts";

/** Goes back to the answer before. */
export const undo = verb({
  args: aboutEstimate,
  opensForm: false,
  changes: true,
  repeatable: false,
  audience: "where-asked",
  async run(talk, asker, { estimateId }) {
    const { estimate } = await talk.advisor.find(asker, estimateId);
    return goBack(talk, asker, estimate, 1);
  },
  terminal: ({ label, estimateId }) => [[label, followUpCommand(estimateId, "undo")]],
});
