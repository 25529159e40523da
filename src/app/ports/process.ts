import type { CatalogData } from "../../core/catalog/catalog.ts";

/** Gives the catalog, and a new one after its files changed. */
export interface CatalogSource {
  /** The catalog as read and checked at start. */
  current(): CatalogData;
}

/** Today's date and time; tests fix it. */
export interface Clock {
  now(): Date;
}

/** Where the process tells its operator what happened: constant text with fields, never a token or what a person typed. */
export interface Log {
  info(fields: Record<string, unknown>, text: string): void;
  warn(fields: Record<string, unknown>, text: string): void;
  error(fields: Record<string, unknown>, text: string): void;
}
