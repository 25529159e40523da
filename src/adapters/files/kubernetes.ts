import { z } from "zod";
import { groupBy } from "../../core/group-by.ts";
import { PodRequest } from "../../core/question/workload-request.ts";
import { checked } from "./kube-objects.ts";
import { countBalancers } from "./network.ts";
import { type AnyObject, NODE_KINDS, PASSING_KINDS, RUNNING_KINDS, type Run, runByOperator } from "./objects.ts";
import { nameOf, ownersOf } from "./owners.ts";
import { placementOf } from "./placement.ts";
import { type PodRequests, podRequests } from "./pod-requests.ts";
import { type Found, plural } from "./reading.ts";
import { SAYS } from "./says.ts";
import { isScaler, type Scaling, scalingsIn } from "./scaling.ts";
import { claimOf, volumesOf } from "./volumes.ts";

const MOST_NAME = 63;
/** The cluster's own programs: every platform brings its own. */
const SYSTEM_NAMESPACE = "kube-system";
/** Groups of kinds that tell running programs what to do, and run nothing. */
const PASSIVE_GROUP =
  /(^|\.)(k8s\.io|istio\.io|cert-manager\.io|traefik\.(io|containo\.us)|cilium\.io|projectcalico\.org|fluxcd\.io|external-secrets\.io|kyverno\.io|karpenter\.sh|gke\.io|aws|openshift\.io|bitnami\.com)$/;
const PASSIVE_KINDS = /^(ServiceMonitor|PodMonitor|PrometheusRule|Application|ApplicationSet|AppProject|.*Policy)$/;

interface Running {
  object: AnyObject;
  name: string;
  run: Run;
  requests: PodRequests;
  key: string; // alike for pods of one owner that ask for the same
}

/** What was met among the objects, and what autoscalers say of it. */
interface Context {
  found: Found;
  present: ReadonlySet<string>;
  scalings: ReadonlyMap<string, Scaling>;
}

/**
 * Adds what Kubernetes objects ask for to what was found: pods, volumes, load balancers, needs; with what was left out or
 * assumed.
 * @throws {UserError} for an object that is not as Kubernetes defines it.
 */
export function readObjects(objects: readonly AnyObject[], found: Found): void {
  const present = new Set(objects.map((object) => key(object, { kind: object.kind, name: nameOf(object) })));
  const context: Context = { found, present, scalings: scalingsIn(objects) };
  const running = objects.flatMap((object) => runningOf(object, context));
  found.pods.push(...[...groupBy(running, (each) => each.key).values()].map((alike) => toPod(alike, context)));
  for (const object of objects) addClaim(object, found);
  countBalancers(objects, found);
}

const key = ({ metadata }: AnyObject, { kind, name }: { kind: string; name: string }) =>
  `${metadata?.namespace ?? ""}/${kind}/${name}`;

/** Volumes claimed by name, but for those that a workload's own templates stand for: "data-db-0" of StatefulSet db. */
function addClaim(object: AnyObject, found: Found): void {
  if (object.kind !== "PersistentVolumeClaim") return;
  const own = nameOf(object);
  const isCounted = found.volumes.some(({ name }) => own.startsWith(name) && /^-\d+$/.test(own.slice(name.length)));
  const claim = isCounted ? null : claimOf(object);
  if (claim !== null) found.volumes.push(claim);
}

/** What an object runs; nothing where it is left out, or counted with what owns it. */
function runningOf(object: AnyObject, { found, present, scalings }: Context): Running[] {
  const { kind } = object;
  const { notes } = found;
  const owners = ownersOf(object);
  const name = owners.at(-1)?.name ?? nameOf(object);
  const titled = `${kind} ${name}`;
  if (isReadElsewhere(object) || owners.some((owner) => present.has(key(object, owner)))) return [];
  const why = whyLeftOut(object, owners);
  if (why !== null) notes.add(why, why === SAYS.unread ? kind : titled);
  if (why !== null) {
    if (why === SAYS.onNodes) addDaemon(object, found);
    return [];
  }
  const schema = RUNNING_KINDS.get(kind);
  const what = `${kind} "${nameOf(object)}" is not as Kubernetes defines it, in its spec`;
  const run = schema === undefined ? runByOperator(object.spec) : checked(schema, object.spec, what);
  if (run === null) return [];
  const replicas = scaled(run.replicas, object, scalings.get(key(object, { kind, name: nameOf(object) })), found);
  if (replicas === 0) notes.add(SAYS.stopped, titled);
  if (replicas === 0) return [];
  if ([kind, ...owners.map((owner) => owner.kind)].some((each) => PASSING_KINDS.includes(each)))
    notes.add(SAYS.passing, titled);
  const requests = podRequests(run.pod, `${kind} "${nameOf(object)}"`);
  found.volumes.push(...volumesOf(object, schema === undefined && !hasTemplate(object) ? null : run.pod, replicas));
  const alike = JSON.stringify([key(object, owners.at(-1) ?? { kind, name }), requests]);
  return [{ object, name, run: { ...run, replicas }, requests, key: alike }];
}

const hasTemplate = ({ spec }: AnyObject) => typeof spec === "object" && spec !== null && "template" in spec;

