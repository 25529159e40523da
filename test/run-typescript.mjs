// `node --import ./test/run-typescript.mjs file.ts`: child processes of tests run the sources, not an older build.
import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { register } from "node:module";
import { fileURLToPath } from "node:url";
import { isMainThread } from "node:worker_threads";

if (isMainThread) register(import.meta.url); // loads this file once more, in the thread that loads modules

/** What was translated once is kept by its content: loading the compiler takes longer than most children live. */
const cache = new URL("../node_modules/.cache/run-typescript/", import.meta.url);

export async function load(url, context, next) {
  if (!url.endsWith(".ts")) return next(url, context);
  const text = await readFile(fileURLToPath(url), "utf8");
  const kept = new URL(`${createHash("sha256").update(text).digest("hex")}.js`, cache);
  const source = await readFile(kept, "utf8").catch(() => translate(text, kept));
  return { format: "module", source, shortCircuit: true };
}

async function translate(text, kept) {
  const { default: typescript } = await import("typescript");
  const compilerOptions = {
    target: typescript.ScriptTarget.ES2023,
    module: typescript.ModuleKind.ESNext,
    verbatimModuleSyntax: true,
  };
  const source = typescript.transpileModule(text, { compilerOptions }).outputText;
  await mkdir(cache, { recursive: true });
  const draft = new URL(`${kept.href}.${process.pid}`);
  await writeFile(draft, source);
  await rename(draft, kept); // whole or not at all: other processes read it
  return source;
}
