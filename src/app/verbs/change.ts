import { openForm } from "../answers/forms.ts";
import { aboutEstimate, followUpCommand, verb } from "./verb.ts";

/** Opens the form with the answers of an estimate. */
export const change = verb({
  args: aboutEstimate,
  opensForm: true,
  changes: false,
  repeatable: true,
  audience: "asker",
  run: (talk, asker, { estimateId }) => openForm(talk, asker, { text: null, estimateId }),
  terminal: ({ label, estimateId }) => [[label, followUpCommand(estimateId, "what if the budget is 100")]],
});
