import type { LabourProfile } from "../catalog/labour-table.ts";
import type { Platform } from "../catalog/platform.ts";
import type { PriceBook } from "../catalog/price-book.ts";
import { plainNumber } from "../cost/money.ts";
import type { Figure } from "./topic.ts";

/** The hours people spend on a platform. @throws {RangeError} where the catalog has none for it: our bug. */
export function profileOf(book: PriceBook, platform: Platform): LabourProfile {
  const profile = book.labour.profiles.find(({ id }) => id === platform.labourProfile);
  if (profile === undefined) throw new RangeError(`${platform.id} names no labour profile of the catalog`);
  return profile;
}

/** Hours of work each month and once, from beginner to expert. */
export function hoursFigure(book: PriceBook, platform: Platform): Figure {
  const { monthlyHours, setUpHours, source } = profileOf(book, platform);
  return {
    label: platform.name,
    value: `${range(monthlyHours)} h of work a month and ${range(setUpHours)} h to set up, from expert to beginner`,
    source,
    asOf: null,
  };
}

function range({ expert, beginner }: LabourProfile["monthlyHours"]): string {
  return expert === beginner ? plainNumber(expert) : `${plainNumber(expert)} to ${plainNumber(beginner)}`;
}
