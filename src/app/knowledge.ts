import { nodeOptions } from "../core/capacity/node-options.ts";
import type { CatalogData } from "../core/catalog/catalog.ts";
import { priceBook } from "../core/catalog/price-book.ts";
import type { Knowledge } from "../core/decision/consider.ts";
import { namesIn, type Vocabulary, vocabularyOf } from "../language/lexicon/vocabulary.ts";
import type { CatalogSource, Clock } from "./ports/process.ts";

/** What an answer needs to know, made once a catalog and day: both are far dearer to make than to use. */
export interface Library {
  /** Today, yyyy-mm-dd, UTC. */
  today(): string;
  /** Prices as they held on a day; left out, today. */
  knowledge(asOf?: string): Knowledge;
  vocabulary(): Vocabulary;
}

/** Days asked for with `--as-of` are kept too, the least recently asked leaving first. */
const MOST_DAYS = 8;

/** A library that reads its catalog again only when the catalog changed, and keeps what was prepared for a day. */
export function library(source: CatalogSource, clock: Clock): Library {
  const days = new Map<string, Knowledge>();
  let words: { data: CatalogData; vocabulary: Vocabulary } | null = null;
  const today = () => clock.now().toISOString().slice(0, 10);
  return {
    today,
    knowledge(asOf = today()) {
      const data = source.current();
      const key = `${data.version} ${asOf}`;
      const known = days.get(key) ?? knowledgeOf(data, asOf);
      days.delete(key);
      days.set(key, known);
      const [oldest] = days.keys();
      if (days.size > MOST_DAYS && oldest !== undefined) days.delete(oldest);
      return known;
    },
    vocabulary() {
      const data = source.current();
      if (words?.data !== data) words = { data, vocabulary: vocabularyOf(namesIn(data, today())) };
      return words.vocabulary;
    },
  };
}

function knowledgeOf(data: CatalogData, asOf: string): Knowledge {
  const book = priceBook(data, asOf);
  return { book, options: nodeOptions(book) };
}
