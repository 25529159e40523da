import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { linkProductionModules, ROOT } from "./production-tree.ts";

let folder: string;
let files: string[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "k8s-advise-pack-"));
  // The suite has built the program already: packing would build it once more.
  const packed = execFileSync("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", folder], {
    cwd: ROOT,
  });
  const [tarball] = JSON.parse(String(packed)) as [{ filename: string; files: { path: string }[] }];
  files = tarball.files.map(({ path }) => path);
  execFileSync("tar", ["xzf", join(folder, tarball.filename), "-C", folder]);
  // As npm installs it: the package and what it depends on side by side, its program in .bin.
  linkProductionModules(folder);
  renameSync(join(folder, "package"), join(folder, "node_modules/k8s-advise"));
  mkdirSync(join(folder, "node_modules/.bin"));
  chmodSync(join(folder, MAIN), 0o755);
  symlinkSync("../k8s-advise/dist/main.js", join(folder, "node_modules/.bin/k8s-advise"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const MAIN = "node_modules/k8s-advise/dist/main.js";

/** What a line with npx prints where the package is installed. */
const run = (...argv: string[]) =>
  String(
    execFileSync("npx", ["--no-install", "k8s-advise", ...argv], {
      cwd: folder,
      env: { PATH: process.env["PATH"] ?? "", DATA_DIR: folder },
    }),
  );

/** Bytes in a folder and below, as it lies on disk; links are followed. */
const sizeOf = (path: string): number => Number(String(execFileSync("du", ["-skL", path])).split("\t")[0]) * 1_024;

it("holds the program and its catalog, and neither sources nor tests", () => {
  expect(files).toEqual(
    expect.arrayContaining(["dist/main.js", "dist/catalog.json", "pricing/aws/platforms.yaml", "LICENSE"]),
  );
  expect(files.filter((path) => /^(src|test|docs|build)\//.test(path))).toEqual([]);
});

it("holds every file that the program looks for in dist when it runs", () => {
  const sources = readdirSync(`${ROOT}src`, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  const named = sources.flatMap((name) => [
    ...readFileSync(`${ROOT}src/${name}`, "utf8").matchAll(/\.\.\/(dist\/[\w/-]+\.js)"/g),
  ]);
  const paths = named.map(([, path = ""]) => path);
  expect(paths.length).toBeGreaterThan(0);
  expect(paths.filter((path) => !files.includes(path))).toEqual([]);
});

it("prices and advises from the packed tarball", () => {
  expect(run("price", "m5.large", "us-east-1")).toContain("m5.large");
  expect(run("advise", "3 services")).toContain("a month");
});

it("takes at most 70 MB with all that it depends on", () => {
  expect(sizeOf(join(folder, "node_modules"))).toBeLessThanOrEqual(70e6);
});

it("names what is bundled, each with its licence", () => {
  const { components } = JSON.parse(readFileSync(join(folder, "node_modules/k8s-advise/dist/sbom.cdx.json"), "utf8"));
  const licences = readFileSync(join(folder, "node_modules/k8s-advise/dist/licences.txt"), "utf8");
  const names = components.map(({ name }: { name: string }) => name);
  expect(names).toEqual(expect.arrayContaining(["zod", "echarts", "discord.js", "@slack/bolt", "better-sqlite3"]));
  for (const { name, version } of components) expect(licences).toContain(`${name} ${version} (`);
});
