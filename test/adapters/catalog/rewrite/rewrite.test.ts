import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { rewritten } from "../../../../src/adapters/catalog/rewrite/rewrite.ts";
import { readCatalog } from "../../../../src/adapters/catalog/yaml.ts";
import type { PublishedPrice } from "../../../../src/core/catalog/refresh/published.ts";
import { reviewPrices } from "../../../../src/core/catalog/refresh/review.ts";

const folder = mkdtempSync(join(tmpdir(), "rewrite-"));
afterAll(() => rmSync(folder, { recursive: true }));

const PROVIDER = `provider: acme
providers:
  - { id: acme, name: Acme, cloud: other, currency: EUR, hoursPerMonth: 730, capped: false, priceLimitDays: 90, ownedIn: DE, hosts: [example.com], source: "https://example.com" }
regions:
  - { id: fra, geography: eu-central, place: Frankfurt, country: DE, preferred: true }
  - { id: nyc, geography: us-east, place: New York, country: US, preferred: true }
instances:
  - family: m
    name: general
    architecture: amd64
    cpu: dedicated
    source: https://example.com
    via: made up
    table: |
      type  vcpu  memoryGiB
      m2    2     8
      m4    4     16
      m8    8     32
`;
/** The files of a catalog with \`prices\` after a list of \`published\` was read on 2026-11-28. */
function after(prices: string, published: Partial<PublishedPrice>[]): Record<string, string> {
  const files = [
    { name: "acme/prices.yaml", text: `provider: acme\nprices:\n${prices}` },
    { name: "acme/provider.yaml", text: PROVIDER },
  ];
  mkdirSync(join(folder, "acme"), { recursive: true });
  for (const { name, text } of files) writeFileSync(join(folder, name), text);
  const data = readCatalog(folder);
  const list = {
    provider: "acme",
    day: "2026-11-28",
    source: "https://example.com/api",
    via: "Acme API",
    listed: { machines: ["standard", "dynamic", "committed-1y"] as const, services: [] },
    prices: published.map(
      (each): PublishedPrice => ({
        skuId: "m2",
        regionId: "fra",
        pricingCategory: "standard",
        pricingUnit: "hour",
        listUnitPrice: 0.1,
        currency: "EUR",
        ...each,
      }),
    ),
  };
  const review = reviewPrices(data, list, { since: null, accept: false });
  return Object.fromEntries(rewritten(files, review, data).map(({ name, text }) => [name, text]));
}

describe("the text of the tables after a refresh", () => {
  cpSync("pricing/shared/labour.yaml", join(folder, "labour.yaml"));

  it("exchanges spot prices where they stand, under a reading of that day, and keeps the columns", () => {
    const text = after(
      `  - title: Spot
    unit: hour
    category: dynamic
    source: https://example.com
    readings: &readings
      a: { via: "a list", asOf: 2026-08-22, confidence: high } # a note
    table: |
      sku  fra   nyc
      # machines of the first kind
      m2   0.05  0.06

      m4   0.1   0.12
  - title: On demand
    unit: hour
    source: https://example.com
    readings: *readings
    table: |
      sku  fra
      m2   0.1
`,
      [
        { pricingCategory: "dynamic", listUnitPrice: 0.041 },
        { pricingCategory: "dynamic", regionId: "nyc", listUnitPrice: 0.06 },
        { pricingCategory: "dynamic", skuId: "m4", listUnitPrice: 0.1 },
        {},
      ],
    )["acme/prices.yaml"];
    expect(text).toContain(`    readings: &readings
      a: { via: "a list", asOf: 2026-08-22, confirmed: 2026-11-28, confidence: high } # a note
      b: { via: "Acme API", asOf: 2026-11-28, confidence: high } # a note
      c: { via: "a list", asOf: 2026-08-22, confidence: high } # a note
    table: |
      sku  fra   nyc
      # machines of the first kind
      m2   0.041=b 0.06

      m4   0.1   0.12=c
`);
  });

  it("puts a table beside the old one, with the price of the old currency left behind", () => {
    const text = after(
      `  - title: "On demand, from 2026-11-01"
    unit: hour
    currency: USD
    source: https://example.com
    readings:
      a: { via: "a list", asOf: 2026-08-22, confidence: low }
    table: |
      sku  nyc  fra
      m4   0.2  0.2
      m2   0.1  0.1

  # What follows is about something else.
  - title: By the month
    unit: month
    source: https://example.com
    readings:
      a: { via: "a list", asOf: 2026-08-22, confidence: low }
    table: |
      sku  fra
      m8   60
`,
      [
        {},
        { skuId: "m4", listUnitPrice: 0.19 },
        { skuId: "m4", regionId: "nyc", listUnitPrice: 0.00000012, currency: "USD" },
      ],
    )["acme/prices.yaml"];
    expect(text).toContain(`      m2   0.1  0.1
  - title: On demand, from 2026-11-28
    unit: hour
    category: standard
    source: https://example.com/api
    readings:
      a: { via: "Acme API", asOf: 2026-11-28, confidence: high }
    table: |
      sku  fra
      m4   0.19
      m2   0.1

  # What follows is about something else.
`);
  });

  it("makes a file for prices of a kind that no file has", () => {
    const files = after(
      `  - title: On demand
    unit: hour
    source: https://example.com
    readings:
      a: { via: "a list", asOf: 2026-11-28, confidence: high }
    table: |
      sku  fra
      m2   0.1
`,
      [{}, { pricingCategory: "committed-1y", listUnitPrice: 0.07, offer: "Plan, 1 year" }],
    );
    expect(files).toEqual({
      "acme/prices-committed-1y.yaml": `provider: acme
prices:
  - title: Plan, 1 year, from 2026-11-28
    unit: hour
    category: committed-1y
    source: https://example.com/api
    readings:
      a: { via: "Acme API", asOf: 2026-11-28, confidence: high }
    table: |
      sku  fra
      m2   0.07
`,
    });
  });
});
