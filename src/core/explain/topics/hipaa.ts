import type { PriceBook } from "../../catalog/price-book.ts";
import { featureFigures } from "../figures.ts";
import type { Topic } from "../topic.ts";

export const hipaa: Topic = {
  id: "hipaa",
  title: "HIPAA and other compliance",
  aliases: ["hipaa", "baa", "compliance", "soc2", "soc 2", "pci", "pci dss", "fedramp", "health data", "audit"],
  related: ["sovereignty", "managed-vs-self-managed"],
  says: (book: PriceBook) => ({
    paragraphs: [
      "Whoever keeps health data of people in the United States for somebody else needs a business associate agreement with each provider that touches it. A provider that signs none cannot be used, however good its security is.",
      "The agreement and the provider's certificates cover the provider's part: buildings, machines, the managed control plane. Access, encryption, logs, backups and updates inside the cluster are yours to set up and to prove. With a self-managed cluster that is nearly everything.",
      "The same division holds for SOC 2 and PCI DSS. This is the view of an engineer, not legal advice; read the agreement and the list of services it covers.",
    ],
    figures: featureFigures(book, "hipaa"),
  }),
};
