import { daysBetween } from "./as-of.ts";
import type { Reading } from "./catalog.ts";
import type { PriceBook } from "./price-book.ts";

/** Days for which a spot price is one to plan with; past them it only shows the size of the saving. Basis: judgement. */
export const SPOT_DAYS = 30;

/** Whether a spot price was read within `SPOT_DAYS` of the book's day. */
export const isCurrentSpot = ({ asOf }: Reading, book: PriceBook) =>
  Math.abs(daysBetween(asOf, book.asOf)) <= SPOT_DAYS;
