import { describe, expect, it } from "vitest";
import type { CatalogData } from "../../../src/core/catalog/catalog.ts";
import { CATALOG_RULES, catalogNotices, checkCatalog } from "../../../src/core/catalog/check/index.ts";
import { aMachine, aPlatform, aPrice, aReading, aTieredPrice, tinyCatalog } from "../tiny-catalog.ts";

const TODAY = "2026-06-20";
const sound = tinyCatalog();

/** Each fault as "rule provider sku region", for a catalog whose named parts are replaced. */
const faultsOf = (changes: Partial<CatalogData>) =>
  checkCatalog({ ...sound, ...changes }, TODAY).map(
    ({ rule, provider, skuId, regionId }) => `${rule} ${provider} ${skuId} ${regionId}`,
  );

/** The sound prices with `listUnitPrice` of one SKU in Frankfurt multiplied. */
const priced = (skuId: string, factor: number) =>
  sound.prices.map((row) =>
    row.skuId === skuId && row.regionId === "fra" && row.pricingCategory === "standard"
      ? { ...row, listUnitPrice: row.listUnitPrice * factor }
      : row,
  );

it("finds nothing wrong with a sound catalog", () => {
  expect(checkCatalog(sound, TODAY)).toEqual([]);
});

it("names every rule once", () => {
  expect(new Set(CATALOG_RULES.map(({ id }) => id)).size).toBe(CATALOG_RULES.length);
});

describe("duplicate", () => {
  it("is the same price from the same day, whatever it says", () => {
    expect(faultsOf({ prices: [...sound.prices, aPrice({ listUnitPrice: 0.1 })] })).toEqual(["duplicate acme m2 fra"]);
  });

  it("is not a price from another day, of another category or for other customers", () => {
    const others = [
      aPrice({ from: "2026-01-01" }),
      aPrice({ customers: "existing" }),
      aPrice({ pricingCategory: "dynamic" }),
    ];
    expect(faultsOf({ prices: [...sound.prices, ...others] })).toEqual([]);
  });

  it.each<[string, Partial<CatalogData>]>([
    ["duplicate acme null null", { providers: [...sound.providers, ...sound.providers] }],
    ["duplicate acme null nyc", { regions: [...sound.regions, ...sound.regions.slice(2)] }],
    ["duplicate acme m2 null", { instanceTypes: [...sound.instanceTypes, aMachine()] }],
    ["duplicate acme disk null", { services: [...sound.services, ...sound.services.slice(1, 2)] }],
    ["duplicate acme egress global", { tieredPrices: [aTieredPrice(), aTieredPrice()] }],
    [
      "duplicate acme m2 fra",
      { includedTransfers: [...sound.includedTransfers, ...sound.includedTransfers.slice(0, 1)] },
    ],
    ["duplicate acme acme-vm null", { platforms: [aPlatform(), aPlatform()] }],
    ["duplicate null EUR null", { fx: [...sound.fx, ...sound.fx.slice(0, 1)] }],
    ["duplicate null berlin null", { places: [...sound.places, { name: "Berlin", geography: "eu-west" }] }],
  ])("%s", (fault, changes) => {
    expect(faultsOf(changes)).toContain(fault);
  });
});

describe("dangling SKU", () => {
  it.each<[string, Partial<CatalogData>]>([
    ["dangling-sku acme m3 fra", { prices: [...sound.prices, aPrice({ skuId: "m3" })] }],
    ["dangling-sku acme m2 tyo", { prices: [...sound.prices, aPrice({ regionId: "tyo" })] }],
    ["dangling-sku nobody m2 fra", { prices: [...sound.prices, aPrice({ provider: "nobody" })] }],
    ["dangling-sku acme traffic global", { tieredPrices: [aTieredPrice(), aTieredPrice({ skuId: "traffic" })] }],
    ["dangling-sku acme m64 null", { instanceTypes: [...sound.instanceTypes, aMachine({ id: "m64" })] }],
    [
      "dangling-sku acme z null",
      { sustainedUse: [{ provider: "acme", families: ["m", "z"], percentOff: [0, 20], reading: aReading() }] },
    ],
    ["dangling-sku acme disk null", { prices: sound.prices.filter(({ skuId }) => skuId !== "disk") }],
  ])("%s", (fault, changes) => {
    expect(faultsOf(changes)).toEqual([fault]);
  });
});

