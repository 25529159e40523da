import { orderable } from "../capacity/node-options.ts";
import type { InstanceType, PricingCategory, Region, SkuPrice } from "../catalog.ts";
import type { PriceResult } from "../price-answer.ts";
import type { PriceItem } from "../words/price-items.ts";
import { elsewhere, nearest } from "./place.ts";
import { type Asking, result, unitsFor } from "./result.ts";

/** A named machine on every provider that sells one of that name. */
export function instanceResults(asking: Asking, item: Extract<PriceItem, { kind: "instance" }>): PriceResult[] {
  const { book, query } = asking;
  return book
    .findInstanceTypes(item.id)
    .filter(({ provider }) => query.providers.length === 0 || query.providers.includes(provider))
    .flatMap((machine) => {
      const found = nearest(book, machine.provider, query.region, (region) => priceOf(asking, machine, region));
      return found === null ? [] : [machineResult(asking, machine, found.region, found.found, item.count)];
    });
}

/** The cheapest machine of at least that size on each provider that has one where it is asked for, cheapest first. */
export function shapeResults(asking: Asking, item: Extract<PriceItem, { kind: "shape" }>): PriceResult[] {
  const { book, query } = asking;
  const providers = query.providers.length > 0 ? query.providers : book.providers.map(({ id }) => id);
  const place = query.region?.region ?? query.region?.geography ?? "us-east";
  return providers
    .flatMap((provider) => {
      const region = book.regionFor(provider, place);
      if (region === null) return [];
      const machine = book
        .instanceTypes(provider, region.id)
        .find((type) => fits(type, item) && orderable(type, book, false));
      const price = machine === undefined ? null : priceOf(asking, machine, region);
      return machine === undefined || price === null ? [] : [machineResult(asking, machine, region, price, item.count)];
    })
    .sort((a, b) => a.cost - b.cost);
}

const fits = (machine: InstanceType, { vcpu, memoryGiB, gpus }: Extract<PriceItem, { kind: "shape" }>) =>
  machine.vcpu >= (vcpu ?? 0) &&
  machine.memoryGiB >= (memoryGiB ?? 0) &&
  (gpus === 0 ? machine.gpus === 0 : machine.gpus >= gpus);

function priceOf({ book, query }: Asking, machine: InstanceType, region: Region): SkuPrice | null {
  const category: PricingCategory = query.spot
    ? "dynamic"
    : query.commitment === "none"
      ? "standard"
      : `committed-${query.commitment}`;
  return book.price(machine.provider, machine.id, region.id, { category });
}

const KINDS: Record<PricingCategory, string> = {
  standard: "",
  "committed-1y": ", 1 year committed",
  "committed-3y": ", 3 years committed",
  dynamic: ", spot",
};

function machineResult(
  asking: Asking,
  machine: InstanceType,
  region: Region,
  price: SkuPrice,
  count: number,
): PriceResult {
  const { book, query } = asking;
  const stock = orderable(machine, book, false) ? "" : `; not orderable when last looked at on ${machine.stock?.seen}`;
  const size = `${machine.vcpu} vCPU, ${machine.memoryGiB} GiB${machine.gpus > 0 ? `, ${machine.gpus} × ${machine.gpuModel ?? "GPU"}` : ""}`;
  return result(asking, {
    provider: machine.provider,
    region: region.id,
    skuId: machine.id,
    description: `${count} × ${machine.id} (${size})${KINDS[price.pricingCategory]}${elsewhere(query.region, region)}${stock}`,
    quantity: unitsFor(price, book.provider(machine.provider), count, query.period),
    unit: price.pricingUnit,
    listUnitPrice: price.listUnitPrice,
    listCurrency: price.currency,
    reading: price.reading,
  });
}
