import { z } from "zod";
import { castVote } from "../answers/votes.ts";
import { verb } from "./verb.ts";

/** Counts a vote for a platform, in place of the person's earlier one: another may stand there by now. */
export const vote = verb({
  args: z
    .object({ estimateId: z.string(), value: z.string() })
    .transform(({ estimateId, value }) => ({ estimateId, platform: value })),
  opensForm: false,
  changes: true,
  repeatable: false,
  audience: "where-asked",
  joint: true,
  run: (talk, asker, { estimateId, platform }) => castVote(talk, asker, estimateId, platform),
});
