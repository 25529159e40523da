import { openForm } from "../answers/forms.ts";
import { aboutEstimate, verb } from "./verb.ts";

/** Opens a further step of the form, where it opens a step at a time. The shell reads which from the button. */
export const step = verb({
  args: aboutEstimate,
  opensForm: true,
  changes: false,
  repeatable: true,
  audience: "asker",
  run: (talk, asker, { estimateId }) => openForm(talk, asker, { text: null, estimateId }),
});
