import { z } from "zod";
import { Estimate } from "../../core/estimate.ts";
import { PriceAnswer } from "../../core/price-answer.ts";
import { Requirement, RequirementInput } from "../../core/requirement.ts";

/** How words about an earlier answer were taken, and what they changed. */
const FollowupJson = z.strictObject({
  intent: z.enum([
    "what-if",
    "why-not",
    "compare",
    "explain",
    "breakdown",
    "decide",
    "vote",
    "unvote",
    "votes",
    "undo",
    "help",
    "price",
    "none",
  ]),
  platforms: z.array(z.string()),
  changes: Requirement.partial(),
  difference: z.strictObject({ bill: z.number(), rank: z.int().min(1).nullable(), text: z.string() }),
});

/** What `advise --json` prints; `followup` only with `--from`. */
export const AdviseJson = Estimate.extend({ followup: FollowupJson.optional() });
export type AdviseJson = z.input<typeof AdviseJson>;

/** What goes in and comes out as JSON, by the name `schema` knows it by. */
export const JSON_SCHEMAS = {
  estimate: () => z.toJSONSchema(AdviseJson),
  requirement: () => z.toJSONSchema(RequirementInput, { io: "input" }),
  price: () => z.toJSONSchema(PriceAnswer),
} as const;
