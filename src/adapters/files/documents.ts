import { type Document, LineCounter, parseAllDocuments } from "yaml";
import { UserError } from "../../core/errors.ts";

const MOST_BYTES = 32 * 1024 * 1024;
/** An alias may be used, but not to make a small text large. */
const MOST_ALIASES = 100;
const MOST_NESTING = 300;
/** Lists in lists on one line: the parser needs twice as long for each more. */
const DASHES = /(?:[-?] ){30}/;
const HINT = "Send manifests, a Compose file, or what `kubectl get pods -A -o yaml` prints.";
/** Where a YAML document begins: at the start of a line, whatever stands around it. */
const MARKER = /^(?=---(?:\s|$))/m;
/** Release manifests are 95 % definitions of kinds, which run nothing: they are not even parsed. */
const DEFINITION = /^kind:\s*["']?CustomResourceDefinition\b/m;

/**
 * The values of all YAML documents, the JSON document, or the JSON documents one a line in a text; lists opened, empty ones
 * left out.
 * @throws {UserError} when it is too large, is neither, or uses aliases to grow.
 */
export function documentsIn(text: string): unknown[] {
  if (Buffer.byteLength(text) > MOST_BYTES)
    throw new UserError("The file is larger than 32 MiB.", "Leave out what does not run, or send it in parts.");
  const values = asJson(text) ?? asYaml(text.replace(/^%(?:YAML|TAG)\b.*$/gm, ""));
  return values
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter((value) => value !== null && value !== undefined);
}

/** JSON many times faster than as YAML; null for what is not JSON. */
function asJson(text: string): unknown[] | null {
  if (!/^\s*[[{]/.test(text)) return null;
  try {
    return [JSON.parse(text)];
  } catch {
    return asLines(text);
  }
}

/** JSON documents one a line, as log shippers and `jq -c` write them; null where a line is none. */
function asLines(text: string): unknown[] | null {
  try {
    return text.split("\n").flatMap((line) => (line.trim() === "" ? [] : [JSON.parse(line)]));
  } catch {
    return null;
  }
}

function asYaml(text: string): unknown[] {
  let before = 0;
  return text.split(MARKER).flatMap((part) => {
    const from = before;
    before += part.split("\n").length - 1;
    return DEFINITION.test(part) ? [{ kind: "CustomResourceDefinition" }] : parsed(part, from);
  });
}

/** The values of YAML documents that `linesBefore` others stand before. */
function parsed(text: string, linesBefore: number): unknown[] {
  if (isDeep(text)) throw new UserError("The file cannot be read: it is nested too deeply.", HINT);
  try {
    const lines = new LineCounter();
    const options = {
      logLevel: "error",
      merge: true, // "<<: *defaults"
      uniqueKeys: false, // looking for a key written twice takes the square of the keys; as in JSON, the last one holds
      prettyErrors: false, // finding the line of every fault takes the square of the faults; only the first is told
      lineCounter: lines,
    } as const;
    return [...parseAllDocuments(text, options)].map((document) => contentOf(document, lines, linesBefore));
  } catch (error) {
    if (error instanceof Error && error.constructor === Error) throw unreadable(error); // what "<<" names is no map
    if (!(error instanceof RangeError || error instanceof ReferenceError)) throw error; // the stack, the aliases
    throw new UserError("The file cannot be read: it is nested too deeply, or its aliases grow too large.", HINT, {
      cause: error,
    });
  }
}

const unreadable = (cause: Error) =>
  new UserError(`The manifest is neither YAML nor JSON: ${cause.message}.`, HINT, { cause });

/** Whether brackets, or dashes on one line, nest deeper than any manifest does: the parser would take minutes to say so. */
function isDeep(text: string): boolean {
  let open = 0;
  for (const char of text) {
    if (char === "[" || char === "{") open += 1;
    else if ((char === "]" || char === "}") && open > 0) open -= 1;
    if (open > MOST_NESTING) return true;
  }
  return DASHES.test(text);
}

function contentOf(document: Document.Parsed, lines: LineCounter, linesBefore: number): unknown {
  const [fault] = document.errors;
  if (fault !== undefined) {
    const { line, col } = lines.linePos(fault.pos[0]);
    throw new UserError(
      `The file is neither YAML nor JSON: ${fault.message} at line ${line + linesBefore}, column ${col}`,
      HINT,
    );
  }
  return document.toJS({ maxAliasCount: MOST_ALIASES });
}
