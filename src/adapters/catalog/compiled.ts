import { existsSync, readFileSync } from "node:fs";
import type { CatalogData, Reading, SkuPrice } from "../../core/catalog.ts";
import { catalogVersion } from "./yaml.ts";

/** A catalog in which each reading, shared by hundreds of prices, stands once: prices give its place in the list. */
interface Compiled extends Omit<CatalogData, "prices"> {
  readings: Reading[];
  prices: (Omit<SkuPrice, "reading"> & { reading: number })[];
}

/** The catalog as JSON text, which is read ten times faster than its YAML. */
export function compiled(data: CatalogData): string {
  const places = new Map<Reading, number>();
  const placeOf = (reading: Reading): number => {
    const place = places.get(reading) ?? places.size;
    places.set(reading, place);
    return place;
  };
  const prices = data.prices.map((price) => ({ ...price, reading: placeOf(price.reading) }));
  const whole: Compiled = { ...data, prices, readings: [...places.keys()] };
  return JSON.stringify(whole);
}

/**
 * The catalog that the build compiled into `file`, as it was read and checked then. Null where there is none, or the YAML
 * files below `folder` are others by now.
 */
export function compiledCatalog(file: string | URL, folder: string): CatalogData | null {
  if (!existsSync(file)) return null;
  const data = uncompiled(readFileSync(file, "utf8"));
  return data.version === catalogVersion(folder) ? data : null;
}

/** The catalog in a text that `compiled` made. What it holds is not checked. */
export function uncompiled(json: string): CatalogData {
  const { readings, prices, ...rest }: Compiled = JSON.parse(json);
  const reading = (place: number) => {
    const found = readings[place];
    if (found === undefined) throw new Error(`The compiled catalog has no reading ${place}: run npm run build`);
    return found;
  };
  return { ...rest, prices: prices.map((price) => ({ ...price, reading: reading(price.reading) })) };
}
