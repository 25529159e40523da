import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { Report } from "./faults.ts";
import type { TableText } from "./table.ts";

/** A YAML file's content, and where its parts stand. Lines count from 1. */
export interface LocatedDocument {
  content: unknown; // tables are blank in it
  /** The line of the deepest part of `path` that the file has. */
  lineOf(path: readonly PropertyKey[]): number;
  /** The table under the key at `path`; null if there is none. */
  tableAt(path: readonly PropertyKey[]): TableText | null;
}

/** The document in `text`. What is not YAML is reported, and leaves the document empty. */
export function readDocument(text: string, report: Report): LocatedDocument {
  const { rest, tables } = withoutTables(text);
  const lineCounter = new LineCounter();
  const document = parseDocument(rest, { lineCounter, prettyErrors: false, logLevel: "error" });
  const lineAt = (offset: number) => Math.max(1, lineCounter.linePos(offset).line);
  for (const error of document.errors) report(lineAt(error.pos[0]), `not YAML: ${error.message}`);
  const lineOf = (path: readonly PropertyKey[]) => lineAt(offsetOf(document.contents, path));
  return {
    content: document.errors.length > 0 ? {} : (document.toJS() ?? {}),
    lineOf,
    tableAt: (path) => tables.get(lineOf(path) + 1) ?? null,
  };
}

const TABLE_KEY = /^( *(?:- +)?)table: *\|/;

/**
 * `text` with the rows of its tables blank, so that each line keeps its number; the tables by the line they begin on.
 * Tables are most of the catalog, and a YAML parser takes several times as long to find nothing in them.
 */
function withoutTables(text: string): { rest: string; tables: Map<number, TableText> } {
  const tables = new Map<number, TableText>();
  const lines = text.split("\n");
  for (let index = 0; index < lines.length; index++) {
    const indent = TABLE_KEY.exec(lines[index] ?? "")?.[1]?.length;
    if (indent === undefined) continue;
    const begin = index + 1;
    while (index + 1 < lines.length && isWithin(lines[index + 1] ?? "", indent)) index++;
    tables.set(begin + 1, { text: lines.slice(begin, index + 1).join("\n"), line: begin + 1 });
    lines.fill("", begin, index + 1);
  }
  return { rest: lines.join("\n"), tables };
}

/** Whether a line belongs to a block begun by a key at `indent`: deeper, or blank. */
const isWithin = (line: string, indent: number) => line.trim() === "" || line.search(/\S/) > indent;

function offsetOf(root: unknown, path: readonly PropertyKey[]): number {
  let node = root;
  let offset = 0;
  for (const step of path) {
    const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && key.value === step) : undefined;
    const item = isSeq(node) ? node.items[Number(step)] : undefined;
    const start = pair?.key ?? item;
    if (!isNode(start)) return offset;
    offset = start.range?.[0] ?? offset;
    node = pair === undefined ? item : pair.value;
  }
  return offset;
}
