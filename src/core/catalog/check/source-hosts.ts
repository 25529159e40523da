import { aboutRow, type CatalogRule, type Finding } from "./rule.ts";

/** A price is the provider's own or it is none: the page it names stands on one of the provider's hosts. */
export const sourceHosts: CatalogRule = {
  id: "source-host",
  says: "The source of every price is a page of its provider.",
  check: ({ data, providers }) => {
    const seen = new Set<string>(); // a source is looked at once, however many rows share it
    return [...data.prices, ...data.tieredPrices, ...data.includedTransfers].flatMap((row): Finding[] => {
      const hosts = providers.get(row.provider)?.hosts;
      const key = `${row.provider} ${row.reading.source}`;
      if (hosts === undefined || seen.has(key)) return []; // no such provider: another rule says so
      seen.add(key);
      const host = new URL(row.reading.source).hostname;
      if (hosts.some((own) => host === own || host.endsWith(`.${own}`))) return [];
      return [aboutRow(row, `${row.reading.source} is no page of ${row.provider}: ${hosts.join(", ")}`)];
    });
  },
};
