import { z } from "zod";
import { followedUp } from "../answers/follow-ups.ts";
import { followUpCommand, verb } from "./verb.ts";

/** Plans with what the nearest platform lacks left away: `place` counts those that nearly fit, from 1. */
export const accept = verb({
  args: z
    .object({ estimateId: z.string().min(1), value: z.string().regex(/^\d$/) })
    .transform(({ estimateId, value }) => ({ estimateId, place: value })),
  opensForm: false,
  changes: true,
  repeatable: false,
  audience: "where-asked",
  run: (talk, asker, { estimateId, place }) => followedUp(talk, asker, { text: `accept ${place}`, estimateId }),
  terminal: ({ label, estimateId, value }) => [[label, followUpCommand(estimateId, `accept ${value}`)]],
});
