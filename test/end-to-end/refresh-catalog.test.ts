import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { catalogFolder } from "../../src/adapters/catalog/folder.ts";
import { catalogVersion, readCatalog } from "../../src/adapters/catalog/yaml.ts";
import { azurePrices } from "../../src/adapters/prices/azure/fetch.ts";
import { type RefreshRequest, type RefreshResult, refreshCatalog } from "../../src/app/refresh-catalog.ts";
import type { PricingCategory } from "../../src/core/catalog/catalog.ts";
import { priceBook } from "../../src/core/catalog/price-book.ts";
import { type AzureMeter, azureAnswer, azureMeter, azureMeters, machineMeters } from "../price-stand-in/azure.ts";
import { PriceStandIn, QUICK } from "../price-stand-in/server.ts";

const TODAY = "2026-11-28";
const KEPT = ["provider", "platforms", "control-plane", "network", "storage", "observability"];
const NODES = `provider: azure
instances:
  - family: Dsv5
    name: general purpose, Intel
    architecture: amd64
    cpu: dedicated
    source: https://learn.microsoft.com/azure/virtual-machines/sizes/overview
    via: "a list of sizes"
    table: |
      type              vcpu  memoryGiB
      Standard_D2s_v5   2     8
      Standard_D4s_v5   4     16
      Standard_D8s_v5   8     32
      Standard_D16s_v5  16    64
prices:
  - title: Virtual Machines, Linux
    unit: hour
    category: standard
    source: https://azure.microsoft.com/en-us/pricing/details/virtual-machines/linux/
    readings:
      a: { via: "a list of prices", asOf: 2026-06-18, confidence: high }
      b: { via: "an older list", asOf: 2024-08-09, confidence: medium }
    table: |
      sku               eastus   westeurope  uksouth=b  francecentral
      Standard_D2s_v5   0.096    0.115       0.111      0.112
      Standard_D4s_v5   0.192    0.23        0.222      0.224
      Standard_D8s_v5   0.384    0.46        0.444      0.448=b
      Standard_D16s_v5  0.768=b  0.92        0.888      -
`;

let temporary: string;
let azure: PriceStandIn;
let listed: AzureMeter[];
let meters: AzureMeter[];
let copies = 0;

beforeAll(async () => {
  temporary = mkdtempSync(join(tmpdir(), "refresh-"));
  azure = await PriceStandIn.start((url) => azureAnswer(meters)(url));
  listed = azureMeters(priceBook(readCatalog(aCatalog()), TODAY).prices).map(({ savingsPlan: _, ...meter }) => meter);
  meters = listed;
});
afterAll(async () => {
  await azure.stop();
  rmSync(temporary, { recursive: true });
});
afterEach(() => {
  meters = listed;
  azure.troubles.length = 0;
});

/** A folder with a part of the real catalog, Azure's services and platforms, and a few of its machines. */
function aCatalog(): string {
  const folder = join(temporary, `pricing-${copies++}`);
  cpSync("pricing/shared", join(folder, "shared"), { recursive: true });
  rmSync(join(folder, "shared/docker-desktop.yaml"));
  mkdirSync(join(folder, "azure"));
  for (const name of KEPT) cpSync(`pricing/azure/${name}.yaml`, join(folder, `azure/${name}.yaml`));
  writeFileSync(join(folder, "azure/nodes.yaml"), NODES);
  return folder;
}

const refresh = (folder: string, request: Partial<RefreshRequest> = {}): Promise<RefreshResult> =>
  refreshCatalog(
    { providers: ["azure"], today: TODAY, since: null, accept: false, dryRun: false, out: null, ...request },
    { sources: [azurePrices({ url: azure.url, patience: QUICK })], folder: catalogFolder(folder), progress: () => {} },
  );

/** What Azure lists with another price for a machine, or without it. */
function relisted(armSkuName: string, armRegionName: string, price: number | null): AzureMeter[] {
  const others = meters.filter((meter) => meter["armSkuName"] !== armSkuName || meter.armRegionName !== armRegionName);
  return price === null
    ? others
    : [...others, ...machineMeters(armSkuName, armRegionName, price).map(({ savingsPlan: _, ...meter }) => meter)];
}

function priceIn(
  folder: string,
  skuId: string,
  regionId: string,
  category: PricingCategory = "standard",
  asOf = TODAY,
) {
  return priceBook(readCatalog(folder), asOf).price("azure", skuId, regionId, { category });
}

