import type { CostLine } from "../decision/estimate.ts";
import { groupBy } from "../group-by.ts";
import type { VolumeRequest } from "../question/workload-request.ts";
import { allMonth, type CostContext, exactly, nameOf, priceLine, tieredLines } from "./price-line.ts";

type Disk = Pick<VolumeRequest, "GiB" | "class">;

/** Persistent volumes, a line a kind of disk: the kind asked for where it has a price, else what the machines of the plan take. */
export function storageLines(context: CostContext): CostLine[] {
  const { storageGiB, volumes } = context.candidate.requirement;
  const all: Disk[] = [...(storageGiB > 0 ? [{ GiB: storageGiB }] : []), ...volumes];
  return [...groupBy(all, (volume) => diskSku(context, volume.class))].map(([skuId, kind]) => {
    const gib = totalGiB(kind);
    const others = [...new Set(kind.flatMap((volume) => (isDisk(skuId, volume.class) ? [] : (volume.class ?? []))))];
    const asked = others.length === 0 ? "" : ` (for ${others.join(", ")}, which has no price here)`;
    return priceLine(context, {
      category: "storage",
      description: `${gib} GiB ${kind.length === 1 ? "" : `in ${kind.length} `}volumes, ${nameOf(context, skuId)}${asked}`,
      skuId,
      quantity: exactly(gib),
    });
  });
}

const totalGiB = (volumes: readonly Pick<VolumeRequest, "GiB">[]) => volumes.reduce((sum, { GiB }) => sum + GiB, 0);

/** The disk that a volume of this class is priced as: one of that name billed by the GiB, where the machines take it. */
function diskSku({ billing, plan, provider, candidate: { book, region } }: CostContext, asked?: string): string {
  const takes = (families: string[]) => plan.pools.some(({ machine }) => families.includes(machine.family));
  const only = billing.storageOf?.find(({ families }) => takes(families));
  if (only !== undefined || asked === undefined) return only?.skuId ?? billing.storageSku;
  const named = book.services.find(
    ({ provider: of, skuId, kind }) =>
      of === provider &&
      kind === "disk" &&
      isDisk(skuId, asked) &&
      book.price(provider, skuId, region.id)?.pricingUnit === "GiB-month",
  );
  return named?.skuId ?? billing.storageSku;
}

/** Whether "gp3" or "ebs-gp3" is the disk `ebs-gp3`; a volume that names none takes any. */
function isDisk(skuId: string, asked: string | undefined): boolean {
  const name = asked?.toLowerCase();
  return name === undefined || skuId === name || skuId.endsWith(`-${name}`);
}

/** Copies of the volumes: one full copy, which is what incremental snapshots start from. */
export function backupLines(context: CostContext): CostLine[] {
  const { backups, storageGiB, volumes, clusters } = context.candidate.requirement;
  if (!backups) return [];
  const gib = storageGiB + totalGiB(volumes);
  const { backup } = context.billing;
  if (backup.kind === "flat") {
    const buckets = clusters * Math.max(1, Math.ceil(gib / clusters / backup.holdsGiB));
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
  if (gib === 0) return [];
  return [
    priceLine(context, {
      category: "backups",
      description: `${gib} GiB snapshots`,
      skuId: backup.skuId,
      quantity: exactly(gib),
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
