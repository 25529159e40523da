import { orderable } from "../capacity/node-options.ts";
import { PRODUCTION_NODE } from "../capacity/policy.ts";
import type { InstanceType, PricingCategory, Region, SkuPrice } from "../catalog/catalog.ts";
import type { Platform } from "../catalog/platform.ts";
import type { PriceBook } from "../catalog/price-book.ts";
import { money, plainNumber } from "../cost/money.ts";
import { nearest } from "../price/place.ts";
import { firstOfEach, monthly, placeText, priceNear, unitPrice } from "./figures.ts";
import type { Figure } from "./topic.ts";

interface PricedMachine {
  machine: InstanceType;
  price: SkuPrice;
  region: Region;
}

/** The cheapest machine of a provider that `fits` and can be ordered, near the usual region; null for none. */
export function cheapestMachine(
  book: PriceBook,
  provider: string,
  fits: (machine: InstanceType) => boolean,
): PricedMachine | null {
  const near = nearest(book, provider, null, (region) => {
    const machines = book.instanceTypes(provider, region.id);
    const machine = machines.find((each) => orderable(each, book, false) && fits(each));
    const price = machine === undefined ? null : book.price(provider, machine.id, region.id);
    return machine === undefined || price === null ? null : { machine, price };
  });
  return near === null ? null : { ...near.found, region: near.region };
}

/** Whether a small production cluster would take the machine: large enough, no GPU. */
export const isSmallNode = ({ vcpu, memoryGiB, gpus, architecture }: InstanceType) =>
  vcpu >= PRODUCTION_NODE.vcpu && memoryGiB >= PRODUCTION_NODE.memoryGiB && gpus === 0 && architecture === "amd64";

/** "t3.medium (2 vCPU, 4 GiB)". */
export const machineText = ({ id, vcpu, memoryGiB }: InstanceType) =>
  `${id} (${plainNumber(vcpu)} vCPU, ${plainNumber(memoryGiB)} GiB)`;

/** What one machine costs a month. */
export function machineFigure(book: PriceBook, { machine, price, region }: PricedMachine): Figure {
  return {
    label: `${book.provider(machine.provider).name}: ${machineText(machine)}`,
    value: `${money(monthly(book, price), price.currency)} a month${placeText(price, region)}`,
    source: price.reading.source,
    asOf: price.reading.asOf,
  };
}

/** The smallest cluster of each managed platform, machines and control plane alone, as many as `most`, least first. */
export function starterFigures(book: PriceBook, most: number): Figure[] {
  const starters = book.platforms
    .filter(({ kind }) => kind === "managed")
    .flatMap((platform) => starterOf(book, platform) ?? []);
  return starters
    .toSorted((a, b) => a.usd - b.usd)
    .slice(0, most)
    .map(({ figure }) => figure);
}

function starterOf(book: PriceBook, platform: Platform): { usd: number; figure: Figure } | null {
  const { provider, compute, tiers, name } = platform;
  const tier = tiers.find(({ extendedSupport, production }) => production && !extendedSupport);
  if (provider === null || compute.kind !== "nodes" || tier === undefined) return null;
  const { systemPool } = compute;
  const found = cheapestMachine(
    book,
    provider,
    (machine) =>
      isSmallNode(machine) &&
      (systemPool === null || (machine.vcpu >= systemPool.minimumVcpu && machine.cpu !== "burstable")),
  );
  const fee = priceNear(book, provider, tier.feeSku);
  if (found === null || fee === null) return null;
  const { currency } = found.price;
  const nodes = compute.minimumNodes * (platform.zones.perZoneCounts ? 3 : 1);
  const total =
    nodes * monthly(book, found.price) + book.convert(monthly(book, fee.price), fee.price.currency, currency);
  return {
    usd: book.convert(total, currency, "USD"),
    figure: {
      label: `${name}: ${nodes} × ${machineText(found.machine)} and the control plane`,
      value: `${money(total, currency)} a month${placeText(found.price, found.region)}`,
      source: found.price.reading.source,
      asOf: found.price.reading.asOf,
    },
  };
}

/** For each provider with such prices, one machine's price in `category` beside its on-demand price. */
export function discountFigures(book: PriceBook, category: PricingCategory, term: string): Figure[] {
  const ofMachines = book.prices.filter(
    ({ provider, skuId, regionId, pricingCategory, currency }) =>
      pricingCategory === category &&
      book.instanceType(provider, skuId)?.cpu === "dedicated" &&
      book.price(provider, skuId, regionId)?.currency === currency,
  );
  return firstOfEach(ofMachines, ({ provider }) => provider).flatMap((price) => {
    const onDemand = book.price(price.provider, price.skuId, price.regionId);
    const region = book.regions.find(({ provider, id }) => provider === price.provider && id === price.regionId);
    if (onDemand === null || region === undefined) return [];
    const less = Math.round((1 - monthly(book, price) / monthly(book, onDemand)) * 100);
    return [
      {
        label: `${book.provider(price.provider).name}: ${price.skuId}, ${term}`,
        value: `${unitPrice(price.listUnitPrice, price.currency)} instead of ${unitPrice(onDemand.listUnitPrice, onDemand.currency)} an hour in ${region.place}, ${less} % less`,
        source: price.reading.source,
        asOf: price.reading.asOf,
      },
    ];
  });
}
