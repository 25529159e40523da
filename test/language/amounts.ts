import type { PriceBook } from "../../src/core/catalog/price-book.ts";
import type { Currency } from "../../src/core/question/choices.ts";
import { HOURS_PER_MONTH } from "../../src/core/units.ts";
import type { MeaningKey } from "./annotation.ts";

const BYTES: Record<string, number> = { MB: 1e6, GB: 1e9, TB: 1e12, MiB: 2 ** 20, GiB: 2 ** 30, TiB: 2 ** 40 };
const BINARY: Record<string, string> = { MB: "MiB", GB: "GiB", TB: "TiB" };
const TIMES: Record<string, number> = { hour: HOURS_PER_MONTH, day: HOURS_PER_MONTH / 24, week: HOURS_PER_MONTH / 168 };
const MONEY: readonly MeaningKey[] = ["budgetUsd", "spendTodayUsd", "labourRateUsd", "outageCostUsdPerHour"];

/** Whether two readings of a key say the same. Rounding apart, figures are equal to a thousandth. */
export function isSame(key: MeaningKey, expected: unknown, actual: unknown, book: PriceBook): boolean {
  if (key === "features") return [expected].flat().every((each) => [actual].flat().includes(each));
  if (key === "priorities") return JSON.stringify(expected) === JSON.stringify(actual);
  if (Array.isArray(expected)) return expected.some((each) => isSame(key, each, actual, book));
  if (key === "region") return isPlace(String(expected), String(actual), book);
  if (key === "gpuModel" || key === "instanceType") return isNamed(String(expected), actual);
  return readings(key, expected, book).some((reading) => isClose(reading, actual));
}

const isClose = (expected: unknown, actual: unknown): boolean =>
  typeof expected === "number" && typeof actual === "number"
    ? Math.abs(expected - actual) <= Math.abs(expected) * 0.001
    : expected === actual;

/** The figures that an expected value stands for. Memory in GB is what people say for GiB, too: both are right. */
function readings(key: MeaningKey, expected: unknown, book: PriceBook): unknown[] {
  if (typeof expected !== "string") return [expected];
  const [figure = "", unit = "", per = ""] = expected.split(/[ /]/);
  const amount = Number(figure);
  if (MONEY.includes(key)) return [book.convert(amount, unit as Currency, "USD")];
  if (!(unit in BYTES)) return [expected];
  const scale = (TIMES[per] ?? 1) / (key === "memoryMiB" ? 2 ** 20 : 2 ** 30);
  const isMemory = key === "memoryMiB" || key === "memoryGiB";
  const units = isMemory ? [unit, BINARY[unit] ?? unit] : [unit];
  return units.map((each) => amount * (BYTES[each] ?? 0) * scale);
}

/** A geography holds all its regions; of a region named by its id only that one is right. */
function isPlace(expected: string, actual: string, book: PriceBook): boolean {
  return expected === actual || book.geographyOf(actual) === expected;
}

/** A name as catalogs write it: case, dashes and spaces apart, "A100" stands for "NVIDIA A100 80GB". */
function isNamed(expected: string, actual: unknown): boolean {
  const bare = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9.+]/g, "");
  return typeof actual === "string" && bare(actual).includes(bare(expected));
}