describe("platform reference", () => {
  const messagesOf = (changes: Parameters<typeof aPlatform>[0]) =>
    checkCatalog({ ...sound, platforms: [aPlatform(changes)] }, TODAY).map(({ message }) => message);
  const billing = aPlatform().billing;
  const [tier] = aPlatform().tiers;

  it("names the platform", () => {
    expect(faultsOf({ platforms: [aPlatform({ labourProfile: "nobody's" })] })).toEqual([
      "platform-reference acme acme-vm null",
    ]);
  });

  it("finds a provider, a labour profile and SKUs that do not exist", () => {
    expect(messagesOf({ provider: "nobody" })).toEqual([`no provider "nobody"`]);
    expect(messagesOf({ labourProfile: "nobody's" })).toEqual([`no labour profile "nobody's"; known: any`]);
    expect(messagesOf({ billing: billing && { ...billing, storageSku: "tape" } })).toEqual([
      `no service "tape" of acme`,
    ]);
    expect(messagesOf({ tiers: tier ? [{ ...tier, surchargeSku: "m2" }] : [] })).toEqual([`no service "m2" of acme`]);
  });

  it("asks no SKU of a laptop", () => {
    expect(messagesOf({ provider: null, billing: null })).toEqual([]);
  });
});

describe("preferred region", () => {
  it("is exactly one", () => {
    const preferring = (preferred: boolean) => sound.regions.map((region) => ({ ...region, preferred }));
    expect(faultsOf({ regions: preferring(true) })).toEqual(["preferred-region acme null fra"]);
    expect(faultsOf({ regions: preferring(false) })).toEqual([
      "preferred-region acme null fra",
      "preferred-region acme null nyc",
    ]);
  });
});

describe("future date", () => {
  const tomorrow = "2026-06-21";
  const tomorrows = aReading({ asOf: tomorrow });

  it.each<[string, Partial<CatalogData>]>([
    ["future-date acme m2 fra", { prices: [...sound.prices, aPrice({ from: tomorrow })] }],
    ["future-date acme egress global", { tieredPrices: [aTieredPrice({ reading: tomorrows })] }],
    [
      "future-date acme m2 nyc",
      {
        includedTransfers: [{ provider: "acme", skuId: "m2", regionId: "nyc", includedGiB: 1, reading: tomorrows }],
      },
    ],
    ["future-date null EUR null", { fx: sound.fx.map((rate) => ({ ...rate, asOf: tomorrow })) }],
    [
      "future-date acme m2 null",
      {
        instanceTypes: sound.instanceTypes.map((machine) =>
          machine.id === "m2"
            ? {
                ...machine,
                stock: { orderable: false, seen: tomorrow, says: "sold out", source: "https://example.com" },
              }
            : machine,
        ),
      },
    ],
  ])("%s", (fault, changes) => {
    expect(faultsOf(changes)).toContain(fault);
  });

  it("lets a price begin and be read today", () => {
    expect(
      faultsOf({ prices: [...sound.prices, aPrice({ from: TODAY, reading: aReading({ asOf: TODAY }) })] }),
    ).toEqual([]);
  });
});

describe("sign", () => {
  it("is minus for credits alone", () => {
    expect(
      faultsOf({
        prices: [
          ...sound.prices.filter(({ skuId }) => skuId !== "disk"),
          aPrice({
            skuId: "disk",
            regionId: "global",
            pricingUnit: "GiB-month",
            listUnitPrice: -0.08,
          }),
        ],
      }),
    ).toEqual(["sign acme disk global"]);
  });

  it("is not minus in tiers or in what comes with a machine", () => {
    const tiers = [
      { from: 0, listUnitPrice: 0.09 },
      { from: 10, listUnitPrice: -0.08 },
    ];
    expect(faultsOf({ tieredPrices: [aTieredPrice({ tiers })] })).toEqual(["sign acme egress global"]);
    const includedTransfers = sound.includedTransfers.slice(0, 1).map((row) => ({ ...row, includedGiB: -1 }));
    expect(faultsOf({ includedTransfers })).toEqual(["sign acme m2 fra"]);
  });

  it("is not 0 for a machine", () => {
    expect(faultsOf({ prices: priced("m4", 0) })).toContain("sign acme m4 fra");
  });
});

