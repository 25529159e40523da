import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { compiled, compiledCatalog } from "../../../src/adapters/catalog/compiled.ts";
import { readCatalog } from "../../../src/adapters/catalog/yaml.ts";
import type { CatalogData } from "../../../src/core/catalog/catalog.ts";

let folder: string;
let file: string;
let data: CatalogData;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "k8s-advise-compiled-"));
  file = join(folder, "catalog.json");
  cpSync("pricing", join(folder, "pricing"), { recursive: true });
  data = readCatalog(join(folder, "pricing"));
  writeFileSync(file, compiled(data));
});
afterAll(() => rmSync(folder, { recursive: true }));

it("gives back the whole catalog as it was read", () => {
  expect(compiledCatalog(file, join(folder, "pricing"))).toEqual(data);
});

it("gives nothing where nothing was compiled", () => {
  expect(compiledCatalog(join(folder, "none.json"), join(folder, "pricing"))).toBeNull();
});

it("gives nothing once a file of the catalog is another, not even by one comment", () => {
  const changed = join(folder, "changed");
  cpSync("pricing", changed, { recursive: true });
  expect(compiledCatalog(file, changed)).toEqual(data);
  appendFileSync(join(changed, "shared", "labour.yaml"), "# checked again\n");
  expect(compiledCatalog(file, changed)).toBeNull();
});
