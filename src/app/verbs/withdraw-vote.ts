import { withdrawVote as withdraw } from "../answers/votes.ts";
import { aboutEstimate, verb } from "./verb.ts";

/** Takes the person's vote back. */
export const withdrawVote = verb({
  args: aboutEstimate,
  opensForm: false,
  changes: true,
  repeatable: false,
  audience: "where-asked",
  run: (talk, asker, { estimateId }) => withdraw(talk, asker, estimateId),
});
