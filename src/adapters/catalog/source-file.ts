import { isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { z } from "zod";
import { FxRate, Provider } from "../../core/catalog.ts";
import { LabourTable } from "../../core/labour-table.ts";
import { Platform } from "../../core/platform.ts";
import { GEOGRAPHIES } from "../../core/requirement.ts";
import { describeIssue } from "./faults.ts";
import { InstanceBlock, PriceBlock, RegionRow, ServiceRow, TierBlock, TransferBlock } from "./file-schema.ts";
import type { Report } from "./table.ts";

/** A checked entry of a list, and where in its file it stands. */
export interface Entry<T> {
  value: T;
  line: number;
  tableLine: number; // the first line of its table; the entry's own line where it has none
}

export type SourceFile = ReturnType<typeof readSourceFile>;

/** What one YAML file holds. Every fault is reported; a faulty entry is left out and does not hide the next. */
export function readSourceFile(text: string, report: Report) {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, logLevel: "error" });
  const lineAt = (offset: number) => Math.max(1, lineCounter.linePos(offset).line);
  for (const error of document.errors) report(lineAt(error.pos[0]), `not YAML: ${error.message}`);
  const value: unknown = document.errors.length > 0 ? {} : (document.toJS() ?? {});
  const root = document.contents;
  const content = z.record(z.string(), z.unknown()).safeParse(value).data;
  if (content === undefined) report(1, "a file must be a map of blocks");
  const lineOf = (path: PropertyKey[]) => lineAt(locate(root, path).offset);

  function checked<S extends z.ZodType>(schema: S, found: unknown, path: PropertyKey[]): z.output<S> | undefined {
    const result = schema.safeParse(found, { error: describeIssue, reportInput: true });
    for (const issue of result.error?.issues ?? []) {
      const key = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
      report(lineOf([...path, ...issue.path, ...key]), `${[...path, ...issue.path].join(".")}: ${issue.message}`);
    }
    return result.data;
  }
  const one = <S extends z.ZodType>(key: string, schema: S) => {
    const found = content?.[key];
    return found === undefined ? undefined : checked(schema, found, [key]);
  };
  const list = <S extends z.ZodType>(key: string, schema: S): Entry<z.output<S>>[] =>
    (one(key, z.array(z.unknown())) ?? []).flatMap((found, index) => {
      const path = [key, index];
      const entry = checked(schema, found, path);
      if (entry === undefined) return [];
      const line = lineOf(path);
      const { node: table } = locate(root, [...path, "table"]);
      if (table === null) return [{ value: entry, line, tableLine: line }];
      const tableLine = lineOf([...path, "table"]) + 1;
      if (isScalar(table) && table.type === "BLOCK_LITERAL") return [{ value: entry, line, tableLine }];
      report(tableLine - 1, `${[...path, "table"].join(".")}: must be a block of lines, begun with "table: |"`);
      return [];
    });

  const file = {
    provider: one("provider", z.string().min(1)),
    prices: list("prices", PriceBlock),
    tiers: list("tiers", TierBlock),
    instances: list("instances", InstanceBlock),
    transfers: list("transfers", TransferBlock),
    services: list("services", ServiceRow),
    regions: list("regions", RegionRow),
    providers: list("providers", Provider),
    places: one("places", z.record(z.string().min(1), z.enum(GEOGRAPHIES))) ?? {},
    fx: list("fx", FxRate),
    platforms: list("platforms", Platform),
    labour: one("labour", LabourTable),
  };
  for (const key of Object.keys(content ?? {})) {
    if (!(key in file)) report(lineOf([key]), `unknown key ${key}; allowed: ${Object.keys(file).join(", ")}`);
  }
  return { ...file, lineOf };
}

/** Where the deepest part of `path` that the file has begins, and the node at the whole path; null where it ends before. */
function locate(root: Node | null, path: readonly PropertyKey[]): { offset: number; node: unknown } {
  let node: unknown = root;
  let offset = 0;
  for (const step of path) {
    const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && key.value === step) : undefined;
    const item = isSeq(node) ? node.items[Number(step)] : undefined;
    const start = pair?.key ?? item;
    if (!isNode(start)) return { offset, node: null };
    offset = start.range?.[0] ?? offset;
    node = pair === undefined ? item : pair.value;
  }
  return { offset, node };
}
