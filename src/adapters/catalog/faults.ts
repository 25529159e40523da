import { z } from "zod";

/** One thing wrong with a file of the catalog, at its line (from 1). */
export interface FileFault {
  file: string; // relative to the catalog's folder
  line: number;
  message: string; // what is wrong, what was allowed
}

/** Takes what is wrong with a line of the file. */
export type Report = (line: number, message: string) => void;

/** Everything wrong with the catalog's files, at once, in the order of files and lines. */
export class CatalogFaults extends Error {
  readonly faults: readonly FileFault[];
  constructor(faults: readonly FileFault[]) {
    const sorted = faults.toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
    const lines = sorted.map(({ file, line, message }) => `${file}:${line}: ${message}`);
    super(`The catalog has ${faults.length === 1 ? "a fault" : `${faults.length} faults`}:\n${lines.join("\n")}`);
    this.name = "CatalogFaults";
    this.faults = sorted;
  }
}

/** A zod error map: what came and what was allowed, for whoever edits the file. */
export function describeIssue(issue: z.core.$ZodRawIssue): string {
  const came = issue.input === undefined ? "missing" : `got ${brief(issue.input)}`;
  switch (issue.code) {
    case "unrecognized_keys":
      return `unknown key ${issue.keys.join(", ")}${allowedKeys(issue.inst)}`;
    case "invalid_value":
      return `must be one of ${issue.values.join(", ")}; ${came}`;
    case "invalid_type":
      return `must be ${issue.expected === "int" ? "a whole number" : `of type ${issue.expected}`}; ${came}`;
    case "too_small":
      return `must be ${issue.inclusive === false ? "more than" : "at least"} ${issue.minimum}; ${came}`;
    case "too_big":
      return `must be ${issue.inclusive === false ? "less than" : "at most"} ${issue.maximum}; ${came}`;
    case "invalid_format":
      return `must be ${FORMATS.get(issue.format) ?? issue.format}; ${came}`;
    default:
      return `none of the allowed forms; ${came}`;
  }
}

const FORMATS: ReadonlyMap<string, string> = new Map<string, string>([
  ["url", "a full URL"],
  ["date", "a date like 2026-07-20"],
  ["regex", "well formed"],
]);

function allowedKeys(schema: unknown): string {
  return schema instanceof z.ZodObject ? `; allowed: ${Object.keys(schema.shape).join(", ")}` : "";
}

function brief(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
