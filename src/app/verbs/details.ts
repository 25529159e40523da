import { z } from "zod";
import { differenceCard } from "../../cards/difference-card.ts";
import { namesNow } from "../talk.ts";
import { verb } from "./verb.ts";

/** The whole of what a change did, for whoever wants to read it: the answer, and the one before it. */
export const details = verb({
  args: z
    .object({ estimateId: z.string().min(1), value: z.string() })
    .transform(({ estimateId, value }) => ({ estimateId, beforeId: value })),
  opensForm: false,
  changes: false,
  repeatable: true,
  audience: "asker",
  async run(talk, asker, { estimateId, beforeId }) {
    const { estimate: before } = await talk.advisor.find(asker, beforeId);
    const { estimate: after } = await talk.advisor.find(asker, estimateId);
    const now = await talk.advisor.repriced(asker, before, after.asOf);
    const card = differenceCard(before, after, namesNow(talk), now);
    return { kind: "card", card, audience: "asker", estimateId, replaces: false };
  },
});
