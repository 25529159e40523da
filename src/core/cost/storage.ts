import type { CostLine } from "../estimate.ts";
import { allMonth, type CostContext, exactly, nameOf, priceLine, tieredLines } from "./price-line.ts";

/** Persistent volumes, of the kind that the machines of the plan take. */
export function storageLines(context: CostContext): CostLine[] {
  const { storageGiB } = context.candidate.requirement;
  if (storageGiB === 0) return [];
  const { billing, plan } = context;
  const takes = (families: string[]) => plan.pools.some(({ machine }) => families.includes(machine.family));
  const skuId = billing.storageOf?.find(({ families }) => takes(families))?.skuId ?? billing.storageSku;
  return [
    priceLine(context, {
      category: "storage",
      description: `${storageGiB} GiB volumes, ${nameOf(context, skuId)}`,
      skuId,
      quantity: exactly(storageGiB),
    }),
  ];
}

/** Copies of the volumes: one full copy, which is what incremental snapshots start from. */
export function backupLines(context: CostContext): CostLine[] {
  const { backups, storageGiB, clusters } = context.candidate.requirement;
  if (!backups) return [];
  const { backup } = context.billing;
  if (backup.kind === "flat") {
    const buckets = clusters * Math.max(1, Math.ceil(storageGiB / clusters / backup.holdsGiB));
    const each = buckets === clusters ? "" : `${buckets} × `;
    return [
      priceLine(context, {
        category: "backups",
        description: `Backups off-site, ${each}${nameOf(context, backup.skuId)}`,
        skuId: backup.skuId,
        quantity: allMonth(buckets),
      }),
    ];
  }
  if (storageGiB === 0) return [];
  return [
    priceLine(context, {
      category: "backups",
      description: `${storageGiB} GiB snapshots`,
      skuId: backup.skuId,
      quantity: exactly(storageGiB),
    }),
  ];
}

/** Logs kept by the provider, or on a volume of the cluster where it keeps none. */
export function logLines(context: CostContext): CostLine[] {
  const { logsGiB } = context.candidate.requirement;
  if (logsGiB === 0) return [];
  const { logs } = context.billing;
  if (logs.kind === "service")
    return tieredLines(context, {
      category: "logs",
      what: "Logs taken in",
      skuId: logs.skuId,
      quantity: logsGiB,
      included: 0,
    });
  return [
    priceLine(context, {
      category: "logs",
      description: `${logsGiB} GiB logs on a volume of the cluster`,
      skuId: logs.skuId,
      quantity: exactly(logsGiB),
    }),
  ];
}
