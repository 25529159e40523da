import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CatalogFaults } from "../../../src/adapters/catalog/faults.ts";
import { readCatalog } from "../../../src/adapters/catalog/yaml.ts";
import type { CatalogData } from "../../../src/core/catalog/catalog.ts";

const PRICES = `provider: acme
prices:
  - title: On-demand
    unit: hour
    category: standard
    source: https://example.com/prices
    readings:
      a: { via: "the list", asOf: 2026-06-15, confidence: high }
      b: { via: "a note", asOf: 2026-01-10, confidence: low, source: "https://example.com/note" }
    table: |
      sku   fra       nyc=b
      # the small one
      m2    0.10      0.12
      m4    0.20=b    -
  - title: What machines ordered before June keep
    unit: month
    category: committed-3y
    currency: USD
    customers: existing
    from: 2026-04-01
    source: https://example.com/prices
    readings: { a: { via: "the list", asOf: 2026-06-15, confidence: high } }
    table: |
      sku   global
      m2    3.99
`;

const REST = `provider: acme
tiers:
  - sku: egress
    title: Egress
    unit: GiB
    free: 100
    source: https://example.com/prices
    readings: { a: { via: "the list", asOf: 2026-06-15, confidence: high } }
    table: |
      from     fra     nyc
      0        0.09    0.10
      10240    0.08    -
instances:
  - family: m
    name: general purpose
    architecture: arm64
    cpu: shared
    source: https://example.com/machines
    via: the list
    table: |
      type  vcpu  memoryGiB  maxPods  localDiskGiB
      m2    2     8          29       -
      m4    4     16         -        150
transfers:
  - source: https://example.com/prices
    readings: { a: { via: "the list", asOf: 2026-06-15, confidence: high } }
    table: |
      sku   fra    nyc
      m2    1024   -
sustainedUse:
  - families: [m]
    percentOff: [0, 20]
    source: https://example.com/sustained
    via: "the page"
    asOf: 2026-06-01
    confidence: high
services:
  - { sku: egress, name: Egress, kind: egress }
regions:
  - { id: fra, geography: eu-central, place: Frankfurt, country: DE, preferred: true }
  - { id: muc, geography: eu-central, place: Munich, country: DE }
`;

const SHARED = `providers:
  - { id: acme, name: Acme, cloud: other, currency: EUR, hoursPerMonth: 730, capped: false, priceLimitDays: 90, ownedIn: DE, hosts: [example.com], source: "https://example.com" }
places: { berlin: eu-central }
fx:
  - { currency: EUR, unitsPerUsd: 0.9, asOf: 2026-06-15, basis: day, source: "https://example.com" }
labour:
  spreadMonths: 12
  profiles: []
  migration: { baseHours: 8, hoursPerService: 2, mostServicesHours: 80, statefulHours: 16, source: "https://example.com", says: made up }
  integration: { baseHours: 1, hoursPerFeature: 1, tyingFeatures: [], source: "https://example.com", says: made up }
  availabilityWithoutSla: 99
`;
const POLICY = `policy:
  basis: judgement
  weights: { first: 2, second: 1.5, givenUp: 0.25, says: made up }
  doubt: { high: 0, derived: 0.05, medium: 0.1, low: 0.25, says: made up }
  budget: { tolerance: 0.15, says: made up }
  oneMachine: { mostServices: 3, mostEngineers: 3, says: made up }
`;

