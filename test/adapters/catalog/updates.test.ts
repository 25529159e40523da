import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compiled } from "../../../src/adapters/catalog/compiled.ts";
import { folderUpdates, urlUpdates } from "../../../src/adapters/catalog/updates.ts";
import { readCatalog } from "../../../src/adapters/catalog/yaml.ts";

const clock = { now: () => new Date("2026-11-28T12:00:00Z") };
const SECONDS_40 = 40_000; // a whole catalog is read and checked, on a machine that is busy

describe("a folder", () => {
  const folder = join(mkdtempSync(join(tmpdir(), "updates-")), "pricing");
  const updates = folderUpdates(folder, clock);
  const file = join(folder, "aws/control-plane.yaml");
  beforeAll(() => cpSync("pricing", folder, { recursive: true }));
  afterAll(async () => {
    await updates.close();
    rmSync(join(folder, ".."), { recursive: true });
  });

  it(
    "gives its catalog, and nothing more until a file changed",
    async () => {
      const { version } = readCatalog(folder);
      expect(await updates.newer(version)).toBeNull();
      expect(await updates.newer("another")).toBeNull(); // nothing changed since
      writeFileSync(
        file,
        readFileSync(file, "utf8").replace("eks-cluster           0.10", "eks-cluster           0.11"),
      );
      const found = await updates.newer(version);
      expect(found?.prices.find(({ skuId }) => skuId === "eks-cluster")?.listUnitPrice).toBe(0.11);
      expect(found?.version).toBe(readCatalog(folder).version);
    },
    SECONDS_40,
  );

  it(
    "refuses one that is faulty as a whole, once",
    async () => {
      writeFileSync(file, readFileSync(file, "utf8").replace("0.11", "-1"));
      await expect(updates.newer("any")).rejects.toThrow(/^The catalog \w+ has \d+ faults?, the first: /);
      expect(await updates.newer("any")).toBeNull();
      writeFileSync(file, "prices: [");
      await expect(updates.newer("any")).rejects.toThrow("aws/control-plane.yaml:1: not YAML");
    },
    SECONDS_40,
  );
});

describe("an address", () => {
  const catalog = readCatalog("pricing");
  let body = compiled(catalog);
  let server: Server;
  let url: string;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const etag = `"${body.length}"`;
      if (request.headers["if-none-match"] === etag) response.writeHead(304).end();
      else response.writeHead(200, { etag }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/catalog.json`;
  });
  afterAll(() => void server.close());

  it(
    "gives the catalog that it serves, and refuses what is none",
    async () => {
      const updates = urlUpdates(url, clock);
      expect((await updates.newer("another"))?.prices).toHaveLength(catalog.prices.length);
      expect(await updates.newer("another")).toBeNull(); // the same is there still
      body = body.replace(/"listUnitPrice":[\d.]+/, '"listUnitPrice":"free"');
      await expect(updates.newer("another")).rejects.toThrow();
      await updates.close();
    },
    SECONDS_40,
  );
});
