import { basename } from "node:path";
import { parseDocument } from "yaml";
import type { HandedFile } from "../../app/ports/files.ts";
import { UserError } from "../../core/errors.ts";
import type { RequirementInput } from "../../core/question/requirement.ts";
import type { Io } from "./io.ts";

const MOST_BYTES = 64 * 1024;

/**
 * The requirement in a YAML or JSON file, or on standard input where `path` is "-".
 * @throws {UserError} when it cannot be read or is no map of keys; the keys themselves are checked by the core.
 */
export async function readRequirement(path: string, io: Io): Promise<RequirementInput> {
  const text = await textOf(path, io);
  const name = path === "-" ? "Standard input" : path;
  if (/^(kind|apiVersion|services):/m.test(text) || /^\s*\{\s*"(kind|apiVersion)"/.test(text))
    throw new UserError(`${name} is what runs, not a requirement.`, `Hand it in with \`--file ${path}\`.`);
  if (text.length > MOST_BYTES)
    throw new UserError(`${name} is larger than 64 KiB.`, "A requirement is a short list of keys.");
  const document = parseDocument(text);
  const [fault] = document.errors;
  if (fault !== undefined)
    throw new UserError(
      `${name} is not YAML: ${fault.message.split("\n")[0]}`,
      "See the keys with `k8s-advise help advise`.",
    );
  const value: unknown = document.toJS({ maxAliasCount: 100 }) ?? {};
  if (typeof value !== "object" || Array.isArray(value)) {
    throw new UserError(`${name} holds no keys.`, "Write one key a line, as in `purpose: mvp`.");
  }
  return value as RequirementInput;
}

/** The files at the paths, each with its name; standard input has none. @throws {UserError} for one that cannot be read. */
export const handedFiles = (paths: readonly string[], io: Io): Promise<HandedFile[]> =>
  Promise.all(paths.map(async (path) => ({ name: path === "-" ? "" : basename(path), text: await textOf(path, io) })));

async function textOf(path: string, io: Io): Promise<string> {
  if (path !== "-") return readText(path, io);
  const text = await io.stdin();
  if (text.trim() !== "") return text;
  throw new UserError("Standard input is empty.", "Pipe something in, or name a file in place of -.");
}

/** A file's text. @throws {UserError} when there is none, or it cannot be read. */
export const readText = (path: string, io: Io): Promise<string> =>
  io.readFile(path).catch((error: unknown) => unreadable(path, error));

function unreadable(path: string, error: unknown): never {
  const reason =
    error instanceof Error && "code" in error && error.code === "ENOENT" ? "does not exist" : "cannot be read";
  throw new UserError(`${path} ${reason}.`, "Name a file, or - for standard input.", { cause: error });
}