const SOUND = {
  "acme/prices.yaml": PRICES,
  "acme/rest.yaml": REST,
  "shared/all.yaml": SHARED,
  "shared/policy.yaml": POLICY,
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pricing-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function read(files: Record<string, string>): CatalogData {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return readCatalog(folder);
}

/** The faults of these files in place of the sound ones, as "file:line: message". */
function faultsOf(files: Record<string, string>): string[] {
  try {
    read({ ...SOUND, ...files });
  } catch (error) {
    if (!(error instanceof CatalogFaults)) throw error;
    return error.faults.map(({ file, line, message }) => `${file}:${line}: ${message}`);
  }
  return [];
}

describe("a sound folder", () => {
  it("gives a price for each known cell, with the reading its cell, its column or its block names", () => {
    const { prices } = read(SOUND);
    const shown = prices.map((row) =>
      [row.skuId, row.regionId, row.listUnitPrice, row.reading.asOf, row.from].join(" "),
    );
    expect(shown).toEqual([
      "m2 fra 0.1 2026-06-15 2026-06-15",
      "m2 nyc 0.12 2026-01-10 2026-01-10",
      "m4 fra 0.2 2026-01-10 2026-01-10",
      "m2 global 3.99 2026-06-15 2026-04-01",
    ]);
    expect(prices[1]?.reading).toEqual({
      via: "a note",
      asOf: "2026-01-10",
      confidence: "low",
      source: "https://example.com/note",
    });
    expect(prices[1]?.reading).toBe(prices[2]?.reading); // shared, not copied
  });

  it("counts the age of a confirmed figure from the day it was read again, and its price from the first", () => {
    const again = PRICES.replace("asOf: 2026-01-10", "asOf: 2026-01-10, confirmed: 2026-06-20");
    const [, nyc] = read({ ...SOUND, "acme/prices.yaml": again }).prices;
    expect([nyc?.listUnitPrice, nyc?.from, nyc?.reading.asOf]).toEqual([0.12, "2026-01-10", "2026-06-20"]);
    expect(nyc?.reading).not.toHaveProperty("confirmed");
  });

  it("takes currency, customers and category from the block, or what is usual", () => {
    const { prices } = read(SOUND);
    expect(prices[0]).toMatchObject({ currency: "EUR", customers: "all", pricingCategory: "standard" });
    expect(prices[3]).toMatchObject({ currency: "USD", customers: "existing", pricingCategory: "committed-3y" });
    expect(prices[3]).toMatchObject({ provider: "acme", pricingUnit: "month" });
  });

  it("gives tiers by region, and no tier where its price is unknown", () => {
    const tiers = read(SOUND).tieredPrices.map((row) => [row.regionId, row.free, row.currency, row.tiers]);
    expect(tiers).toEqual([
      [
        "fra",
        100,
        "EUR",
        [
          { from: 0, listUnitPrice: 0.09 },
          { from: 10240, listUnitPrice: 0.08 },
        ],
      ],
      ["nyc", 100, "EUR", [{ from: 0, listUnitPrice: 0.1 }]],
    ]);
  });

  it("gives machines, with null for a figure nobody knows", () => {
    const [small, large] = read(SOUND).instanceTypes;
    expect(small).toEqual({
      provider: "acme",
      id: "m2",
      family: "m",
      familyName: "general purpose",
      vcpu: 2,
      memoryGiB: 8,
      architecture: "arm64",
      cpu: "shared",
      baselinePercent: null,
      gpus: 0,
      gpuModel: null,
      gpuMemoryGB: null,
      maxPods: 29,
      localDiskGiB: null,
      stock: null,
      reading: { source: "https://example.com/machines", via: "the list" },
    });
    expect(large).toMatchObject({ id: "m4", maxPods: null, localDiskGiB: 150 });
  });

  it("gives what else the files hold", () => {
    const data = read(SOUND);
    expect(data.includedTransfers.map((row) => `${row.skuId} ${row.regionId} ${row.includedGiB}`)).toEqual([
      "m2 fra 1024",
    ]);
    expect(data.sustainedUse).toEqual([
      {
        provider: "acme",
        families: ["m"],
        percentOff: [0, 20],
        reading: { source: "https://example.com/sustained", via: "the page", asOf: "2026-06-01", confidence: "high" },
      },
    ]);
    expect(data.services).toEqual([{ provider: "acme", skuId: "egress", name: "Egress", kind: "egress" }]);
    expect(data.regions.map(({ provider, id, preferred }) => [provider, id, preferred])).toEqual([
      ["acme", "fra", true],
      ["acme", "muc", false],
    ]);
    expect(data.places).toEqual([{ name: "berlin", geography: "eu-central" }]);
    expect(data.providers[0]?.name).toBe("Acme");
    expect(data.fx[0]?.unitsPerUsd).toBe(0.9);
    expect(data.labour.spreadMonths).toBe(12);
  });

  it("has a version that changes with any content and any name, and with nothing else", () => {
    const version = read(SOUND).version;
    expect(version).toMatch(/^[0-9a-f]{12}$/);
    expect(read({ "README.md": "not data" }).version).toBe(version);
    expect(read({ "acme/none.yaml": "" }).version).not.toBe(version);
    rmSync(join(folder, "acme/none.yaml"));
    expect(read({ "shared/all.yaml": `${SHARED}# a note\n` }).version).not.toBe(version);
  });
});

describe("a fault", () => {
  const changed = (from: string, to: string) => {
    expect(PRICES).toContain(from);
    return { "acme/prices.yaml": PRICES.replace(from, to) };
  };
  const changedRest = (from: string, to: string) => {
    expect(REST).toContain(from);
    return { "acme/rest.yaml": REST.replace(from, to) };
  };

  it.each([
    [
      "an unknown key",
      changed("title: On-demand", "titel: On-demand"),
      "acme/prices.yaml:3: prices.0.title: must be of type string; missing",
    ],
    [
      "an unknown key of a row",
      changedRest("name: Egress", "name: Egress, colour: red"),
      "acme/rest.yaml:38: services.0: unknown key colour; allowed: name, kind, sku",
    ],
    [
      "an unknown block",
      changed("prices:", "pricez:"),
      "acme/prices.yaml:2: unknown key pricez; allowed: provider, prices, tiers, instances, retired, transfers, sustainedUse, services, regions, providers, places, centres, fx, platforms, labour, policy",
    ],
    [
      "an unknown unit",
      changed("unit: hour", "unit: fortnight"),
      'acme/prices.yaml:4: prices.0.unit: must be one of hour, month, vCPU-hour, GiB-hour, GiB-month, GiB; got "fortnight"',
    ],
    [
      "a source that is no URL",
      changed("source: https://example.com/prices", "source: the price page"),
      'acme/prices.yaml:6: prices.0.source: must be a full URL; got "the price page"',
    ],
    [
      "a date that is none",
      changed("asOf: 2026-06-15", "asOf: 2026-06-31"),
      'acme/prices.yaml:8: prices.0.readings.a.asOf: must be a date like 2026-07-20; got "2026-06-31"',
    ],
    [
      "a word for a price",
      changed("0.10 ", "free "),
      'acme/prices.yaml:13: m2 in fra must be a number like 0.0416, or - for unknown; got "free"',
    ],
    [
      "an unknown reading in a cell",
      changed("0.20=b", "0.20=c"),
      'acme/prices.yaml:14: "0.20=c" names no reading of this block; allowed: a, b',
    ],
    [
      "an unknown reading in a head",
      changed("nyc=b", "nyc=c"),
      'acme/prices.yaml:11: "nyc=c" names no reading of this block; allowed: a, b',
    ],
    [
      "a short row",
      changed("0.20=b    -", "0.20=b"),
      "acme/prices.yaml:14: m4 has 2 cells, the head has 3: sku fra nyc=b",
    ],
    ["a row twice", changed("m4    0.20=b", "m2    0.20=b"), "acme/prices.yaml:14: m2 is in this table twice"],
    ["a column twice", changed("nyc=b", "fra=b"), "acme/prices.yaml:11: the column fra is in this table twice"],
    [
      "a table that is not a block",
      changed("table: |\n      sku   global\n      m2    3.99", 'table: "sku global"'),
      'acme/prices.yaml:23: prices.1.table: must be a block of lines, begun with "table: |"',
    ],
    [
      "an empty table",
      changed("      m2    3.99\n", ""),
      "acme/prices.yaml:24: the table is empty: it needs a head and at least one row",
    ],
    [
      "a reading that is missing",
      changed('readings: { a: { via: "the list", asOf: 2026-06-15, confidence: high } }', "readings: {}"),
      "acme/prices.yaml:22: prices.1.readings: none of the allowed forms; got {}",
    ],
    [
      "a table head without memory",
      changedRest("memoryGiB", "memory"),
      "acme/rest.yaml:21: the head must be type vcpu memoryGiB, then any of maxPods gpus localDiskGiB baselinePercent",
    ],
    [
      "a machine of half a pod",
      changedRest("29 ", "2.9"),
      "acme/rest.yaml:22: m2: maxPods must be a whole number, 0 or more; got 2.9",
    ],
    [
      "a machine of unknown size",
      changedRest("m4    4 ", "m4    - "),
      "acme/rest.yaml:23: m4: vcpu, memoryGiB and maxPods must be more than 0",
    ],
    [
      "a tier that begins nowhere",
      changedRest("10240 ", "10TB "),
      'acme/rest.yaml:12: the first column says where a tier begins, as a number; got "10TB"',
    ],
    [
      "a tier read elsewhere than the others",
      changedRest(
        "high } }\n    table: |\n      from     fra     nyc\n      0        0.09    0.10\n      10240    0.08  ",
        'high }, b: { via: "a note", asOf: 2026-01-10, confidence: low } }\n    table: |\n      from fra nyc\n      0 0.09 0.10\n      10240 0.08=b',
      ),
      "acme/rest.yaml:12: the tiers in fra share one reading; name it in the head",
    ],
    [
      "a provider nobody describes",
      changed("provider: acme", "provider: acne"),
      "acme/prices.yaml:1: no providers block describes acne; known: acme",
    ],
    [
      "no provider",
      changed("provider: acme\n", ""),
      "acme/prices.yaml:2: a file with prices, machines, services or regions must name its provider",
    ],
    [
      "a second labour table",
      { "zoo.yaml": SHARED.slice(SHARED.indexOf("labour:")) },
      "zoo.yaml:1: a second labour block; only one is allowed",
    ],
    [
      "no labour table",
      { "shared/all.yaml": SHARED.slice(0, SHARED.indexOf("labour:")) },
      ".:1: no file has a labour block; exactly one is needed",
    ],
    ["a second policy", { "zoo.yaml": POLICY }, "zoo.yaml:1: a second policy block; only one is allowed"],
    ["no policy", { "shared/policy.yaml": "" }, ".:1: no file has a policy block; exactly one is needed"],
    ["a list for a file", { "zoo.yaml": "- 1\n" }, "zoo.yaml:1: a file must be a map of blocks"],
  ])("is %s", (_, files, fault) => {
    expect(faultsOf(files)).toContain(fault);
  });

  it("in the YAML itself is told with its line", () => {
    expect(faultsOf({ "zoo.yaml": "places:\n  berlin: eu-central\n  berlin: eu-west\n" })).toEqual([
      "zoo.yaml:3: not YAML: Map keys must be unique",
    ]);
  });

  it("does not hide another, in its file or the next, and they come in the order of the lines", () => {
    const faults = faultsOf({
      "acme/prices.yaml": PRICES.replace("unit: hour", "unit: week").replace("3.99", "cheap"),
      "acme/rest.yaml": REST.replace("0.09 ", "low ").replace("kind: egress", "kind: exit"),
    });
    expect(faults.map((fault) => fault.split(": ")[0])).toEqual([
      "acme/prices.yaml:4",
      "acme/prices.yaml:25",
      "acme/rest.yaml:11",
      "acme/rest.yaml:38",
    ]);
  });

  it("is in the message of the error, one a line", () => {
    expect(() => read({ ...SOUND, "zoo.yaml": "x: 1\ny: 2\n" })).toThrow(
      /^The catalog has 2 faults:\nzoo\.yaml:1: unknown key x.*\nzoo\.yaml:2: unknown key y/,
    );
  });
});
