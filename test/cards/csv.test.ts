import { expect, it } from "vitest";
import { costLinesCsv } from "../../src/cards/csv.ts";
import type { CostLine } from "../../src/core/decision/estimate.ts";

const line: CostLine = {
  category: "nodes",
  description: '2 × "small", shared',
  skuId: "s-1",
  region: "nyc3",
  quantity: 2,
  unit: "month",
  unitPrice: 12,
  cost: 24,
  currency: "USD",
  source: "https://example.com/prices",
  asOf: "2026-08-21",
  confidence: "high",
};

it("writes a header and a row a line, quoting what needs it", () => {
  expect(costLinesCsv([line])).toBe(
    "category,description,sku,region,quantity,unit,unit price,cost,currency,source,as of,confidence\r\n" +
      'nodes,"2 × ""small"", shared",s-1,nyc3,2,month,12,24.00,USD,https://example.com/prices,2026-08-21,high\r\n',
  );
});

it("gives a spreadsheet no formula to run, and leaves credits numbers", () => {
  const csv = costLinesCsv([{ ...line, description: "=1+1", cost: -73, unitPrice: -0.1 }]);
  expect(csv).toContain("'=1+1");
  expect(csv).toContain(",-0.1,-73.00,");
});
