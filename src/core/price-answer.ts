import { z } from "zod";
import { CONFIDENCES } from "./catalog.ts";
import { CURRENCIES } from "./requirement.ts";

/** One price in an answer. `quantity × unitPrice`, rounded to the cent, is `cost`, for one `period`. */
export const PriceResult = z.strictObject({
  provider: z.string(),
  region: z.string(),
  skuId: z.string(),
  description: z.string(),
  quantity: z.number(),
  unit: z.string(),
  unitPrice: z.number(), // in `currency`, unrounded
  currency: z.enum(CURRENCIES),
  cost: z.number(),
  period: z.string(), // what `cost` is for: "hour", "month", "year", or the time asked about, "3 hours"
  source: z.url(),
  asOf: z.iso.date(),
  confidence: z.enum(CONFIDENCES),
});
export type PriceResult = z.infer<typeof PriceResult>;

/** The answer to a price question: what `price --json` prints. */
export const PriceAnswer = z.strictObject({
  query: z.string(), // as typed
  understood: z.array(z.string()), // what was understood, in short plain phrases
  results: z.array(PriceResult), // cheapest first where they are alternatives, else in the order asked
  total: z.number().nullable(), // their sum; null where they are alternatives or there is none
  unparsed: z.array(z.string()),
  warnings: z.array(z.string()), // what to check before relying on it: prices past their limit
  suggestions: z.array(z.string()), // what to ask instead or besides
});
export type PriceAnswer = z.infer<typeof PriceAnswer>;