describe("a refresh", () => {
  it("confirms what is unchanged, moves what moved, and adds what is new", async () => {
    const folder = aCatalog();
    meters = relisted("Standard_D4s_v5", "eastus", 0.2112); // 0.192 + 10 %
    meters = relisted("Standard_D4s_v5", "westeurope", null);
    const savingsPlan = machineMeters("Standard_D8s_v5", "eastus", 0.384).at(-1)?.["savingsPlan"];
    meters = meters.map((meter) =>
      meter["armSkuName"] === "Standard_D8s_v5" && meter.armRegionName === "eastus" ? { ...meter, savingsPlan } : meter,
    );
    const before = priceIn(folder, "Standard_D4s_v5", "westeurope");
    const { summary, refused } = await refresh(folder);
    expect(refused).toBe(0);

    expect(priceIn(folder, "Standard_D2s_v5", "eastus")).toMatchObject({
      reading: { asOf: TODAY, confidence: "high" },
    });
    expect(priceIn(folder, "Standard_D4s_v5", "eastus")).toMatchObject({
      listUnitPrice: 0.2112,
      from: TODAY,
      reading: { via: "Azure Retail Prices API", asOf: TODAY },
    });
    // The day before it cost what it had cost, and its old reading was not confirmed on the day it moved.
    expect(priceIn(folder, "Standard_D4s_v5", "eastus", "standard", "2026-11-27")).toMatchObject({
      listUnitPrice: 0.192,
    });
    expect(priceIn(folder, "Standard_D4s_v5", "westeurope")).toEqual(before);
    // 0.384 × 0.7 and × 0.5
    expect(priceIn(folder, "Standard_D8s_v5", "eastus", "committed-1y")?.listUnitPrice).toBe(0.2688);
    expect(priceIn(folder, "Standard_D8s_v5", "eastus", "committed-3y")?.listUnitPrice).toBe(0.192);

    expect(summary).toContain("# Prices refreshed on 2026-11-28");
    expect(summary).toMatch(
      /\| azure \| Standard\\_D4s\\_v5 \| eastus \| standard \| 0\.192 \(.*\) \| 0\.2112 USD per hour \| \+10\.0 % \|/,
    );
    expect(summary).toMatch(/## Gone\n\n.*\n\n.*\n.*\n\| azure \| Standard\\_D4s\\_v5 \| standard \| westeurope \|/);
    expect(summary).toContain("| azure | Savings plan, 1 Year | 1 | eastus | Standard\\_D8s\\_v5 |");
    expect(summary).toMatch(/aks-free, .* by hand, last checked 2026-08-21/);
    expect(readFileSync(join(folder, "refresh.md"), "utf8")).toBe(summary);
  });

  it("leaves a diff of one line a reading, one a moved price, and the new tables", async () => {
    const folder = aCatalog();
    meters = relisted("Standard_D4s_v5", "eastus", 0.2112);
    meters = relisted("Standard_D16s_v5", "francecentral", 0.896);
    await refresh(folder);
    const is = readFileSync(join(folder, "azure/nodes.yaml"), "utf8").split("\n");
    expect(is.filter((line) => !NODES.split("\n").includes(line)).map((line) => line.trim())).toEqual([
      'a: { via: "a list of prices", asOf: 2026-06-18, confirmed: 2026-11-28, confidence: high }',
      'c: { via: "a list of prices", asOf: 2026-06-18, confidence: high }',
      'b: { via: "an older list", asOf: 2024-08-09, confirmed: 2026-11-28, confidence: high }',
      "Standard_D4s_v5   0.192=c  0.23        0.222      0.224", // its old price keeps its old reading
      "- title: Virtual Machines, Linux, from 2026-11-28",
      "source: https://prices.azure.com/api/retail/prices",
      'a: { via: "Azure Retail Prices API", asOf: 2026-11-28, confidence: high }',
      "sku               eastus  francecentral",
      "Standard_D4s_v5   0.2112  -",
      "Standard_D16s_v5  -       0.896",
    ]);
  });

  it("a week later confirms again, and a second time on one day changes nothing", async () => {
    const folder = aCatalog();
    meters = relisted("Standard_D4s_v5", "eastus", 0.2112);
    await refresh(folder);
    const version = catalogVersion(folder);
    await refresh(folder);
    expect(catalogVersion(folder)).toBe(version);
    await refresh(folder, { today: "2026-12-05" });
    expect(priceIn(folder, "Standard_D4s_v5", "eastus", "standard", "2026-12-05")).toMatchObject({
      from: TODAY,
      reading: { asOf: "2026-12-05" },
    });
  });

  it("leaves alone what was read since a day", async () => {
    const folder = aCatalog();
    await refresh(folder, { since: "2026-01-01" });
    expect(priceIn(folder, "Standard_D2s_v5", "eastus")?.reading.asOf).not.toBe(TODAY);
  });

  it("writes nothing in a dry run, and a whole copy where one is asked for", async () => {
    const folder = aCatalog();
    const version = catalogVersion(folder);
    const dry = await refresh(folder, { dryRun: true });
    const out = join(temporary, "copy/pricing");
    const { summary } = await refresh(folder, { out });
    expect([dry.summary, catalogVersion(folder)]).toEqual([summary, version]);
    expect(readdirSync(out).sort()).toEqual(["azure", "refresh.md", "shared"]);
    expect(priceIn(out, "Standard_D2s_v5", "eastus")?.reading.asOf).toBe(TODAY);
    await expect(refresh(folder, { out })).rejects.toThrow("is not empty");
  });
});

describe("what is odd", () => {
  /** Lists the machine with other figures, those of no other operating system or kind. */
  const odd = (over: Partial<AzureMeter>) => {
    meters = meters.map((meter) =>
      meter["armSkuName"] === "Standard_D4s_v5" && meter.armRegionName === "eastus" ? { ...meter, ...over } : meter,
    );
  };

  it.each([
    ["a price of 0", { retailPrice: 0 }, "a price of 0 (final)", false],
    ["an hour that became a month", { retailPrice: 140.16 }, "730 times dearer: an hour taken for a month?", false],
    ["another unit", { unitOfMeasure: "1/Month" }, "priced by the month, where it was by the hour (final)", false],
    ["a move past a half", { retailPrice: 0.3 }, "1.6 times dearer", false],
    ["another currency", { currencyCode: "EUR" }, "in EUR, where it was in USD", true],
  ])("%s is refused", async (_, over, why, isTaken) => {
    const folder = aCatalog();
    odd(over);
    const { summary, refused } = await refresh(folder);
    expect([refused, priceIn(folder, "Standard_D4s_v5", "eastus")?.listUnitPrice]).toEqual([1, 0.192]);
    expect(summary).toContain(`| ${why} |`);
    if (!isTaken) return;
    await refresh(folder, { accept: true });
    expect(priceIn(folder, "Standard_D4s_v5", "eastus")?.currency).toBe("EUR");
  });

  it("is taken once a person accepts it, and the catalog stays sound", async () => {
    const folder = aCatalog();
    meters = meters.map((meter) =>
      meter.armRegionName === "eastus" && meter["armSkuName"] !== ""
        ? { ...meter, retailPrice: Number(meter["retailPrice"]) * 2 }
        : meter,
    );
    expect((await refresh(folder, { dryRun: true })).refused).toBe(4);
    expect((await refresh(folder, { accept: true })).refused).toBe(0);
    expect(priceIn(folder, "Standard_D4s_v5", "eastus")?.listUnitPrice).toBe(0.384);
  });

  it("two prices for one thing are refused for good", async () => {
    const folder = aCatalog();
    meters = [
      ...meters,
      azureMeter({
        serviceName: "Load Balancer",
        productName: "Load Balancer",
        meterName: "Standard Data Processed",
        unitOfMeasure: "1 GB",
        armRegionName: "Global",
        retailPrice: 0.009,
      }),
    ];
    const { summary } = await refresh(folder, { accept: true });
    expect(summary).toContain("listed at 0.005 USD and at 0.009 USD (final)");
  });

  it("a list that lacks much of what it had stops the refresh, until somebody accepts that", async () => {
    const folder = aCatalog();
    const version = catalogVersion(folder);
    meters = meters.filter(
      ({ armRegionName }) =>
        armRegionName !== "eastus" && armRegionName !== "westeurope" && armRegionName !== "uksouth",
    );
    await expect(refresh(folder)).rejects.toThrow(/lists \d+ of the \d+ prices that the catalog has from it/);
    expect(catalogVersion(folder)).toBe(version);
    await refresh(folder, { accept: true });
    expect(priceIn(folder, "Standard_D4s_v5", "eastus")?.listUnitPrice).toBe(0.192);
  });
});

describe("a refresh that fails", () => {
  it("half-way changes nothing", async () => {
    const folder = aCatalog();
    const version = catalogVersion(folder);
    meters = meters.map((meter, i) => (i === meters.length - 1 ? { ...meter, retailPrice: "0.1" } : meter));
    await expect(refresh(folder)).rejects.toThrow("answers in another form: Items.");
    expect([catalogVersion(folder), existsSync(`${folder}.new`), existsSync(join(folder, "refresh.md"))]).toEqual([
      version,
      false,
      false,
    ]);
  });

  it("names a provider that nobody can ask", async () => {
    await expect(refresh(aCatalog(), { providers: ["acme"] })).rejects.toThrow('No price list is known for "acme".');
  });

  it("does not write over what somebody changed meanwhile", async () => {
    const folder = aCatalog();
    azure.troubles.push({ status: 503 });
    const running = refresh(folder);
    writeFileSync(
      join(folder, "azure/provider.yaml"),
      `${readFileSync(join(folder, "azure/provider.yaml"), "utf8")}# later\n`,
    );
    await expect(running).rejects.toThrow("The catalog was changed meanwhile.");
  });
});
