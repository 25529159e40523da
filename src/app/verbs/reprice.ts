import { showDecision } from "../answers/decisions.ts";
import { aboutDecision, verb } from "./verb.ts";

/** A decision at today's prices. */
export const reprice = verb({
  args: aboutDecision,
  opensForm: false,
  changes: false,
  repeatable: true,
  audience: "asker",
  run: (talk, asker, { decisionId }) => showDecision(talk, asker, decisionId, "repriced"),
  terminal: ({ label, value }) => [[label, `k8s-advise decisions ${value}`]],
});
