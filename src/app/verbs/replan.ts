import { z } from "zod";
import { replan as planOffered } from "../answers/offers.ts";
import { verb } from "./verb.ts";

/** Plans what was offered. */
export const replan = verb({
  args: z.object({ estimateId: z.string(), value: z.string().nullable() }),
  opensForm: false,
  changes: true,
  repeatable: false,
  audience: "where-asked",
  ofOffer: true,
  run: planOffered,
});
