import type {
  CatalogData,
  IncludedTransfer,
  InstanceType,
  Reading,
  RetiredType,
  SkuPrice,
  SustainedUse,
  TieredPrice,
} from "../../core/catalog/catalog.ts";
import { groupBy } from "../../core/group-by.ts";
import type { Currency } from "../../core/question/choices.ts";
import type { Report } from "./faults.ts";
import type {
  InstanceBlock,
  PriceBlock,
  RetiredBlock,
  SustainedUseRow,
  TierBlock,
  TransferBlock,
} from "./file-schema.ts";
import type { Entry } from "./source-file.ts";
import { type GridCell, readGrid, readNumber, readTable, type Table } from "./table.ts";

/** The provider a block belongs to. */
export interface Owner {
  provider: string;
  currency: Currency; // its own, where a block names none
}

/** The price rows of a block: one for each known cell of its table. */
export function pricesOf(block: Entry<PriceBlock>, owner: Owner, report: Report): SkuPrice[] {
  const { value } = block;
  return cellsOf(block, report).map(({ row, regionId, value: listUnitPrice, reading, firstRead }) => ({
    provider: owner.provider,
    skuId: row,
    regionId,
    pricingCategory: value.category,
    pricingUnit: value.unit,
    listUnitPrice,
    currency: value.currency ?? owner.currency,
    from: value.from ?? firstRead,
    customers: value.customers,
    reading,
  }));
}

/** The tiered prices of a block: one for each region. A tier unknown in a region does not begin there. */
export function tiersOf(block: Entry<TierBlock>, owner: Owner, report: Report): TieredPrice[] {
  const { sku: skuId, unit: pricingUnit, free, currency = owner.currency } = block.value;
  const steps = [...groupBy(cellsOf(block, report), ({ line }) => line)].flatMap(([line, cells]) => {
    const from = Number(cells[0]?.row);
    if (from >= 0) return cells.map((cell) => ({ ...cell, from }));
    report(line, `the first column says where a tier begins, as a number; got "${cells[0]?.row}"`);
    return [];
  });
  return [...groupBy(steps, ({ regionId }) => regionId)].flatMap(([regionId, cells]) => {
    const reading = cells[0]?.reading;
    if (reading === undefined) return [];
    const other = cells.find((cell) => cell.reading !== reading);
    if (other !== undefined) report(other.line, `the tiers in ${regionId} share one reading; name it in the head`);
    const tiers = cells.map(({ from, value }) => ({ from, listUnitPrice: value }));
    return [{ provider: owner.provider, skuId, regionId, pricingUnit, currency, free, tiers, reading }];
  });
}

/** The included transfer a block states: one for each known cell of its table. */
export function transfersOf(block: Entry<TransferBlock>, owner: Owner, report: Report): IncludedTransfer[] {
  return cellsOf(block, report).map(({ row, regionId, value: includedGiB, reading }) => ({
    provider: owner.provider,
    skuId: row,
    regionId,
    includedGiB,
    reading,
  }));
}

/** The known figures of a block, and the day each was first read: its reading has the day it was last found unchanged. */
function cellsOf(
  block: Entry<PriceBlock | TierBlock | TransferBlock>,
  report: Report,
): (GridCell & { firstRead: string })[] {
  const { source, readings } = block.value;
  const firstRead = new Map<Reading, string>();
  const named = Object.entries(readings).map(([name, { confirmed, ...first }]): [string, Reading] => {
    const reading = { ...first, source: first.source ?? source, asOf: confirmed ?? first.asOf };
    firstRead.set(reading, first.asOf);
    return [name, reading];
  });
  const read = readTable(block.table, report);
  if (read === null) return [];
  return readGrid(read, new Map(named), report).map((cell) => ({
    ...cell,
    firstRead: firstRead.get(cell.reading) ?? cell.reading.asOf,
  }));
}

const NECESSARY = ["type", "vcpu", "memoryGiB"];
const COLUMNS = [...NECESSARY, "maxPods", "gpus", "localDiskGiB", "baselinePercent"];

/** The machines of a family: one a row. */
export function instancesOf(block: Entry<InstanceBlock>, owner: Owner, report: Report): InstanceType[] {
  const { value } = block;
  const table = readTable(block.table, report);
  if (table === null) return [];
  const faulty =
    NECESSARY.some((column) => !table.head.includes(column)) || table.head.some((column) => !COLUMNS.includes(column));
  if (faulty || table.head[0] !== "type") {
    report(table.line, `the head must be ${NECESSARY.join(" ")}, then any of ${COLUMNS.slice(3).join(" ")}`);
    return [];
  }
  const shared = {
    provider: owner.provider,
    family: value.family,
    familyName: value.name,
    architecture: value.architecture,
    cpu: value.cpu,
    gpuModel: value.gpuModel ?? null,
    gpuMemoryGB: value.gpuMemoryGB ?? null,
    stock: value.stock ?? null,
    reading: { source: value.source, via: value.via },
  };
  return table.rows.flatMap((row) => {
    const figures = figuresOf(table, row, report);
    return figures === null ? [] : [{ ...shared, id: row.cells[0] ?? "", ...figures }];
  });
}

function figuresOf(table: Table, { line, cells }: Table["rows"][number], report: Report) {
  const read = (column: string): number | null | undefined => {
    const cell = cells[table.head.indexOf(column)] ?? "-";
    const figure = readNumber(cell, `${cells[0]}: ${column}`, line, report);
    const whole = column === "gpus" || column === "maxPods";
    if (figure == null || (figure >= 0 && (!whole || Number.isInteger(figure)))) return figure;
    report(line, `${cells[0]}: ${column} must be ${whole ? "a whole number, " : ""}0 or more; got ${cell}`);
    return undefined;
  };
  const vcpu = read("vcpu");
  const memoryGiB = read("memoryGiB");
  const maxPods = read("maxPods");
  const gpus = read("gpus");
  const localDiskGiB = read("localDiskGiB");
  const baselinePercent = read("baselinePercent");
  if (vcpu === undefined || memoryGiB === undefined) return null;
  if (maxPods === undefined || gpus === undefined || localDiskGiB === undefined || baselinePercent === undefined)
    return null;
  if (!vcpu || !memoryGiB || maxPods === 0) {
    report(line, `${cells[0]}: vcpu, memoryGiB and maxPods must be more than 0`);
    return null;
  }
  return { vcpu, memoryGiB, maxPods, gpus: gpus ?? 0, localDiskGiB, baselinePercent };
}

/** What a rule takes off by itself, as the catalog keeps it. */
export function sustainedUseFrom({ value }: Entry<SustainedUseRow>, { provider }: Owner): SustainedUse {
  const { families, percentOff, ...reading } = value;
  return { provider, families, percentOff, reading };
}

/** The retired machines of a block, each with its successor. */
export const retiredOf = ({ value: { source, successors } }: Entry<RetiredBlock>, { provider }: Owner): RetiredType[] =>
  Object.entries(successors).map(([id, successor]) => ({ provider, id, successor, source }));

export type Rows = Pick<
  CatalogData,
  | "prices"
  | "tieredPrices"
  | "instanceTypes"
  | "retiredTypes"
  | "includedTransfers"
  | "sustainedUse"
  | "services"
  | "regions"
>;
