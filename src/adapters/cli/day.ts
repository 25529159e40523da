import { z } from "zod";
import { UserError } from "../../core/errors.ts";

/** The day given to `--as-of`. @throws {UserError} when there is no such day. */
export function checkedDay(day: string): string {
  if (z.iso.date().safeParse(day).success) return day;
  throw new UserError(`--as-of ${day} is no day.`, "Write it as 2026-01-25.");
}
