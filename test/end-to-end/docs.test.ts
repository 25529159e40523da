import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { MAIN } from "./built.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const PAGES = [
  ...["README.md", "CONTRIBUTING.md", "SECURITY.md", "CODE_OF_CONDUCT.md", "pricing/README.md"],
  ...readdirSync(`${ROOT}docs`)
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");
const scripts = Object.keys(JSON.parse(read("package.json")).scripts);

it.each(PAGES)("%s links to nothing that is not there", (page) => {
  const links = [...read(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, target = ""]) => target);
  const here = links.filter((target) => !/^[a-z]+:/.test(target));
  expect(here.filter((target) => !existsSync(resolve(ROOT, dirname(page), target)))).toEqual([]);
});

it.each([...PAGES, ...workflows()])("%s runs no script that package.json does not have", (page) => {
  const named = [...read(page).matchAll(/npm run ([\w:]+)/g)].map(([, name = ""]) => name);
  expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
});

function workflows(): string[] {
  return readdirSync(`${ROOT}.github/workflows`).map((name) => `.github/workflows/${name}`);
}

/** The program's own lines in the pages' shell blocks, without what is said beside them. */
function commandLines(page: string): string[] {
  const blocks = [...read(page).matchAll(/^```sh\n(.*?)^```/gms)].map(([, block = ""]) => block);
  return blocks
    .flatMap((block) => block.split("\n"))
    .filter((line) => line.startsWith("npx k8s-advise "))
    .map((line) => line.replace(/\s{2,}#.*$/, ""));
}

const LINES = PAGES.flatMap((page) => commandLines(page).map((line) => ({ page, line })));

let folder: string;
let estimate: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "k8s-advise-docs-"));
  const [, requirement = ""] = /^```yaml\n(.*?)^```/ms.exec(read("README.md")) ?? [];
  writeFileSync(join(folder, "requirement.yaml"), requirement);
  // What the lines hand in.
  writeFileSync(join(folder, "compose.yaml"), "services:\n  web:\n    image: nginx\n  db:\n    image: postgres\n");
  const deployment = (name: string) =>
    `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: ${name} }\nspec: { replicas: 2, template: { spec: { containers: [{ name: ${name} }] } } }\n`;
  for (const name of ["all", "web", "db"]) writeFileSync(join(folder, `${name}.yaml`), deployment(name));
  for (const side of ["before", "after", "deploy"]) {
    mkdirSync(join(folder, side));
    writeFileSync(join(folder, side, "web.yaml"), deployment("web"));
  }
  const git = "git -c user.name=Ada -c user.email=ada@example.com";
  const inGit = `git init -q -b main && git add deploy && ${git} commit -q -m "what runs"`;
  await promisify(execFile)("sh", ["-c", inGit], { cwd: folder });
  cpSync(`${ROOT}deploy/kubernetes`, join(folder, "deploy/kubernetes"), { recursive: true });
  estimate = JSON.parse(await shell("npx k8s-advise advise --requirements requirement.yaml --json")).id;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a line of the pages as its reader would, with an estimate's id in place of ID. Rejects where it fails. */
async function shell(line: string): Promise<string> {
  const command = line.replace("npx k8s-advise", `"${process.execPath}" "${MAIN}"`).replace(/\bID\b/, estimate);
  const env = { PATH: process.env["PATH"] ?? "", DATA_DIR: folder, LOG_LEVEL: "silent" };
  return (await promisify(execFile)("sh", ["-c", command], { cwd: folder, env, maxBuffer: 64 * 1024 * 1024 })).stdout;
}

it("finds the pages' commands", () => {
  expect(LINES.length).toBeGreaterThan(10);
});

it.each(LINES)("$page: $line", async ({ line }) => {
  await expect(shell(line)).resolves.toBeTypeOf("string"); // rejects with what the line printed where it fails
});
