import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { CatalogFolder } from "../../app/ports/prices.ts";
import type { CatalogData, SkuPrice } from "../../core/catalog/catalog.ts";
import { refreshed } from "../../core/catalog/refresh/refreshed.ts";
import type { PriceReview } from "../../core/catalog/refresh/review.ts";
import { UserError } from "../../core/errors.ts";
import { rewritten } from "./rewrite/rewrite.ts";
import { catalogVersion, readCatalog, yamlFiles } from "./yaml.ts";

/** The summary's name in the folder that it is about. */
export const SUMMARY = "refresh.md";

/** The catalog's files below `folder`. What is written is made beside them first, read again whole, and then exchanged. */
export function catalogFolder(folder: string): CatalogFolder {
  return {
    read: () => readCatalog(folder),
    write: async (data, reviews, summary, out) => {
      const target = out ?? folder;
      if (out !== null && existsSync(out) && readdirSync(out).length > 0)
        throw new UserError(`${out} is not empty.`, "Name a folder that is to be made.");
      const made = `${target}.new`;
      rmSync(made, { recursive: true, force: true });
      mkdirSync(dirname(target), { recursive: true });
      try {
        cpSync(folder, made, { recursive: true });
        for (const review of reviews) rewrite(made, review, data);
        checkWhole(readCatalog(made), refreshed(data, reviews));
        writeFileSync(join(made, SUMMARY), summary);
        if (catalogVersion(folder) !== data.version)
          throw new UserError("The catalog was changed meanwhile.", "Nothing was written; run the same command again.");
        exchange(made, target);
      } finally {
        rmSync(made, { recursive: true, force: true });
      }
    },
  };
}

function rewrite(folder: string, review: PriceReview, data: CatalogData): void {
  for (const { name, text } of rewritten(yamlFiles(folder), review, data)) writeFileSync(join(folder, name), text);
}

/** Puts `made` in the place of `target`, whose files are kept until that is done. */
function exchange(made: string, target: string): void {
  const old = `${target}.old`;
  rmSync(old, { recursive: true, force: true });
  const replaced = existsSync(target);
  if (replaced) renameSync(target, old);
  try {
    renameSync(made, target);
  } catch (error) {
    if (replaced) renameSync(old, target);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}

/** The text that was written holds every price that was meant, and no other. @throws {Error} naming the first that differs. */
function checkWhole(written: CatalogData, meant: CatalogData): void {
  const line = ({ reading, ...row }: SkuPrice) =>
    [
      row.provider,
      row.skuId,
      row.regionId,
      row.pricingCategory,
      row.customers,
      row.from,
      row.listUnitPrice,
      row.currency,
      reading.asOf,
    ].join(" ");
  const [is, should] = [written, meant].map(({ prices }) => new Set(prices.map(line)));
  const extra = [...(is ?? [])].find((each) => !should?.has(each));
  const missing = [...(should ?? [])].find((each) => !is?.has(each));
  if (extra !== undefined || missing !== undefined)
    throw new Error(`The rewritten tables differ from what was meant: "${missing}" is missing, "${extra}" is too much`);
}
