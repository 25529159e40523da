import type { PriceBook } from "../../catalog/price-book.ts";
import { featureFigures } from "../figures.ts";
import type { Topic } from "../topic.ts";

export const sovereignty: Topic = {
  id: "sovereignty",
  title: "Residency and sovereignty",
  aliases: [
    "sovereignty",
    "eu sovereignty",
    "sovereign",
    "data residency",
    "residency",
    "cloud act",
    "gdpr",
    "schrems",
  ],
  related: ["hipaa"],
  says: (book: PriceBook) => ({
    paragraphs: [
      "Residency asks where the data lies. A region in the EU answers it, whoever owns the provider.",
      "Sovereignty asks whose law reaches the data. A company of the United States answers to the CLOUD Act wherever its machines stand, so an EU region of such a company gives residency and not sovereignty. For that the provider itself has to be owned in the EU.",
      "Ask which of the two is meant: it decides between nearly all platforms and a few. Whether a law demands one or the other is a question for a lawyer.",
    ],
    figures: [
      ...book.providers.map(({ name, ownedIn, source }) => ({
        label: name,
        value: `owned in ${ownedIn}`,
        source,
        asOf: null,
      })),
      ...featureFigures(book, "eu-sovereignty", ({ features }) => features["eu-sovereignty"]?.status === "yes"),
    ],
  }),
};
