import type { Command } from "commander";
import type { CatalogData, Reading } from "../../core/catalog/catalog.ts";
import { catalogNotices, checkCatalog } from "../../core/catalog/check/index.ts";
import type { Fault } from "../../core/catalog/check/rule.ts";
import { type PriceBook, priceBook } from "../../core/catalog/price-book.ts";
import { UserError } from "../../core/errors.ts";
import { comparisonText } from "./catalog-compare.ts";
import { coveragePage, coverageTable } from "./catalog-coverage.ts";
import type { CatalogParts } from "./catalog-parts.ts";
import { columns } from "./columns.ts";
import { checkedDay } from "./day.ts";
import { EXIT, type ExitCode, type Io } from "./io.ts";
import { addRefreshCommand } from "./refresh-command.ts";
import { readText } from "./requirement-file.ts";

/** One priced row, flat: what `catalog list --json` prints. Tiers are a row each. */
interface PricedRow {
  provider: string;
  skuId: string;
  regionId: string;
  pricingCategory: string;
  fromQuantity: number; // where a tier begins; 0 for prices without tiers
  pricingUnit: string;
  listUnitPrice: number;
  currency: string;
  from: string; // the first day it is known to hold
  customers: string;
  source: string;
  via: string;
  asOf: string;
  confidence: string;
}

/** `catalog check|list|show|coverage|compare|refresh`. */
export function addCatalogCommand(
  program: Command,
  { io, catalog, refresh, today }: CatalogParts,
  end: (code: ExitCode) => void,
): void {
  const command = program
    .command("catalog")
    .description("look into the prices and platforms that answers are made from");
  command
    .command("check")
    .description("lint the catalog: every fault, and every reading that is past its limit")
    .action(async () => end(check(io, await catalog(), today())));
  command
    .command("list")
    .description("list every priced row")
    .option("--provider <id>", "only this provider's")
    .option("--region <id>", "only those that hold in this region")
    .option("--as-of <date>", "as the prices held on this day, yyyy-mm-dd")
    .option("--json", "as JSON")
    .action(async (options: { provider?: string; region?: string; asOf?: string; json?: true }) => {
      const rows = pricedRows(priceBook(await catalog(), checkedDay(options.asOf ?? today()))).filter(
        (row) =>
          (options.provider ?? row.provider) === row.provider && (options.region ?? row.regionId) === row.regionId,
      );
      if (rows.length === 0)
        throw new UserError("No price is listed there.", "`k8s-advise catalog list` shows them all.");
      io.out(options.json ? JSON.stringify(rows, null, 2) : listing(rows));
    });
  command
    .command("show <sku>")
    .description("show one SKU: what it is, and every price with its source and date")
    .option("--as-of <date>", "as the prices held on this day, yyyy-mm-dd")
    .action(async (sku: string, options: { asOf?: string }) =>
      io.out(shown(sku, priceBook(await catalog(), options.asOf ?? today()))),
    );
  command
    .command("coverage")
    .description("show which regions and families are priced, and how old the prices are")
    .option("--as-of <date>", "on this day, yyyy-mm-dd")
    .option("--markdown", "as a page: families by region")
    .action(async (options: { asOf?: string; markdown?: true }) => {
      const book = priceBook(await catalog(), checkedDay(options.asOf ?? today()));
      io.out(options.markdown ? coveragePage(book).trimEnd() : coverageTable(book));
    });
  command
    .command("compare <file>")
    .description("list what differs from somebody else's figures: CSV with provider,sku,region,price")
    .action(async (file: string) =>
      io.out(comparisonText(await readText(file, io), priceBook(await catalog(), today()))),
    );
  addRefreshCommand(command, { io, refresh, today });
}

function check(io: Io, data: CatalogData, today: string): ExitCode {
  const faults = checkCatalog(data, today);
  for (const fault of faults) io.err(`${fault.rule}: ${aboutText(fault)}`);
  for (const notice of catalogNotices(data, today)) io.out(`To read again: ${aboutText(notice)}`);
  const counted = `${data.prices.length + data.tieredPrices.length} prices, ${data.instanceTypes.length} machines, ${data.platforms.length} platforms`;
  io.out(faults.length === 0 ? `The catalog is sound: ${counted}.` : `${faults.length} faults in ${counted}.`);
  return faults.length === 0 ? EXIT.answered : EXIT.ours;
}

/** "aws m7i.large us-east-1: 5 is negative": what it is about, then what is wrong. */
const aboutText = ({ provider, skuId, regionId, message }: Fault) =>
  `${[provider, skuId, regionId].filter((part) => part !== null).join(" ")}: ${message}`;

function pricedRows(book: PriceBook): PricedRow[] {
  const flat = book.prices.map((row) => ({
    provider: row.provider,
    skuId: row.skuId,
    regionId: row.regionId,
    pricingCategory: row.pricingCategory,
    fromQuantity: 0,
    pricingUnit: row.pricingUnit,
    listUnitPrice: row.listUnitPrice,
    currency: row.currency,
    from: row.from,
    customers: row.customers,
    ...origin(row.reading),
  }));
  const tiers = book.tieredPrices.flatMap((row) =>
    row.tiers.map((tier) => ({
      provider: row.provider,
      skuId: row.skuId,
      regionId: row.regionId,
      pricingCategory: "standard",
      fromQuantity: tier.from,
      pricingUnit: row.pricingUnit,
      listUnitPrice: tier.listUnitPrice,
      currency: row.currency,
      from: row.reading.asOf,
      customers: "all",
      ...origin(row.reading),
    })),
  );
  return [...flat, ...tiers];
}

const origin = ({ source, via, asOf, confidence }: Reading) => ({ source, via, asOf, confidence });

function listing(rows: readonly PricedRow[]): string {
  const head = ["PROVIDER", "SKU", "REGION", "PRICE", "PER", "KIND", "READ", "CONFIDENCE"];
  return columns([head, ...rows.map(priceCells)], [3]);
}

const priceCells = (row: PricedRow) => [
  row.provider,
  row.fromQuantity > 0 ? `${row.skuId} from ${row.fromQuantity}` : row.skuId,
  row.regionId,
  `${row.listUnitPrice} ${row.currency}`,
  row.pricingUnit,
  row.customers === "all" ? row.pricingCategory : `${row.pricingCategory}, existing`,
  row.asOf,
  row.confidence,
];

function shown(sku: string, book: PriceBook): string {
  const named = book.findInstanceTypes(sku);
  const wanted = new Set([sku, ...named.map(({ id }) => id)].map((id) => id.toLowerCase()));
  const rows = pricedRows(book).filter((row) => wanted.has(row.skuId.toLowerCase()));
  if (rows.length === 0)
    throw new UserError(`No SKU "${sku}" has a price in the catalog.`, "`k8s-advise catalog list` shows them all.");
  const machines = named.map(
    (type) =>
      `${type.provider} ${type.id}: ${type.vcpu} vCPU, ${type.memoryGiB} GiB, ${type.architecture}, ${type.cpu} CPU, ${type.familyName}${type.maxPods === null ? "" : `, up to ${type.maxPods} pods`}${type.stock === null ? "" : `. ${type.stock.says}`}`,
  );
  const services = book.services
    .filter((service) => wanted.has(service.skuId.toLowerCase()))
    .map((service) => `${service.provider} ${service.skuId}: ${service.name}`);
  const sources = [
    ...new Set(rows.map((row) => `${row.source}\n  read via ${row.via}, ${row.asOf}, ${row.confidence}`)),
  ];
  return [...machines, ...services, "", listing(rows), "", "Sources:", ...sources].join("\n");
}
