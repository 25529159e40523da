import type { PriceBook } from "../../catalog/price-book.ts";
import type { Topic } from "../topic.ts";

export const region: Topic = {
  id: "region",
  title: "A region",
  aliases: ["regions", "geography", "data center region", "where to run"],
  related: ["zones", "egress", "sovereignty"],
  says: (book: PriceBook) => ({
    paragraphs: [
      "A region is a place where a provider has machines, such as Frankfurt or Virginia, with one or several zones in it. Whoever uses your service notices the distance: across an ocean each answer takes about a tenth of a second longer.",
      "Prices differ by region, for some machines by half. Law may decide too: data that must stay in a country needs a region there, and sometimes a provider that is owned there.",
      "Without a word from you Northern Virginia or the nearest to it is planned, where most lists are cheapest; name a city or country to change that.",
    ],
    figures: book.providers.flatMap(({ id, name, source }) => {
      const places = book.regions.filter(({ provider }) => provider === id).map(({ place }) => place);
      if (places.length === 0) return [];
      return [
        {
          label: name,
          value: `${places.length} regions with prices here, among them ${places.slice(0, 4).join(", ")}`,
          source,
          asOf: null,
        },
      ];
    }),
  }),
};
