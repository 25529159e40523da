import { z } from "zod";
import { UserError } from "../../core/errors.ts";

/** The day given to an option. @throws {UserError} when there is no such day. */
export function checkedDay(day: string, option = "--as-of"): string {
  if (z.iso.date().safeParse(day).success) return day;
  throw new UserError(`${option} ${day} is no day.`, "Write it as 2026-01-25.");
}
