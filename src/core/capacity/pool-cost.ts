import type { Billing } from "../catalog/platform.ts";
import type { PriceBook } from "../catalog/price-book.ts";
import type { Candidate } from "./cluster-plan.ts";
import { monthlyUsd, type NodeOption } from "./node-options.ts";

/** What so many such nodes cost a month, USD. */
export type PoolCost = (option: NodeOption, count: number) => number;

/**
 * What a pool costs with all that its number of nodes decides: the nodes, what they send out through NAT, and the transfer
 * that their allowances leave to be paid. A part without a price counts nothing here: the bill refuses what it cannot price.
 */
export function poolCost(candidate: Candidate): PoolCost {
  const { platform, region, requirement, policy, book } = candidate;
  const provider = platform.provider ?? "";
  const nat = platform.billing?.nat ?? null;
  const natOf = nat !== null && policy.privateNodes ? natCost(nat, book, provider, region.id) : () => 0;
  const egress = platform.billing?.egress;
  const overage = egress?.pooled === true ? book.tiered(provider, egress.skuId, region.id) : null;
  const perGiB = overage === null ? 0 : book.convert(overage.tiers[0]?.listUnitPrice ?? 0, overage.currency, "USD");
  const egressGiB = requirement.egressGiB / requirement.clusters;
  return (option, count) =>
    count * option.monthlyUsd + natOf(count) + perGiB * Math.max(0, egressGiB - count * option.includedTransferGiB);
}

/** What NAT costs for a number of nodes beyond what it costs for none. */
function natCost(nat: Billing["nat"], book: PriceBook, provider: string, regionId: string): (count: number) => number {
  if (nat.kind === "none") return () => 0;
  const usd = (skuId: string) => {
    const price = book.price(provider, skuId, regionId);
    return price === null ? 0 : monthlyUsd(book, price);
  };
  const data = book.price(provider, nat.dataSku, regionId);
  const dataUsd = data === null ? 0 : nat.gibPerNode * book.convert(data.listUnitPrice, data.currency, "USD");
  if (nat.kind === "per-zone") return (count) => count * dataUsd;
  const [nodeUsd, flatUsd] = [usd(nat.nodeHourSku), usd(nat.flatHourSku)];
  return (count) => count * dataUsd + (count <= nat.upToNodes ? count * nodeUsd : flatUsd);
}
