import type { AnyObject } from "./objects.ts";

/** Kubernetes writes hashes without vowels and easily misread digits. */
const HASH = /-[bcdfghjklmnpqrstvwxz2456789]{5,10}$/;
/** A CronJob names its Jobs by the minute they were due. */
const DUE = /-\d{7,}$/;

export interface Owner {
  kind: string;
  name: string;
}

/** "web" of the object itself, or "web-" where Kubernetes would add the rest. */
export const nameOf = ({ metadata }: AnyObject) => metadata?.name ?? metadata?.generateName ?? "unnamed";

/** What controls the object, the nearest first: a ReplicaSet, then the Deployment that its name tells of. */
export function ownersOf(object: AnyObject): Owner[] {
  const references = object.metadata?.ownerReferences ?? [];
  const owner = references.find(({ controller }) => controller === true) ?? references[0];
  if (owner === undefined) return [];
  const { kind, name } = owner;
  if (kind === "ReplicaSet") {
    const deployment = name.replace(templateHash(object) ?? HASH, "");
    return [{ kind, name }, ...(deployment === name ? [] : [{ kind: "Deployment", name: deployment }])];
  }
  const cronJob = name.replace(DUE, "");
  return kind === "Job" && cronJob !== name
    ? [
        { kind, name },
        { kind: "CronJob", name: cronJob },
      ]
    : [{ kind, name }];
}

/** "-7d4b9c6f5" where the pod's own label says so; null without one. */
function templateHash({ metadata }: AnyObject): string | null {
  const hash = metadata?.labels?.["pod-template-hash"];
  return typeof hash === "string" && hash !== "" ? `-${hash}` : null;
}
