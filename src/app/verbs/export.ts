import { showDecision } from "../answers/decisions.ts";
import { aboutDecision, verb } from "./verb.ts";

/** A decision as a file to keep. */
export const exported = verb({
  args: aboutDecision,
  opensForm: false,
  changes: false,
  repeatable: true,
  audience: "asker",
  run: (talk, asker, { decisionId }) => showDecision(talk, asker, decisionId, "file"),
  terminal: ({ label, value }) => [[label, `k8s-advise decisions export ${value}`]],
});
