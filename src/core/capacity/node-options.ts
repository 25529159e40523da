import type { InstanceType, PricingCategory, SkuPrice } from "../catalog/catalog.ts";
import type { NodesCompute, Platform } from "../catalog/platform.ts";
import type { PriceBook } from "../catalog/price-book.ts";
import { sustainedUseShare } from "../catalog/sustained-use.ts";
import type { Commitment } from "../question/choices.ts";
import { allocatable, type Capacity } from "./allocatable.ts";

/** A machine that could be a node of a platform in a region, and what a month of it costs there. */
export interface NodeOption {
  machine: InstanceType;
  allocatable: Capacity;
  usable: Capacity; // what daemons leave
  serverUsable: Capacity; // the same on a node that carries the control plane
  category: PricingCategory;
  monthlyUsd: number; // with its own disk and address where those are billed apart
  includedTransferGiB: number;
}

/** Which machines are meant: platform, region, terms. */
export interface OptionQuery {
  platform: Platform;
  compute: NodesCompute;
  regionId: string;
  commitment: Commitment;
  existing: boolean; // prices of machines ordered before a rise
  publicNodes: boolean;
  hoursPerMonth: number; // how long they run: some prices fall by themselves over a month
  /** Of machines that save up CPU, only what they may use all the time counts as usable. */
  sustained: boolean;
}

/** Gives the machines that can be nodes, cheapest first; those out of stock are left out. */
export type NodeOptions = (query: OptionQuery) => readonly NodeOption[];

/** Look-up of node options, each list worked out once: an estimate asks for the same few again and again. */
export function nodeOptions(book: PriceBook): NodeOptions {
  const known = new Map<string, readonly NodeOption[]>();
  return (query) => {
    const { platform, regionId, commitment, existing, publicNodes, hoursPerMonth, sustained } = query;
    const machines = [platform.id, platform.provider, regionId, commitment, existing];
    const key = [...machines, publicNodes, hoursPerMonth, sustained].join(" ");
    const found = known.get(key) ?? listOptions(book, query);
    known.set(key, found);
    return found;
  };
}

/** Whether a machine can be ordered, as far as was known on the book's day. */
export const orderable = (machine: InstanceType, book: PriceBook, existing: boolean) =>
  machine.stock === null ||
  machine.stock.orderable ||
  (machine.stock.since ?? machine.stock.seen) > book.asOf ||
  existing;

function listOptions(book: PriceBook, query: OptionQuery): NodeOption[] {
  const provider = query.platform.provider ?? "";
  return book
    .instanceTypes(provider, query.regionId)
    .filter(
      (machine) => machine.memoryGiB >= query.compute.minimumMemoryGiB && orderable(machine, book, query.existing),
    )
    .flatMap((machine) => {
      const price = machinePrice(book, query, machine.id);
      return price === null ? [] : [option(book, query, machine, price)];
    })
    .filter(({ usable }) => usable.cpuMillicores > 0 && usable.memoryMiB > 0 && usable.pods > 0)
    .sort((a, b) => a.monthlyUsd - b.monthlyUsd || (a.machine.id < b.machine.id ? -1 : 1));
}

/** A machine's price under the asked commitment, or on demand where no committed rate is sourced; null for neither. */
export function machinePrice(
  book: PriceBook,
  query: Pick<OptionQuery, "platform" | "regionId" | "commitment" | "existing">,
  skuId: string,
): SkuPrice | null {
  const provider = query.platform.provider ?? "";
  const category: PricingCategory = query.commitment === "none" ? "standard" : `committed-${query.commitment}`;
  return (
    book.price(provider, skuId, query.regionId, { category, existing: query.existing }) ??
    book.price(provider, skuId, query.regionId, { existing: query.existing })
  );
}

