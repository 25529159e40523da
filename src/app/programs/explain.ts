import { z } from "zod";
import { PriceAges, priceAges } from "../../core/catalog/price-ages.ts";
import { UserError } from "../../core/errors.ts";
import { explain, findTopic } from "../../core/explain/explain.ts";
import { TOPICS } from "../../core/explain/topics/index.ts";
import type { Library } from "../knowledge.ts";

/** A word of the trade that somebody wants explained. */
export const ExplainRequest = z.strictObject({ topic: z.string().min(1).max(200) });

const Figure = z.strictObject({
  label: z.string(),
  value: z.string(),
  source: z.url(),
  asOf: z.iso.date().nullable(), // null for rules and estimates, which carry no date
});

/** A word of the trade in plain language, with figures that can be checked. */
export const ExplainJson = z.strictObject({
  topic: z.string(),
  title: z.string(),
  paragraphs: z.array(z.string()),
  figures: z.array(Figure),
  related: z.array(z.string()),
  asOf: z.iso.date(), // the day whose figures these are
  prices: PriceAges.nullable(),
});
export type ExplainJson = z.infer<typeof ExplainJson>;

/** A topic explained with today's figures. @throws {UserError} naming the topics there are, for one that is none. */
export function explainOf(library: Library, { topic }: z.infer<typeof ExplainRequest>): ExplainJson {
  const { book } = library.knowledge();
  const id = findTopic(topic);
  const explanation = id === null ? null : explain(id, book);
  if (explanation === null)
    throw new UserError(
      `There is no explanation of "${topic}".`,
      `Topics: ${TOPICS.map((each) => each.id).join(", ")}.`,
    );
  const dated = explanation.figures.flatMap(({ source, asOf }) => (asOf === null ? [] : [{ source, asOf }]));
  return { ...explanation, asOf: book.asOf, prices: priceAges(dated, book.asOf) };
}
