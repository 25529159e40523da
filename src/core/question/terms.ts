import { z } from "zod";

/** What a team negotiated with one provider: a share of its bill, or a fixed sum off it each month. */
export const Discount = z.union([
  z.strictObject({ provider: z.string().min(1), percent: z.number().gt(0).max(100) }),
  z.strictObject({ provider: z.string().min(1), fixedUsd: z.number().gt(0).max(1e9) }),
]);
export type Discount = z.infer<typeof Discount>;

/** What holds for a team beside what it asks: its negotiated discounts. */
export interface Terms {
  discounts: readonly Discount[];
}

/** List prices: nothing negotiated. */
export const LIST_TERMS: Terms = { discounts: [] };
