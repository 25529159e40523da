import { coverageOf, type RegionCoverage } from "../../core/catalog/coverage.ts";
import type { PriceBook } from "../../core/catalog/price-book.ts";
import { columns } from "./columns.ts";

const HEAD = ["PROVIDER", "REGION", "PLACE", "MACHINES", "FAMILIES", "SPOT", "COMMITTED", "SERVICES", "OLDEST"];

/** Providers and regions with what is priced in each, and the age in days of the oldest machine price; `!` is past its limit. */
export function coverageTable(book: PriceBook): string {
  const coverage = coverageOf(book);
  const priced = coverage.filter(({ families }) => families.length > 0);
  const sum = `${priced.length} of ${coverage.length} regions of ${book.providers.length} providers are priced, as of ${book.asOf}.`;
  return [columns([HEAD, ...coverage.map(cells)], [3, 4, 5, 6, 7, 8]), "", sum].join("\n");
}

function cells({ provider, region, families, services }: RegionCoverage): string[] {
  const total = (of: (family: RegionCoverage["families"][number]) => number) =>
    String(families.reduce((sum, family) => sum + of(family), 0));
  const oldest = Math.max(...families.map(({ oldestDays }) => oldestDays));
  return [
    provider,
    region.id,
    region.place,
    total(({ machines }) => machines),
    String(families.length),
    total(({ spot }) => spot),
    total(({ committed }) => committed),
    String(services),
    families.length === 0 ? "-" : `${oldest}${families.some(({ stale }) => stale) ? "!" : ""}`,
  ];
}

/** The same as a page: a heat map of families by region, each cell the age in days of its oldest price. */
export function coveragePage(book: PriceBook): string {
  const byProvider = book.providers.map((provider) => ({
    provider,
    regions: coverageOf(book).filter((each) => each.provider === provider.id && each.families.length > 0),
  }));
  const sections = byProvider
    .filter(({ regions }) => regions.length > 0)
    .map(({ provider, regions }) => {
      const families = [...new Set(regions.flatMap((each) => each.families.map(({ family }) => family)))].sort();
      const row = (family: string) =>
        `| ${family} | ${regions.map((each) => heat(each.families.find((one) => one.family === family))).join(" | ")} |`;
      return [
        `## ${provider.name}`,
        "",
        `A price is old here after ${provider.priceLimitDays} days.`,
        "",
        `| Family | ${regions.map(({ region }) => region.id).join(" | ")} |`,
        `| --- | ${regions.map(() => "---:").join(" | ")} |`,
        ...families.map(row),
      ].join("\n");
    });
  const opening = `# What is priced where\n\nDays since the oldest price of a family in a region was read, as of ${book.asOf}; **bold** is past the provider's limit, and an empty cell has no price. \`k8s-advise catalog coverage --markdown\` prints it.`;
  return `${[opening, ...sections].join("\n\n")}\n`;
}

const heat = (family: RegionCoverage["families"][number] | undefined) =>
  family === undefined ? "" : family.stale ? `**${family.oldestDays}**` : String(family.oldestDays);
