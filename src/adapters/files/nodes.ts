import { z } from "zod";
import type { FileReading } from "../../app/ports/files.ts";
import type { AnyObject } from "./objects.ts";
import { nameOf } from "./owners.ts";
import { mebibytes, quantity } from "./quantity.ts";
import type { Machine } from "./reading.ts";

type Cloud = FileReading["input"]["existingCloud"];

/** What a node's labels or id give away of who runs it: `label` begins one of its labels, `id` its providerID. */
const PROVIDERS: readonly { label: string; id: string; cloud: NonNullable<Cloud> }[] = [
  { label: "eks.amazonaws.com/", id: "aws:", cloud: "aws" },
  { label: "kubernetes.azure.com/", id: "azure:", cloud: "azure" },
  { label: "cloud.google.com/gke-", id: "gce:", cloud: "gcp" },
  { label: "doks.digitalocean.com/", id: "digitalocean:", cloud: "digitalocean" },
  { label: "instance.hetzner.cloud/", id: "hcloud:", cloud: "hetzner" },
  { label: "k8s.scaleway.com/", id: "scaleway:", cloud: "other" },
  { label: "k8s.ovh.net/", id: "openstack:", cloud: "other" },
  { label: "kubernetes.civo.com/", id: "civo:", cloud: "other" },
];
const TYPE = ["node.kubernetes.io/instance-type", "beta.kubernetes.io/instance-type"];
const REGION = ["topology.kubernetes.io/region", "failure-domain.beta.kubernetes.io/region"];
const ZONE = ["topology.kubernetes.io/zone", "failure-domain.beta.kubernetes.io/zone"];
const SPOT = /capacity-?type=spot|gke-spot=true|gke-preemptible=true|scalesetpriority=spot/i;

const Amount = z.union([z.string(), z.number()]);
const Status = z.object({
  capacity: z.object({ cpu: Amount.nullish(), memory: Amount.nullish() }).nullish(),
  nodeInfo: z.object({ kubeletVersion: z.string().nullish() }).nullish(),
});
const Spec = z.object({ providerID: z.string().nullish() });

/** A Node object as a machine. */
export function machineOf(object: AnyObject): Machine {
  const { capacity, nodeInfo } = Status.safeParse(object.status).data ?? {};
  const labels = Object.entries(object.metadata?.labels ?? {}).map(([key, value]) => [key, String(value)] as const);
  return machineFrom({
    name: nameOf(object),
    labels: new Map(labels),
    providerId: Spec.safeParse(object.spec).data?.providerID ?? "",
    cpu: capacity?.cpu ?? null,
    memory: capacity?.memory ?? null,
    version: nodeInfo?.kubeletVersion ?? null,
  });
}

/** What any listing says of one node. */
export interface NodeFacts {
  name: string;
  labels: ReadonlyMap<string, string>;
  providerId: string;
  cpu: string | number | null;
  memory: string | number | null;
  version: string | null;
}

/** A node as a machine: its type, place and provider by its labels, its id and its version. */
export function machineFrom({ name, labels, providerId, cpu, memory, version }: NodeFacts): Machine {
  const keys = [...labels.keys()];
  const provider =
    PROVIDERS.find(({ label, id }) => keys.some((key) => key.startsWith(label)) || providerId.startsWith(id)) ??
    byVersion(version);
  return {
    name,
    instanceType: first(labels, TYPE),
    vcpu: cpu === null ? null : quantity(cpu, `Node "${name}", cpu`),
    memoryGiB: memory === null ? null : mebibytes(memory, `Node "${name}", memory`) / 1024,
    region: first(labels, REGION),
    zone: first(labels, ZONE),
    cloud: provider?.cloud ?? null,
    version,
    spot: SPOT.test([...labels].map(([key, value]) => `${key}=${value}`).join(" ")),
  };
}

/** The kubelet of some providers names them: "v1.33.5-eks-113cf36". */
function byVersion(version: string | null): (typeof PROVIDERS)[number] | undefined {
  const [, maker] = /-(eks|gke)\b/.exec(version ?? "") ?? [];
  return PROVIDERS.find(({ label }) => maker !== undefined && label.includes(maker));
}

const first = (labels: ReadonlyMap<string, string>, keys: readonly string[]) =>
  keys.map((key) => labels.get(key)).find((value) => value !== undefined && value !== "") ?? null;
