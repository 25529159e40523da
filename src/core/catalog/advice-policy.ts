import { z } from "zod";

const says = z.string().min(1); // why it is this number

/** The numbers of the advice that nobody can look up: each is a judgement, with its reason, that a team may replace. */
export const AdvicePolicy = z.strictObject({
  basis: z.literal("judgement"),
  /** What a dollar of a corner counts when platforms are ranked. */
  weights: z.strictObject({ first: z.number().min(0), second: z.number().min(0), givenUp: z.number().min(0), says }),
  /** Added to a line for what its source may be wrong by, as a share of it, when platforms are ranked. Never part of a bill. */
  doubt: z.strictObject({
    high: z.number().min(0),
    derived: z.number().min(0),
    medium: z.number().min(0),
    low: z.number().min(0),
    says,
  }),
  /** What of a budget a bill may be over it and still rank, with a mark. */
  budget: z.strictObject({ tolerance: z.number().min(0).max(1), says }),
  /** Up to here one machine and one file hold what a team runs. */
  oneMachine: z.strictObject({ mostServices: z.int().min(0), mostEngineers: z.int().min(0), says }),
});
export type AdvicePolicy = z.infer<typeof AdvicePolicy>;
