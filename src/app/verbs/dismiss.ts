import { dismiss as turnDown } from "../answers/offers.ts";
import { aboutEstimate, verb } from "./verb.ts";

/** Turns an offer down. */
export const dismiss = verb({
  args: aboutEstimate,
  opensForm: false,
  changes: false,
  repeatable: true,
  audience: "asker",
  ofOffer: true,
  run: turnDown,
});
