import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join, posix, relative } from "node:path";
import { buffer, text } from "node:stream/consumers";
import type { HandedFile } from "../../app/ports/files.ts";
import { UserError } from "../../core/errors.ts";

/** What runs, as a folder, a file or a git revision holds it. */
export interface Manifests {
  files: HandedFile[];
  /** Why files that look like it were left out, as sentences. */
  leftOut: string[];
}

const MANIFEST = /\.(ya?ml|json)$/i;
const COMPOSE = /^(docker-)?compose(\.[\w-]+)?\.ya?ml$/i;
const SKIPPED = new Set([".git", "node_modules"]);

/**
 * The manifests and Compose files in a folder, a file, or the git revision of that name, below `path` where one is given.
 * @throws {UserError} where there is no such folder, file or revision.
 */
export async function manifestsIn(name: string, path: string | null): Promise<Manifests> {
  const found = await stat(name).catch(() => null);
  if (found !== null) return chosen(await onDisk(found.isDirectory() ? join(name, path ?? "") : name));
  return chosen(await inRevision(name, path));
}

async function onDisk(root: string): Promise<HandedFile[]> {
  const found = await stat(root).catch(() => null);
  if (found === null) return []; // nothing there yet, or not any more
  if (!found.isDirectory()) return [{ name: basename(root), text: await readFile(root, "utf8") }];
  const paths = await pathsBelow(root);
  return Promise.all(paths.map(async (each) => ({ name: relative(root, each), text: await readFile(each, "utf8") })));
}

/** Links are not followed: they lead anywhere. */
async function pathsBelow(folder: string): Promise<string[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  const below = await Promise.all(
    entries.map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : pathsBelow(path);
      return entry.isFile() && MANIFEST.test(entry.name) ? [path] : [];
    }),
  );
  return below.flat();
}

async function inRevision(name: string, path: string | null): Promise<HandedFile[]> {
  const commit = (await git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`]))
    ?.toString()
    .trim();
  if (!commit)
    throw new UserError(
      `"${name}" is no folder, no file and no git revision here.`,
      "Name two of them, as in `k8s-advise diff main HEAD --path deploy`.",
    );
  const below = path === null ? [] : ["--", posix.normalize(path)];
  const listed = await git(["ls-tree", "-r", "-z", "--name-only", commit, ...below]);
  const paths = (listed ?? Buffer.alloc(0))
    .toString()
    .split("\0")
    .filter((each) => MANIFEST.test(each));
  return blobs(paths, commit);
}

/** The text of each file of a commit, all by one process. https://git-scm.com/docs/git-cat-file#_batch_output */
async function blobs(paths: readonly string[], commit: string): Promise<HandedFile[]> {
  const asked = paths.filter((path) => !path.includes("\n"));
  const output = await git(["cat-file", "--batch"], asked.map((path) => `${commit}:./${path}\n`).join(""));
  const files: HandedFile[] = [];
  let at = 0;
  for (const name of asked) {
    if (output === null) break;
    const end = output.indexOf("\n", at);
    const [, kind, size = "0"] = output.subarray(at, end).toString().split(" ");
    const text = output.subarray(end + 1, end + 1 + Number(size)).toString();
    if (kind === "blob") files.push({ name, text });
    at = end + 1 + (kind === "blob" ? Number(size) + 1 : 0);
  }
  return files;
}

/** What git prints; null where it fails. */
async function git(argv: readonly string[], input = ""): Promise<Buffer | null> {
  const child = spawn("git", argv, { stdio: ["pipe", "pipe", "pipe"] });
  child.stdin.on("error", () => {}); // git may end before it read all
  child.stdin.end(input);
  try {
    const [out, , [code]] = await Promise.all([buffer(child.stdout), text(child.stderr), once(child, "close")]);
    return code === 0 ? out : null;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT")
      throw new UserError("git is not installed here.", "Name two folders, or install git.", { cause: error });
    throw error;
  }
}

/** Only what can be read as something that runs: a repository holds much else in YAML. */
function chosen(files: readonly HandedFile[]): Manifests {
  const templates = files.filter(({ text }) => isManifest(text) && text.includes("{{"));
  const read = files.filter(
    ({ name, text }) => (isManifest(text) && !text.includes("{{")) || COMPOSE.test(posix.basename(name)),
  );
  const one = templates.length === 1;
  const leftOut =
    templates.length === 0
      ? []
      : [
          `${templates.length} Helm ${one ? "template is" : "templates are"} not read: compare what \`helm template\` makes of ${one ? "it" : "them"}.`,
        ];
  return { files: read, leftOut };
}

const isManifest = (text: string) =>
  /^\s*"?apiVersion"?\s*:/m.test(text) && /^[\s-]*"?kind"?\s*:(?!\s*"?Kustomization\b)/m.test(text);
