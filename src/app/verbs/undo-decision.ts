import { undoDecision as takeBack } from "../answers/decisions.ts";
import { aboutDecision, verb } from "./verb.ts";

/** Takes a decision back; a second time it says that it stands no longer. */
export const undoDecision = verb({
  args: aboutDecision,
  opensForm: false,
  changes: false,
  repeatable: true, // known by its delivery
  audience: "where-asked",
  run: (talk, asker, { decisionId }) => takeBack(talk, asker, decisionId),
  terminal: ({ label, value }) => [[label, `k8s-advise decisions undo ${value}`]],
});
