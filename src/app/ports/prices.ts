import type { CatalogData, InstanceType } from "../../core/catalog/catalog.ts";
import type { Listed, PublishedPrice } from "../../core/catalog/refresh/published.ts";
import type { PriceReview } from "../../core/catalog/refresh/review.ts";

/** What a list of prices is asked for. */
export interface Wanted {
  regions: readonly string[]; // the provider's own ids
  machines: readonly InstanceType[]; // its machines that the catalog knows
  day: string; // yyyy-mm-dd
}

/** A provider's own list of prices. */
export interface PriceSource {
  provider: string;
  /** The page or API where a person can check a price of it. */
  source: string;
  via: string; // "Azure Retail Prices API"
  listed: Listed;
  /** The setting without which it cannot be asked; null where nothing is missing. */
  missing: string | null;
  /**
   * What it lists that day in those regions, and for all of them. `progress` is told how far it is.
   * @throws {UnavailableError} when it does not answer, or in another form than before.
   */
  fetch(wanted: Wanted, progress: (text: string) => void): Promise<PublishedPrice[]>;
}

/** The catalog's files, where they can be written. */
export interface CatalogFolder {
  /** Everything in them, read and checked. */
  read(): CatalogData;
  /**
   * Writes what the reviews of `data` took, and `summary` beside it: a whole copy to the folder `out`, or in place where that
   * is null. Either all of it is there afterwards, or nothing changed.
   * @throws {UserError} when the files are no longer those that `data` was read from.
   */
  write(data: CatalogData, reviews: readonly PriceReview[], summary: string, out: string | null): Promise<void>;
}

/** Where a newer catalog comes from. */
export interface CatalogUpdates {
  /**
   * The catalog that is there now, read and checked whole; null where it has the version `known`, or nothing changed since it
   * was last looked at. @throws for one that is faulty, once.
   */
  newer(known: string): Promise<CatalogData | null>;
}

/** Which catalog the processes on one store answer from. */
export interface CatalogVersions {
  /** The version that was announced last, and from when it is in use; null if none was. */
  announced(): Promise<{ version: string; from: string } | null>;
  /** Announces a version, unless it is the one that was announced last: then gives what was said of it. */
  announce(version: string, from: string): Promise<{ version: string; from: string }>;
}