describe("tiers", () => {
  const tiersOf = (...tiers: [from: number, listUnitPrice: number][]) =>
    tiers.map(([from, listUnitPrice]) => ({ from, listUnitPrice }));

  it.each([
    ["begin above 0", tiersOf([100, 0.09])],
    ["do not rise", tiersOf([0, 0.09], [10, 0.08], [10, 0.07])],
    ["get dearer", tiersOf([0, 0.09], [10, 0.1])],
  ])("are wrong if they %s", (_, tiers) => {
    expect(faultsOf({ tieredPrices: [aTieredPrice({ tiers })] })).toEqual(["tiers acme egress global"]);
  });

  it("may get dearer only where the source is marked as weak", () => {
    const tiers = tiersOf([0, 0.09], [10, 0.1]);
    expect(faultsOf({ tieredPrices: [aTieredPrice({ tiers, reading: aReading({ confidence: "low" }) })] })).toEqual([]);
  });
});

describe("gpu-model", () => {
  it("is a machine with GPUs of no model, or a model without GPUs", () => {
    const [first, ...others] = sound.instanceTypes;
    const changed = (changes: object) => ({ instanceTypes: first ? [{ ...first, ...changes }, ...others] : [] });
    expect(faultsOf(changed({ gpus: 2 }))).toEqual(["gpu-model acme m2 null"]);
    expect(faultsOf(changed({ gpuModel: "T4" }))).toEqual(["gpu-model acme m2 null"]);
    expect(faultsOf(changed({ gpus: 2, gpuModel: "T4" }))).toEqual(["gpu-model acme m2 null"]); // of how much memory?
    expect(faultsOf(changed({ gpus: 2, gpuModel: "T4", gpuMemoryGB: 16 }))).toEqual([]);
  });
});

describe("commitment", () => {
  const with1y = (changes: Parameters<typeof aPrice>[0]) => [
    ...sound.prices.filter(({ pricingCategory }) => pricingCategory === "standard"),
    aPrice({ skuId: "m4", pricingCategory: "committed-1y", ...changes }), // on-demand is 0.20 EUR an hour
  ];

  it.each([
    ["dearer by the hour", { listUnitPrice: 0.21 }],
    ["dearer by the month: 131 / 624 h = 0.2099", { listUnitPrice: 131, pricingUnit: "month" as const }],
    ["dearer in another currency: 0.26 USD × 0.8 = 0.208", { listUnitPrice: 0.26, currency: "USD" as const }],
    ["dearer as spot", { listUnitPrice: 0.21, pricingCategory: "dynamic" as const }],
  ])("is wrong if it is %s", (_, changes) => {
    expect(faultsOf({ prices: with1y(changes) })).toEqual(["commitment acme m4 fra"]);
  });

  it.each([
    ["the same", { listUnitPrice: 0.2 }],
    ["less by the month: 124 / 624 h = 0.1987", { listUnitPrice: 124, pricingUnit: "month" as const }],
    ["in a currency without a rate", { listUnitPrice: 9, currency: "GBP" as const }],
    ["where nobody knows on-demand", { listUnitPrice: 9, skuId: "m4", regionId: "global" }],
  ])("is let be if it is %s", (_, changes) => {
    expect(faultsOf({ prices: with1y(changes) })).toEqual([]);
  });
});

describe("scale", () => {
  it.each([
    [100, "cents and whole units confused?"],
    [0.01, "cents and whole units confused?"],
    [624, "hours and months confused?"],
    [1 / 730, "hours and months confused?"],
    [25, "out of scale"],
  ])("is off for a machine at %d times its price elsewhere", (factor, cause) => {
    const faults = checkCatalog({ ...sound, prices: priced("m8", factor) }, TODAY).filter(
      ({ rule }) => rule === "scale",
    );
    expect(faults.map(({ skuId, regionId }) => `${skuId} ${regionId}`)).toEqual(["m8 fra", "m8 fra"]);
    expect(faults.every(({ message }) => message.includes(cause))).toBe(true);
  });

  it("is off for a service and for tiers that one region has a hundred times dearer", () => {
    const disk = (regionId: string, listUnitPrice: number) =>
      aPrice({ skuId: "disk", regionId, pricingUnit: "GiB-month", listUnitPrice });
    const rest = sound.prices.filter(({ skuId }) => skuId !== "disk");
    expect(faultsOf({ prices: [...rest, disk("fra", 0.08), disk("muc", 0.08), disk("nyc", 8)] })).toEqual([
      "scale acme disk nyc",
    ]);
    const egress = (regionId: string, listUnitPrice: number) =>
      aTieredPrice({ regionId, tiers: [{ from: 0, listUnitPrice }] });
    expect(faultsOf({ tieredPrices: [egress("fra", 0.09), egress("muc", 9), egress("nyc", 0.09)] })).toEqual([
      "scale acme egress muc",
    ]);
  });

  it("is off for a whole family entered in the wrong unit", () => {
    const monthly = [2, 4].map((vcpu) => aPrice({ skuId: `x${vcpu}`, listUnitPrice: vcpu * 0.05 * 624 }));
    const machines = [2, 4].map((vcpu) => aMachine({ id: `x${vcpu}`, family: "x", vcpu, memoryGiB: vcpu * 4 }));
    expect(
      faultsOf({ prices: [...sound.prices, ...monthly], instanceTypes: [...sound.instanceTypes, ...machines] }),
    ).toEqual(["scale acme x2 fra", "scale acme x4 fra"]);
  });
});

