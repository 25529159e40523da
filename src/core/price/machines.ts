import { orderable } from "../capacity/node-options.ts";
import type { InstanceType, PricingCategory, Region, SkuPrice } from "../catalog/catalog.ts";
import { hasGpu } from "../catalog/gpu-model.ts";
import { sustainedUseShare, sustainedUseText } from "../catalog/sustained-use.ts";
import { sumOfCents } from "../units.ts";
import { elsewhere, nearest } from "./place.ts";
import type { PriceResult } from "./price-answer.ts";
import type { PriceItem, PriceQuery } from "./query.ts";
import { type Asking, categoryOf, hoursInMonth, result, unitsFor } from "./result.ts";

/** A named machine on every provider that sells one of that name. */
export function instanceResults(asking: Asking, item: Extract<PriceItem, { kind: "instance" }>): PriceResult[] {
  const { book, query } = asking;
  const named = book.findInstanceTypes(item.id);
  const asked = named.filter(({ provider }) => query.providers.includes(provider));
  // "ec2 t3.medium vs e2-medium": a provider named for one machine hides no other.
  return (asked.length > 0 ? asked : named).flatMap((machine) => {
    const found = nearest(book, machine.provider, query.region, (region) => priceOf(asking, machine, region));
    return found === null ? [] : machineResults(asking, machine, found.region, found.found, item.count);
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
      const fitting = book
        .instanceTypes(provider, region.id)
        .filter((type) => fits(type, item, query.architecture) && orderable(type, book, false));
      const offers = (item.gpus > 0 ? fitting : fitting.slice(0, 1)).flatMap((machine) => {
        const price = priceOf(asking, machine, region);
        return price === null ? [] : [machineResults(asking, machine, region, price, machinesFor(machine, item))];
      });
      return offers.sort((a, b) => costOf(a) - costOf(b)).slice(0, 1);
    })
    .sort((a, b) => costOf(a) - costOf(b))
    .flat();
}

const costOf = (lines: readonly PriceResult[]) => sumOfCents(lines.map(({ cost }) => cost));

type ShapeItem = Extract<PriceItem, { kind: "shape" }>;

/** How many of a machine an item takes: as many as have the GPUs together. */
const machinesFor = (machine: InstanceType, { gpus, count }: ShapeItem) =>
  gpus === 0 ? count : count * Math.ceil(gpus / machine.gpus);

function fits(machine: InstanceType, item: ShapeItem, architecture: PriceQuery["architecture"]): boolean {
  const { vcpu, memoryGiB, gpus, gpuModel } = item;
  if (architecture !== null && machine.architecture !== architecture) return false;
  if (machine.vcpu < (vcpu ?? 0) || machine.memoryGiB < (memoryGiB ?? 0)) return false;
  if (gpus === 0 || gpuModel === undefined) return gpus === 0 ? machine.gpus === 0 : machine.gpus > 0;
  return hasGpu(machine, gpuModel);
}

const priceOf = ({ book, query }: Asking, machine: InstanceType, region: Region): SkuPrice | null =>
  book.price(machine.provider, machine.id, region.id, { category: categoryOf(query) });

const KINDS: Record<PricingCategory, string> = {
  standard: "",
  "committed-1y": ", 1 year committed",
  "committed-3y": ", 3 years committed",
  dynamic: ", spot",
};

/** What machines cost, and in a line below it what they get off by themselves for running long. */
function machineResults(
  asking: Asking,
  machine: InstanceType,
  region: Region,
  price: SkuPrice,
  count: number,
): PriceResult[] {
  const { book, query } = asking;
  const provider = book.provider(machine.provider);
  const stock = orderable(machine, book, false) ? "" : `; not orderable when last looked at on ${machine.stock?.seen}`;
  const arm = machine.architecture === "arm64" ? ", Arm" : "";
  const size = `${machine.vcpu} vCPU, ${machine.memoryGiB} GiB${arm}${machine.gpus > 0 ? `, ${machine.gpus} × ${machine.gpuModel ?? "GPU"}` : ""}`;
  const listed = {
    provider: machine.provider,
    region: region.id,
    skuId: machine.id,
    description: `${count} × ${machine.id} (${size})${KINDS[price.pricingCategory]}${elsewhere(query.region, region)}${stock}`,
    quantity: unitsFor(price, provider, count, query),
    unit: price.pricingUnit,
    listUnitPrice: price.listUnitPrice,
    listCurrency: price.currency,
    reading: price.reading,
  };
  const rule = price.pricingCategory === "standard" ? book.sustainedUse(machine) : null;
  const hours = hoursInMonth(query, provider);
  const share = sustainedUseShare(rule, hours, provider);
  if (rule === null || share === 0) return [result(asking, listed)];
  const description = `${machine.id}: ${sustainedUseText(share, hours, provider)}`;
  const off = { ...listed, description, listUnitPrice: -price.listUnitPrice * share, reading: rule.reading };
  return [result(asking, listed), result(asking, off)];
}
