import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
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
  linkProductionModules(join(folder, "package"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...argv: string[]) =>
  String(
    execFileSync(process.execPath, [join(folder, "package/dist/main.js"), ...argv], { env: { DATA_DIR: folder } }),
  );

it("holds the program and its catalog, and neither sources nor tests", () => {
  expect(files).toEqual(
    expect.arrayContaining(["dist/main.js", "dist/catalog.json", "pricing/aws/platforms.yaml", "LICENSE"]),
  );
  expect(files.filter((path) => /^(src|test|docs)\/|tsbuildinfo/.test(path))).toEqual([]);
});

it("prices and advises from the packed tarball", () => {
  expect(run("price", "m5.large", "us-east-1")).toContain("m5.large");
  expect(run("advise", "3 services")).toContain("a month");
});
