import type { PriceBook } from "../catalog/price-book.ts";

/** A number of the catalog with the page where it can be checked. */
export interface Figure {
  label: string;
  value: string; // for people: "0.10 USD an hour, 73.00 USD a month"
  source: string;
  asOf: string | null; // yyyy-mm-dd, the day a price was read; null for rules and estimates, which carry no date
}

/** A subject of the trade in a few paragraphs, with figures as they stand in one price book. */
export interface Explanation {
  topic: string; // its id
  title: string;
  paragraphs: string[]; // 2 to 4, plain text
  figures: Figure[];
  related: string[]; // ids of topics to read next
}

/** What one file says about its subject. Money is in the figures alone, and those come from the book. */
export interface Topic {
  id: string;
  title: string;
  aliases: readonly string[]; // what people type for it, in small letters
  related: readonly string[]; // either of two topics may name the other: both show it
  says(book: PriceBook): Pick<Explanation, "paragraphs" | "figures">;
}
