import { z } from "zod";
import { UserError } from "../../core/errors.ts";
import { answerPrice } from "../../core/price/answer.ts";
import type { PriceAnswer } from "../../core/price/price-answer.ts";
import { understandPriceQuery } from "../../language/price-query.ts";
import type { Library } from "../knowledge.ts";

/** What a program sends to be told a price. */
export const PriceRequest = z.strictObject({
  /** As people type it: "t3.medium x3 frankfurt". */
  query: z.string().min(1).max(2_000),
  /** Prices as of this day; left out, today. */
  asOf: z.iso.date().optional(),
});
export type PriceRequest = z.infer<typeof PriceRequest>;

/** The prices that a question asks for, as a command line, a program or a tool is told them. */
export function priceOf(library: Library, { query, asOf }: PriceRequest): PriceAnswer {
  return answerPrice(query, understandPriceQuery(query, library.vocabulary()), library.knowledge(asOf));
}

/** What a program asks. @throws {UserError} where it is not a question and, if one is wanted, a day. */
export function readPriceRequest(body: unknown): PriceRequest {
  const parsed = PriceRequest.safeParse(body);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "the request"}: ${message}`);
  throw new UserError(`${faults.join("; ")}.`, 'Send a JSON object such as {"query": "t3.medium x3 frankfurt"}.');
}