function option(book: PriceBook, query: OptionQuery, machine: InstanceType, price: SkuPrice): NodeOption {
  const { compute, platform, regionId } = query;
  const provider = platform.provider ?? "";
  const offered = allocatable(machine, compute);
  const usable = less(query.sustained ? sustainedOf(machine, offered) : offered, compute.overhead);
  return {
    machine,
    allocatable: offered,
    usable,
    serverUsable: compute.serverOverhead === null ? usable : less(usable, compute.serverOverhead),
    category: price.pricingCategory,
    monthlyUsd:
      monthlyUsd(book, price) * (1 - sustainedShare(book, query, machine, price)) + extrasUsd(book, query, machine),
    includedTransferGiB: book.includedTransferGiB(provider, machine.id, regionId) ?? 0,
  };
}

/** What a month's price falls by itself: on demand alone. */
function sustainedShare(book: PriceBook, { hoursPerMonth }: OptionQuery, machine: InstanceType, price: SkuPrice) {
  if (price.pricingCategory !== "standard") return 0;
  return sustainedUseShare(book.sustainedUse(machine), hoursPerMonth, book.provider(price.provider));
}

/** A price for a whole month of the provider's, in USD. */
export function monthlyUsd(book: PriceBook, price: SkuPrice): number {
  const months = price.pricingUnit === "month" ? 1 : book.provider(price.provider).hoursPerMonth;
  return book.convert(price.listUnitPrice * months, price.currency, "USD");
}

// A part without a price counts nothing here: this only compares machines, and the bill refuses what it cannot price.
function extrasUsd(
  book: PriceBook,
  { compute, platform, regionId, publicNodes }: OptionQuery,
  machine: InstanceType,
): number {
  const provider = platform.provider ?? "";
  const disk = osDisk(compute, machine);
  const diskPrice = disk === null ? null : book.price(provider, disk.skuId, regionId);
  const { nodeIpv4, ipv4Sku } = platform.billing ?? { nodeIpv4: "none", ipv4Sku: null };
  const hasAddress = nodeIpv4 === "every-node" || (nodeIpv4 === "public-nodes" && publicNodes);
  const address = hasAddress && ipv4Sku !== null ? book.price(provider, ipv4Sku, regionId) : null;
  const diskUsd =
    diskPrice === null || disk === null
      ? 0
      : book.convert(
          diskPrice.listUnitPrice * (diskPrice.pricingUnit === "month" ? 1 : disk.gib),
          diskPrice.currency,
          "USD",
        );
  return diskUsd + (address === null ? 0 : monthlyUsd(book, address));
}

/** The disk that such a node boots from; null where it comes with the machine, or stands on the machine's own. */
export function osDisk(
  compute: NodesCompute,
  { vcpu, family, localDiskGiB }: Pick<InstanceType, "vcpu" | "family" | "localDiskGiB">,
): { skuId: string; gib: number } | null {
  const fits = ({ families, upToVcpu }: { families?: string[] | undefined; upToVcpu: number | null }) =>
    (families === undefined || families.includes(family)) && (upToVcpu === null || vcpu <= upToVcpu);
  const freeFrom = compute.osDisk?.freeFromLocalGiB ?? Number.POSITIVE_INFINITY;
  return (localDiskGiB ?? 0) >= freeFrom ? null : (compute.osDisk?.sizes.find(fits) ?? null);
}

/** What a node offers without spending saved-up CPU. */
function sustainedOf({ vcpu, baselinePercent }: InstanceType, offered: Capacity): Capacity {
  const most = baselinePercent === null ? Number.POSITIVE_INFINITY : Math.floor(vcpu * 10 * baselinePercent);
  return { ...offered, cpuMillicores: Math.min(offered.cpuMillicores, most) };
}

const less = (capacity: Capacity, taken: { cpuMillicores: number; memoryMiB: number; pods: number }): Capacity => ({
  cpuMillicores: Math.max(0, capacity.cpuMillicores - taken.cpuMillicores),
  memoryMiB: Math.max(0, Math.floor(capacity.memoryMiB - taken.memoryMiB)),
  pods: Math.max(0, capacity.pods - taken.pods),
  gpus: capacity.gpus,
});