describe("outlier", () => {
  it.each([1.41, 0.59])("is a price %d times what its family says", (factor) => {
    expect(faultsOf({ prices: priced("m8", factor) })).toContain("outlier acme m8 fra");
  });

  it.each([1.39, 0.61])("is not a price %d times what its family says", (factor) => {
    expect(faultsOf({ prices: priced("m8", factor) })).toEqual([]);
  });

  it("accuses only the row that is wrong, however wrong it is", () => {
    expect(faultsOf({ prices: priced("m8", 0.01) }).filter((fault) => fault.startsWith("outlier"))).toEqual([
      "outlier acme m8 fra",
    ]);
  });

  it("says what was expected", () => {
    const [fault] = checkCatalog({ ...sound, prices: priced("m8", 2) }, TODAY);
    // 8 vCPU × 0.05 = 0.40 an hour; twice that was entered
    expect(fault?.message).toBe("0.8 an hour for 8 vCPU and 32 GiB; the rest of m there says about 0.4");
  });

  it("lets memory and GPUs cost what they cost", () => {
    // 0.03 a vCPU, 0.004 a GiB, 0.50 a GPU
    const shapes = [
      { vcpu: 4, memoryGiB: 16, gpus: 1, listUnitPrice: 0.12 + 0.064 + 0.5 },
      { vcpu: 8, memoryGiB: 32, gpus: 1, listUnitPrice: 0.24 + 0.128 + 0.5 },
      { vcpu: 48, memoryGiB: 192, gpus: 4, listUnitPrice: 1.44 + 0.768 + 2 },
      { vcpu: 8, memoryGiB: 64, gpus: 0, listUnitPrice: 0.24 + 0.256 },
    ];
    const machines = shapes.map((shape, index) =>
      aMachine({
        ...shape,
        ...(shape.gpus > 0 ? { gpuModel: "T4", gpuMemoryGB: 16 } : {}),
        id: `g${index}`,
        family: "g",
      }),
    );
    const prices = shapes.map(({ listUnitPrice }, index) => aPrice({ skuId: `g${index}`, listUnitPrice }));
    expect(
      faultsOf({ prices: [...sound.prices, ...prices], instanceTypes: [...sound.instanceTypes, ...machines] }),
    ).toEqual([]);
  });
});

describe("gross price", () => {
  it("is 1.19 times another price of the same SKU and region", () => {
    // 0.10 × 1.19 = 0.119
    const gross = aPrice({ from: "2026-01-01", listUnitPrice: 0.119 });
    expect(faultsOf({ prices: [...sound.prices, gross] })).toEqual(["gross-price acme m2 fra"]);
  });

  it("is 1.19 times what a family that else agrees says", () => {
    expect(faultsOf({ prices: priced("m8", 1.19) })).toEqual(["gross-price acme m8 fra"]);
  });

  it.each([1.17, 1.21])("is not %d times", (factor) => {
    expect(faultsOf({ prices: priced("m8", factor) })).toEqual([]);
    expect(
      faultsOf({ prices: [...sound.prices, aPrice({ from: "2026-01-01", listUnitPrice: 0.1 * factor })] }),
    ).toEqual([]);
  });

  it("is not looked for where price lists never show VAT", () => {
    const providers = sound.providers.map((provider) => ({ ...provider, ownedIn: "US" }));
    expect(faultsOf({ providers, prices: priced("m8", 1.19) })).toEqual([]);
  });
});

