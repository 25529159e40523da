import { takeBack as takenBack } from "../answers/public.ts";
import { aboutEstimate, verb } from "./verb.ts";

/** Takes an answer that was given in public away again. */
export const takeBack = verb({
  args: aboutEstimate,
  opensForm: false,
  changes: true,
  repeatable: false,
  audience: "where-asked",
  run: (talk, asker, { estimateId }) => takenBack(talk, asker, estimateId),
});
