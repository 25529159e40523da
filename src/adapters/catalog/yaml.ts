import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CatalogData, Provider } from "../../core/catalog/catalog.ts";
import {
  instancesOf,
  type Owner,
  pricesOf,
  type Rows,
  retiredOf,
  sustainedUseFrom,
  tiersOf,
  transfersOf,
} from "./expand.ts";
import { CatalogFaults, type FileFault, type Report } from "./faults.ts";
import { readSourceFile, type SourceFile } from "./source-file.ts";

interface Read {
  source: SourceFile;
  report: Report; // faults of this file
}

/**
 * Everything the `.yaml` files below `folder` hold. What no single file can show (dangling SKUs, doubtful prices) is
 * left to `checkCatalog`.
 * @throws {CatalogFaults} listing every fault of every file with its line.
 */
export function readCatalog(folder: string): CatalogData {
  const files = yamlFiles(folder);
  const faults: FileFault[] = [];
  const read = files.map(({ name, text }): Read => {
    const report: Report = (line, message) => void faults.push({ file: name, line, message });
    return { source: readSourceFile(text, report), report };
  });
  const providers = read.flatMap(({ source }) => source.providers.map(({ value }) => value));
  const rows = read.map((each) => rowsOf(each, providers));
  const labour = onlyOne(read, "labour");
  const policy = onlyOne(read, "policy");
  if (faults.length === 0) {
    if (labour === null) faults.push(missing("labour"));
    if (policy === null) faults.push(missing("policy"));
  }
  if (labour === null || policy === null || faults.length > 0) throw new CatalogFaults(faults);
  return {
    version: versionOf(files),
    providers,
    regions: rows.flatMap((each) => each.regions),
    places: read.flatMap(({ source }) =>
      Object.entries(source.places).map(([name, geography]) => ({ name, geography })),
    ),
    centres: read.flatMap(({ source }) => source.centres.map(({ value }) => value)),
    instanceTypes: rows.flatMap((each) => each.instanceTypes),
    retiredTypes: rows.flatMap((each) => each.retiredTypes),
    services: rows.flatMap((each) => each.services),
    prices: rows.flatMap((each) => each.prices),
    tieredPrices: rows.flatMap((each) => each.tieredPrices),
    includedTransfers: rows.flatMap((each) => each.includedTransfers),
    sustainedUse: rows.flatMap((each) => each.sustainedUse),
    platforms: read.flatMap(({ source }) => source.platforms.map(({ value }) => value)),
    fx: read.flatMap(({ source }) => source.fx.map(({ value }) => value)),
    labour,
    policy,
  };
}

/** The version that `readCatalog` would give the files below `folder`. */
export const catalogVersion = (folder: string): string => versionOf(yamlFiles(folder));

export interface YamlFile {
  name: string; // its path below the folder
  text: string;
}

/** In an order that no file system changes. */
export function yamlFiles(folder: string): YamlFile[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => name.replaceAll("\\", "/"))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
}

/** Twelve hex digits that change when a file's name or content does. */
function versionOf(files: YamlFile[]): string {
  const hash = createHash("sha256");
  for (const { name, text } of files) hash.update(`${name}\0${text}\0`);
  return hash.digest("hex").slice(0, 12);
}

const NO_ROWS: Rows = {
  prices: [],
  tieredPrices: [],
  instanceTypes: [],
  retiredTypes: [],
  includedTransfers: [],
  sustainedUse: [],
  services: [],
  regions: [],
};

function rowsOf({ source, report }: Read, providers: readonly Provider[]): Rows {
  const { prices, tiers, instances, retired, transfers, sustainedUse, services, regions } = source;
  const [first] = [
    ...prices,
    ...tiers,
    ...instances,
    ...retired,
    ...transfers,
    ...sustainedUse,
    ...services,
    ...regions,
  ];
  if (first === undefined) return NO_ROWS;
  const owner = ownerOf(source, providers);
  if (typeof owner === "string") {
    report(source.provider === undefined ? first.line : source.providerLine, owner);
    return NO_ROWS;
  }
  return {
    prices: prices.flatMap((block) => pricesOf(block, owner, report)),
    tieredPrices: tiers.flatMap((block) => tiersOf(block, owner, report)),
    instanceTypes: instances.flatMap((block) => instancesOf(block, owner, report)),
    retiredTypes: retired.flatMap((block) => retiredOf(block, owner)),
    includedTransfers: transfers.flatMap((block) => transfersOf(block, owner, report)),
    sustainedUse: sustainedUse.map((block) => sustainedUseFrom(block, owner)),
    services: services.map(({ value: { sku, name, kind } }) => ({ provider: owner.provider, skuId: sku, name, kind })),
    regions: regions.map(({ value }) => ({ provider: owner.provider, ...value })),
  };
}

/** Whose blocks a file's are, or why that cannot be said. */
function ownerOf(source: SourceFile, providers: readonly Provider[]): Owner | string {
  if (source.provider === undefined) return "a file with prices, machines, services or regions must name its provider";
  const found = providers.find(({ id }) => id === source.provider);
  if (found !== undefined) return { provider: found.id, currency: found.currency };
  return `no providers block describes ${source.provider}; known: ${providers.map(({ id }) => id).join(", ")}`;
}

/** The one block of its kind; a second is a fault. Null if there is none. */
function onlyOne<Kind extends "labour" | "policy">(
  read: readonly Read[],
  kind: Kind,
): NonNullable<Read["source"][Kind]> | null {
  const [only, ...more] = read.filter(({ source }) => source[kind] !== undefined);
  for (const { source, report } of more) report(source[`${kind}Line`], `a second ${kind} block; only one is allowed`);
  return only?.source[kind] ?? null;
}

const missing = (kind: string): FileFault => ({
  file: ".",
  line: 1,
  message: `no file has a ${kind} block; exactly one is needed`,
});