/** Copies to plan: those written down, or as few as an autoscaler keeps where those are more. */
function scaled(written: number, object: AnyObject, scaling: Scaling | undefined, found: Found): number {
  if (scaling === undefined) return written;
  const isWritten = typeof (object.spec as { replicas?: unknown } | null)?.replicas === "number";
  const planned = Math.max(isWritten ? written : 0, scaling.least);
  const range = `${scaling.least} to ${scaling.most ?? "any number"}`;
  found.notes.add(SAYS.scaled, `${nameOf(object)} (${range}, planned with ${planned})`);
  found.features.add("autoscaling");
  return planned;
}

function whyLeftOut(object: AnyObject, owners: { kind: string }[]): ((names: string, count: number) => string) | null {
  const { kind, metadata, status } = object;
  if (metadata?.namespace === SYSTEM_NAMESPACE) return SAYS.system;
  if (kind === "DaemonSet" || owners.some((owner) => NODE_KINDS.includes(owner.kind))) return SAYS.onNodes;
  if (metadata?.annotations?.["helm.sh/hook"] !== undefined && kind !== "Deployment") return SAYS.hooks;
  if (!RUNNING_KINDS.has(kind) && runByOperator(object.spec) === null)
    return isCustom(object) ? SAYS.operated : SAYS.unread;
  const phase = Status.safeParse(status).data?.phase;
  const isOver = phase === "Succeeded" || phase === "Failed" || (metadata?.deletionTimestamp ?? null) !== null;
  return kind === "Pod" && isOver ? SAYS.finished : null;
}

/** Kinds that run nothing and are read elsewhere: as autoscalers, machines, volumes and load balancers. */
const isReadElsewhere = (object: AnyObject) =>
  isScaler(object) ||
  ["Node", "PersistentVolumeClaim", "Ingress", "Gateway"].includes(object.kind) ||
  (object.kind === "Service" && !isCustom(object));

/** Whether an operator may run something for it, which nobody but the operator knows. */
function isCustom({ apiVersion, kind }: AnyObject): boolean {
  const [group = "", version] = (apiVersion ?? "").split("/");
  return version !== undefined && group.includes(".") && !PASSIVE_GROUP.test(group) && !PASSIVE_KINDS.test(kind);
}

const Status = z.object({ phase: z.string() });
const Daemon = z.object({ template: z.object({ spec: RUNNING_KINDS.get("Pod") ?? z.never() }) });

/** Says what a node gives to a daemon that runs on all of them. */
function addDaemon(object: AnyObject, { notes }: Found): void {
  const pod = Daemon.safeParse(object.spec).data?.template.spec.pod;
  if (pod === undefined) return;
  const { cpuMillicores, memoryMiB } = podRequests(pod, `DaemonSet "${nameOf(object)}"`);
  if (cpuMillicores === null && memoryMiB === null) return;
  notes.add(
    SAYS.daemonSize,
    `${nameOf(object)} ${wholeOf(cpuMillicores) ?? 0} m CPU and ${wholeOf(memoryMiB) ?? 0} MiB`,
  );
}

/** Workloads of one owner that ask for the same, as one kind of pod. */
function toPod([first, ...rest]: Running[], { found }: Context): PodRequest {
  if (first === undefined) throw new RangeError("A group has at least one member");
  const { name, requests, run } = first;
  const { notes } = found;
  const replicas = rest.reduce((sum, each) => sum + each.run.replicas, run.replicas);
  if (requests.partial) notes.add(SAYS.partial, name);
  for (const resource of requests.others) notes.add(SAYS.others, resource);
  const cpuMillicores = wholeOf(requests.cpuMillicores);
  const memoryMiB = wholeOf(requests.memoryMiB);
  if (cpuMillicores === null) notes.add(SAYS.noCpu, name);
  if (memoryMiB === null) notes.add(SAYS.noMemory, name);
  addPlacement(first, replicas, found);
  const pod = {
    name: name.replace(/-$/, "").slice(0, MOST_NAME),
    replicas,
    ...(cpuMillicores === null ? {} : { cpuMillicores }),
    ...(memoryMiB === null ? {} : { memoryMiB }),
    gpus: Math.ceil(requests.gpus),
  };
  return checked(PodRequest, pod, `"${name}" is larger than anything that can be planned`);
}

function addPlacement({ name, run, requests }: Running, replicas: number, found: Found): void {
  const { features, notes } = found;
  const { gpuModel, apart, zones, features: needed } = placementOf(run.pod);
  for (const feature of needed) features.add(feature);
  if (requests.gpus > 0) features.add("gpu");
  for (const feature of needed) notes.add(SAYS[feature as "arm" | "windows" | "spot"], name);
  if (gpuModel !== null) notes.add(SAYS.gpuModel, `${name} on ${gpuModel}`);
  if (gpuModel !== null) found.gpuModels.add(gpuModel);
  if (apart && replicas > 1) notes.add(SAYS.apart, `${name} needs ${plural(replicas, "node")}`);
  if (zones && replicas > 1) notes.add(SAYS.zones, name);
}

/** Rounded up, but for what binary fractions add; null for none and for a request of 0, which asks for nothing. */
export function wholeOf(amount: number | null): number | null {
  const whole = Math.ceil((amount ?? 0) - 1e-6);
  return whole <= 0 ? null : whole;
}
