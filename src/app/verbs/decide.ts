import { openDecision } from "../answers/decisions.ts";
import { aboutEstimate, verb } from "./verb.ts";

/** Opens the questions of a decision. */
export const decide = verb({
  args: aboutEstimate,
  opensForm: true,
  changes: false,
  repeatable: true,
  audience: "asker",
  joint: true,
  run: (talk, asker, { estimateId }) => openDecision(talk, asker, estimateId),
  terminal: ({ label, estimateId }) => [[label, `k8s-advise decide ${estimateId} PLATFORM WHY`]],
});
