import { z } from "zod";
import type { AnyObject, PodSpec } from "./objects.ts";
import { nameOf } from "./owners.ts";
import { mebibytes } from "./quantity.ts";
import type { Volume } from "./reading.ts";

const Size = z.union([z.string(), z.number()]);
const Claim = z.object({ resources: z.object({ requests: z.object({ storage: Size }) }) });
const Template = z.object({ metadata: z.object({ name: z.string().nullish() }).nullish(), spec: Claim });
const Templates = z.object({ volumeClaimTemplates: z.array(z.unknown()) });
/** Where operators' own kinds say how much each of their copies keeps. */
const Kept = z.union([
  z.object({ storage: z.object({ size: Size }) }).transform(({ storage }) => storage.size),
  z.object({ volume: z.object({ size: Size }) }).transform(({ volume }) => volume.size),
  z
    .object({ storage: z.object({ volumeClaimTemplate: z.object({ spec: Claim }) }) })
    .transform(({ storage }) => storage.volumeClaimTemplate.spec.resources.requests.storage),
]);
const Ephemeral = z.object({ ephemeral: z.object({ volumeClaimTemplate: z.object({ spec: Claim }) }) });

const toGiB = (size: string | number, where: string) => mebibytes(size, where) / 1024;

/** The volume a PersistentVolumeClaim asks for; null where it names no size. */
export function claimOf(object: AnyObject): Volume | null {
  const claim = Claim.safeParse(object.spec).data;
  const name = nameOf(object);
  return claim === undefined
    ? null
    : { name, count: 1, GiB: toGiB(claim.resources.requests.storage, `PersistentVolumeClaim "${name}", storage`) };
}

/** The volumes that come with each copy of a workload: by its claim templates, its operator's word, or for a pod's life. */
export function volumesOf(object: AnyObject, pod: PodSpec | null, replicas: number): Volume[] {
  const name = nameOf(object);
  const where = `${object.kind} "${name}", storage`;
  const templates = (Templates.safeParse(object.spec).data?.volumeClaimTemplates ?? []).flatMap((template) => {
    const read = Template.safeParse(template).data;
    const size = read?.spec.resources.requests.storage;
    return size === undefined ? [] : [{ name: `${read?.metadata?.name ?? "data"}-${name}`, size }];
  });
  const kept = pod === null ? Kept.safeParse(object.spec).data : undefined;
  const ephemeral = (pod?.volumes ?? []).flatMap((volume) => {
    const read = Ephemeral.safeParse(volume).data;
    return read === undefined
      ? []
      : [{ name, size: read.ephemeral.volumeClaimTemplate.spec.resources.requests.storage }];
  });
  return [...templates, ...(kept === undefined ? [] : [{ name, size: kept }]), ...ephemeral].map((each) => ({
    name: each.name,
    count: replicas,
    GiB: toGiB(each.size, where),
  }));
}