describe("linear family", () => {
  /** Forty machines in five regions, 0.05 a vCPU in all but the cells named. */
  const machines = [2, 4, 8, 16, 32, 48, 64, 96].map((vcpu) =>
    aMachine({ id: `l${vcpu}`, family: "l", vcpu, memoryGiB: vcpu * 4 }),
  );
  const regions = ["fra", "muc", "nyc", "sfo", "tyo"].map((id, i) => ({
    provider: "acme",
    id,
    geography: "us-east" as const,
    place: id,
    country: "US",
    preferred: i === 0,
  }));
  const faultsWith = (odd: Record<string, number>, confidence: "high" | "low" = "high") =>
    faultsOf({
      regions,
      instanceTypes: [...sound.instanceTypes, ...machines],
      prices: [
        ...sound.prices,
        ...regions.flatMap(({ id: regionId }) =>
          machines.map(({ id: skuId, vcpu }) =>
            aPrice({
              skuId,
              regionId,
              listUnitPrice: odd[`${skuId} ${regionId}`] ?? vcpu * 0.05,
              ...(odd[`${skuId} ${regionId}`] === undefined ? {} : { reading: aReading({ confidence }) }),
            }),
          ),
        ),
      ],
    }).filter((fault) => fault.startsWith("linear"));

  it("is left by one cell: 0.9 for 16 vCPU that come to 0.8 everywhere", () => {
    expect(faultsWith({})).toEqual([]);
    expect(faultsWith({ "l16 muc": 0.9 })).toEqual(["linear-family acme l16 muc"]);
  });

  it("is left by no more than 5 %, by a size with a price of its own, or by a doubt that is said", () => {
    expect(faultsWith({ "l16 muc": 0.84 })).toEqual([]);
    expect(faultsWith({ "l16 fra": 0.9, "l16 muc": 0.9, "l16 nyc": 0.9 })).toEqual([]);
    expect(faultsWith({ "l16 muc": 0.9 }, "low")).toEqual([]);
  });

  it("is none where a tenth of the cells are out of line", () => {
    const many = { "l16 muc": 0.9, "l32 nyc": 1.9, "l8 fra": 0.5, "l64 sfo": 3.9, "l96 tyo": 5.9 }; // 5 of 40
    expect(faultsWith(many)).toEqual([]);
  });
});

describe("region band", () => {
  it("is left at less than half and more than 2.2 times the price of the first region", () => {
    const inMunich = (factor: number) => {
      const prices = sound.prices.map((row) =>
        row.skuId.startsWith("m") && row.regionId === "muc"
          ? { ...row, listUnitPrice: row.listUnitPrice * factor }
          : row,
      );
      return faultsOf({ prices }).filter((fault) => fault.startsWith("region-band"));
    };
    expect(inMunich(0.5)).toEqual([]);
    expect(inMunich(2.2)).toEqual([]);
    expect(inMunich(0.49)).toHaveLength(5);
    expect(inMunich(2.3)[0]).toBe("region-band acme m2 muc");
  });
});

describe("source host", () => {
  it("is the provider's own, or one below it", () => {
    const from = (source: string) =>
      faultsOf({ prices: [...sound.prices.slice(1), aPrice({ reading: aReading({ source }) })] });
    expect(from("https://example.com/other")).toEqual([]);
    expect(from("https://docs.example.com/prices")).toEqual([]);
    expect(from("https://example.com.evil.org/prices")).toEqual(["source-host acme m2 fra"]);
    expect(from("https://blog.org/cheap-clouds")).toEqual(["source-host acme m2 fra"]);
  });
});

describe("stale", () => {
  const notices = (today: string, changes: Partial<CatalogData> = {}) =>
    catalogNotices({ ...sound, ...changes }, today).map(({ rule, skuId, message }) => `${rule} ${skuId}: ${message}`);

  it("is a notice past the provider's limit of 90 days, one for all that was read that day", () => {
    expect(notices("2026-09-13")).toEqual([]); // 90 days after 2026-06-15
    expect(notices("2026-09-14")).toEqual([
      "stale null: 19 on-demand prices read on 2026-06-15, 91 days ago; the limit is 90",
      "stale m4: 1 committed price read on 2026-06-15, 91 days ago; the limit is 90",
      "stale egress: 1 tiered price read on 2026-06-15, 91 days ago; the limit is 90",
    ]);
    expect(checkCatalog(sound, "2026-09-14")).toEqual([]); // old is no fault
  });

  it("is spot after 30 days", () => {
    const spot = aPrice({ pricingCategory: "dynamic", listUnitPrice: 0.02 });
    const prices = [...sound.prices, spot];
    expect(notices("2026-07-15", { prices })).toEqual([]);
    expect(notices("2026-07-16", { prices })).toEqual([
      "stale m2: 1 spot price read on 2026-06-15, 31 days ago; the limit is 30",
    ]);
  });
});
