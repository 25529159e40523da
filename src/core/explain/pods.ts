import { roundPod } from "../capacity/pod-rounding.ts";
import type { Platform, PodsCompute } from "../catalog/platform.ts";
import type { PriceBook } from "../catalog/price-book.ts";
import { money, plainNumber } from "../cost/money.ts";
import { HOURS_PER_MONTH, MIB_PER_GIB } from "../units.ts";
import { placeText, priceNear } from "./figures.ts";
import type { Figure } from "./topic.ts";

type Rounding<K> = Extract<PodsCompute["rounding"], { kind: K }>;
/** A platform that bills pods in the way `K` names. */
export interface PodBilling<K> {
  platform: Platform;
  compute: PodsCompute;
  rounding: Rounding<K>;
}

/** The first platform that bills pods and rounds them in a way. @throws {RangeError} where the catalog has none: our bug. */
export function podBilling<K extends PodsCompute["rounding"]["kind"]>(book: PriceBook, kind: K): PodBilling<K> {
  const isKind = (rounding: PodsCompute["rounding"]): rounding is Rounding<K> => rounding.kind === kind;
  for (const platform of book.platforms) {
    const { compute } = platform;
    if (compute.kind === "pods" && isKind(compute.rounding)) return { platform, compute, rounding: compute.rounding };
  }
  throw new RangeError(`No platform of the catalog bills pods by ${kind}`);
}

/** A month of one pod as it is billed; none where its prices are unknown or it is too large. */
export function podFigure(
  book: PriceBook,
  { platform, compute }: { platform: Platform; compute: PodsCompute },
  request: { cpuMillicores: number; memoryMiB: number },
): Figure[] {
  const billed = roundPod(request, compute.rounding);
  const cpu = priceNear(book, platform.provider ?? "", compute.vcpuSku);
  const memory = priceNear(book, platform.provider ?? "", compute.memorySku);
  if (billed === null || cpu === null || memory === null) return [];
  const hourly = billed.vcpu * cpu.price.listUnitPrice + billed.memoryGiB * memory.price.listUnitPrice;
  const { reading, currency } = cpu.price;
  return [
    {
      label: `A pod that asks for ${size(request.cpuMillicores / 1000, request.memoryMiB / MIB_PER_GIB)}`,
      value: `billed as ${size(billed.vcpu, billed.memoryGiB)}: ${money(hourly * HOURS_PER_MONTH, currency)} a month${placeText(cpu.price, cpu.region)}`,
      source: reading.source,
      asOf: reading.asOf,
    },
  ];
}

const size = (vcpu: number, memoryGiB: number) => `${plainNumber(vcpu, 2)} vCPU and ${plainNumber(memoryGiB, 2)} GiB`;
