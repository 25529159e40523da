import { z } from "zod";
import { CONFIDENCES } from "../catalog/catalog.ts";
import { CURRENCIES } from "../question/choices.ts";

/** One price in an answer. `quantity × unitPrice`, rounded to the cent, is `cost`, for one `period`. */
export const PriceResult = z.strictObject({
  provider: z.string(),
  region: z.string(),
  skuId: z.string(),
  description: z.string(),
  quantity: z.number(),
  unit: z.string(),
  unitPrice: z.number(), // in `currency`, ten figures
  currency: z.enum(CURRENCIES),
  listUnitPrice: z.number(), // as the provider publishes it, in `listCurrency`
  listCurrency: z.enum(CURRENCIES),
  cost: z.number(),
  period: z.string(), // what `cost` is for: "hour", "month", "year", or the time asked about, "3 hours"
  source: z.url(),
  asOf: z.iso.date(),
  confidence: z.enum(CONFIDENCES),
});
export type PriceResult = z.infer<typeof PriceResult>;

/** What money of a list was converted at: one rate for a whole answer. */
export const ConversionRate = z.strictObject({
  from: z.enum(CURRENCIES),
  to: z.enum(CURRENCIES),
  rate: z.number().positive(), // units of `to` for one of `from`
  asOf: z.iso.date(), // of two rates the older
  source: z.url(),
});
export type ConversionRate = z.infer<typeof ConversionRate>;

/** The answer to a price question: what `price --json` prints. */
export const PriceAnswer = z.strictObject({
  query: z.string(), // as typed
  understood: z.array(z.string()), // what was understood, in short plain phrases
  results: z.array(PriceResult), // cheapest first where they are alternatives, else in the order asked
  total: z.number().nullable(), // their sum; null where they are alternatives or there is none
  rates: z.array(ConversionRate), // one for each currency of a list that is not the answer's
  unparsed: z.array(z.string()),
  warnings: z.array(z.string()), // what to check before relying on it: prices past their limit
  suggestions: z.array(z.string()), // what to ask instead or besides
});
export type PriceAnswer = z.infer<typeof PriceAnswer>;
