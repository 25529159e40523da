import { z } from "zod";
import {
  InstanceType,
  PRICING_CATEGORIES,
  Reading,
  Region,
  Service,
  SkuPrice,
  Stock,
  SustainedUse,
} from "../../core/catalog/catalog.ts";
import { CURRENCIES } from "../../core/question/choices.ts";
import { PRICING_UNITS } from "../../core/units.ts";

/** Readings of a block by the letter its columns and cells use; a block's `source` holds unless a reading has its own. */
const Readings = z
  .record(z.string(), Reading.partial({ source: true }).extend({ confirmed: z.iso.date().optional() })) // read again that day, unchanged
  .refine((readings) => Object.keys(readings).length > 0);

const grid = { source: z.url(), readings: Readings, table: z.string() };

/** A table of prices: a SKU a line, regions across. */
export const PriceBlock = z.strictObject({
  title: z.string().min(1),
  unit: z.enum(PRICING_UNITS),
  category: z.enum(PRICING_CATEGORIES).default("standard"),
  currency: z.enum(CURRENCIES).optional(),
  customers: SkuPrice.shape.customers.default("all"),
  from: z.iso.date().optional(),
  ...grid,
});
export type PriceBlock = z.infer<typeof PriceBlock>;

/** A price that falls with volume: a tier a line, regions across. */
export const TierBlock = z.strictObject({
  sku: z.string().min(1),
  title: z.string().min(1),
  unit: z.enum(PRICING_UNITS),
  free: z.number().nonnegative().default(0),
  currency: z.enum(CURRENCIES).optional(),
  ...grid,
});
export type TierBlock = z.infer<typeof TierBlock>;

/** GiB a month that come with a machine, regions across. */
export const TransferBlock = z.strictObject({ title: z.string().min(1).optional(), ...grid });
export type TransferBlock = z.infer<typeof TransferBlock>;

/** What running much of a month takes off by itself; the file names the provider. */
export const SustainedUseRow = SustainedUse.omit({ provider: true, reading: true }).extend(Reading.shape);
export type SustainedUseRow = z.infer<typeof SustainedUseRow>;

/** A family of machines: a type a line, its figures across. */
export const InstanceBlock = z.strictObject({
  family: z.string().min(1),
  name: z.string().min(1),
  architecture: InstanceType.shape.architecture,
  cpu: InstanceType.shape.cpu,
  gpuModel: z.string().min(1).optional(),
  gpuMemoryGB: z.number().positive().optional(),
  source: z.url(),
  via: z.string().min(1),
  stock: Stock.optional(),
  table: z.string(),
});
export type InstanceBlock = z.infer<typeof InstanceBlock>;

/** Machines without a price, by the machine that each is read as; the file names their provider. */
export const RetiredBlock = z.strictObject({
  source: z.url(),
  successors: z.record(z.string().min(1), z.string().min(1)),
});
export type RetiredBlock = z.infer<typeof RetiredBlock>;

/** A region or a service; the file names its provider. */
export const RegionRow = Region.omit({ provider: true }).extend({ preferred: z.boolean().default(false) });
export const ServiceRow = Service.omit({ provider: true, skuId: true }).extend({ sku: Service.shape.skuId });
