import { FOLLOW_UP_FORM } from "../../cards/follow-up-form.ts";
import { aboutEstimate, followUpCommand, verb } from "./verb.ts";

/** Opens the form for a question about an answer in one's own words. */
export const ask = verb({
  args: aboutEstimate,
  opensForm: true,
  changes: false,
  repeatable: true,
  audience: "asker",
  async run(talk, asker, { estimateId }) {
    await talk.advisor.find(asker, estimateId);
    return { kind: "form", form: FOLLOW_UP_FORM, estimateId };
  },
  terminal: ({ label, estimateId }) => [[label, followUpCommand(estimateId, "why not eks")]],
});
