import { type Document, LineCounter, parseAllDocuments } from "yaml";
import { UserError } from "../../core/errors.ts";

const MOST_BYTES = 1024 * 1024;
/** An alias may be used, but not to make a small text large. */
const MOST_ALIASES = 100;
const MOST_NESTING = 300;
/** Lists in lists on one line: the parser needs twice as long for each more. */
const DASHES = /(?:[-?] ){30}/;
const HINT = "Paste manifests, or what `kubectl get pods -A -o yaml` prints.";

/**
 * The values of all YAML documents or the JSON document in a text, empty ones left out.
 * @throws {UserError} when it is too large, is neither, or uses aliases to grow.
 */
export function documentsIn(text: string): unknown[] {
  if (Buffer.byteLength(text) > MOST_BYTES)
    throw new UserError("The manifest is larger than 1 MiB.", "Leave out what does not run, or send it in parts.");
  const json = asJson(text);
  const values = json === undefined ? asYaml(text) : [json];
  return values.filter((value) => value !== null && value !== undefined);
}

/** JSON many times faster than as YAML; undefined for what is not JSON. */
function asJson(text: string): unknown {
  if (!text.trimStart().startsWith("{")) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function asYaml(text: string): unknown[] {
  if (isDeep(text)) throw new UserError("The manifest cannot be read: it is nested too deeply.", HINT);
  try {
    const lines = new LineCounter();
    const options = {
      logLevel: "error",
      merge: true, // "<<: *defaults"
      uniqueKeys: false, // looking for a key written twice takes the square of the keys; as in JSON, the last one holds
      prettyErrors: false, // finding the line of every fault takes the square of the faults; only the first is told
      lineCounter: lines,
    } as const;
    return [...parseAllDocuments(text, options)].map((document) => contentOf(document, lines));
  } catch (error) {
    if (error instanceof Error && error.constructor === Error) throw unreadable(error); // what "<<" names is no map
    if (!(error instanceof RangeError || error instanceof ReferenceError)) throw error; // the stack, the aliases
    throw new UserError("The manifest cannot be read: it is nested too deeply, or its aliases grow too large.", HINT, {
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

function contentOf(document: Document.Parsed, lines: LineCounter): unknown {
  const [fault] = document.errors;
  if (fault !== undefined) {
    const hint = fault.message.includes("{{") ? "Render templates first, for instance with `helm template`." : HINT;
    const { line, col } = lines.linePos(fault.pos[0]);
    throw new UserError(`The manifest is neither YAML nor JSON: ${fault.message} at line ${line}, column ${col}`, hint);
  }
  return document.toJS({ maxAliasCount: MOST_ALIASES });
}
