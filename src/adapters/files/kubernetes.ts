import { z } from "zod";
import { UserError } from "../../core/errors.ts";
import { groupBy } from "../../core/group-by.ts";
import { PodRequest, type Workload } from "../../core/requirement.ts";
import { documentsIn } from "./documents.ts";
import { Notes } from "./notes.ts";
import { AnyObject, NODE_KINDS, PASSING_KINDS, RUNNING_KINDS } from "./objects.ts";
import { nameOf, ownersOf } from "./owners.ts";
import { type PodRequests, podRequests } from "./pod-requests.ts";

const MOST_WORKLOADS = 2_000;
const MOST_NAME = 63;
/** The cluster's own programs: every platform brings its own. */
const SYSTEM_NAMESPACE = "kube-system";

const plural = (count: number, noun: string) => (count === 1 ? `1 ${noun}` : `${count} ${noun}s`);
const SAYS = {
  onNodes: (names: string) =>
    `Left out, since every node runs one and none has to be placed: ${names}. Plans reckon with each platform's usual daemons only.`,
  system: (_: string, count: number) =>
    `${plural(count, "object")} of ${SYSTEM_NAMESPACE} left out: each platform brings its own.`,
  finished: (_: string, count: number) => `${plural(count, "finished or leaving pod")} left out.`,
  stopped: (names: string) => `Left out, with no replica or suspended: ${names}.`,
  passing: (names: string) => `Counted as if running once all the time: ${names}.`,
  scaled: (names: string) => `Autoscaled, planned with the replicas written down: ${names}.`,
  noCpu: (names: string) => `No CPU asked for, each platform's default is planned: ${names}.`,
  noMemory: (names: string) => `No memory asked for, each platform's default is planned: ${names}.`,
  partial: (names: string) => `Some containers ask for nothing and count as nothing: ${names}.`,
  others: (names: string) => `Asked for and not planned: ${names}.`,
  unread: (names: string) => `Not read, since nothing runs by it: ${names}.`,
};

interface Running {
  name: string;
  replicas: number;
  requests: PodRequests;
  key: string; // alike for pods of one owner that ask for the same
}

/**
 * The pods that Kubernetes manifests ask for, YAML or JSON, one or many, and lists as `kubectl get -o yaml|json` prints
 * them; with what was left out or assumed, as sentences.
 * @throws {UserError} saying what is wrong with the text.
 */
export function readKubernetes(text: string): { workload: Workload; notes: string[] } {
  const objects = objectsIn(documentsIn(text));
  const present = new Set(objects.map((object) => key(object, { kind: object.kind, name: nameOf(object) })));
  const notes = new Notes();
  const running = objects.flatMap((object) => runningOf(object, present, notes));
  if (running.length === 0) throw nothingRuns(objects);
  const pods = [...groupBy(running, (each) => each.key).values()].map((alike) => toPod(alike, notes));
  if (pods.length > MOST_WORKLOADS)
    throw new UserError(
      `The manifest holds ${pods.length} workloads, more than ${MOST_WORKLOADS}.`,
      "Send a part of it.",
    );
  return { workload: { pods }, notes: notes.sentences() };
}

/**
 * The objects in documents, lists opened; those of a list need not name their kind.
 * @throws {UserError} for a list that an alias puts into itself: it would never end.
 */
function objectsIn(documents: unknown[]): AnyObject[] {
  const found: AnyObject[] = [];
  const opened = new Set<unknown>();
  const open = documents.toReversed();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const list = List.safeParse(next).data;
    if (list === undefined) {
      found.push(checked(AnyObject, next, "The manifest holds something that is no Kubernetes object"));
      continue;
    }
    const { items } = next as { items: unknown };
    if (opened.has(items)) throw new UserError("The manifest holds a list twice, or a list in itself.", ALIAS_HINT);
    opened.add(items);
    for (const item of list.items.toReversed()) open.push(withKind(item, list.kind.slice(0, -"List".length)));
  }
  return found;
}

const ALIAS_HINT = "Write the list out once, without aliases.";

const List = z.object({ kind: z.string().endsWith("List"), items: z.array(z.unknown()) });
const withKind = (item: unknown, kind: string) =>
  typeof item === "object" && item !== null && !("kind" in item) && kind !== "" ? { ...item, kind } : item;

function checked<S extends z.ZodType>(schema: S, value: unknown, what: string): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new UserError(
    `${what}: ${issue?.path.join(".") || "it"}: ${issue?.message ?? "unknown fault"}.`,
    "Each needs a kind and, where it runs something, containers. `kubectl apply --dry-run=client -f FILE` checks it.",
  );
}

const key = ({ metadata }: AnyObject, { kind, name }: { kind: string; name: string }) =>
  `${metadata?.namespace ?? ""}/${kind}/${name}`;

/** What an object runs; nothing where it is left out, or counted with what owns it. */
function runningOf(object: AnyObject, present: ReadonlySet<string>, notes: Notes): Running[] {
  const { kind } = object;
  const owners = ownersOf(object);
  const name = owners.at(-1)?.name ?? nameOf(object);
  const titled = `${kind} ${name}`;
  const runs = RUNNING_KINDS.get(kind);
  if (owners.some((owner) => present.has(key(object, owner)))) return [];
  const why = whyLeftOut(object, owners);
  if (why !== null) notes.add(why, why === SAYS.unread ? kind : titled);
  if (why !== null || runs === undefined) return [];
  const { replicas, pod } = checked(
    runs,
    object.spec,
    `${kind} "${nameOf(object)}" is not as Kubernetes defines it, in its spec`,
  );
  if (replicas === 0) notes.add(SAYS.stopped, titled);
  if (replicas === 0) return [];
  if ([kind, ...owners.map((owner) => owner.kind)].some((each) => PASSING_KINDS.includes(each)))
    notes.add(SAYS.passing, titled);
  const requests = podRequests(pod, `${kind} "${nameOf(object)}"`);
  return [{ name, replicas, requests, key: JSON.stringify([key(object, owners.at(-1) ?? { kind, name }), requests]) }];
}

function whyLeftOut(object: AnyObject, owners: { kind: string }[]): ((names: string, count: number) => string) | null {
  const { kind, metadata, status } = object;
  if (kind === "HorizontalPodAutoscaler") return SAYS.scaled;
  if (metadata?.namespace === SYSTEM_NAMESPACE) return SAYS.system;
  if (kind === "DaemonSet" || owners.some((owner) => NODE_KINDS.includes(owner.kind))) return SAYS.onNodes;
  if (!RUNNING_KINDS.has(kind)) return SAYS.unread;
  const phase = Status.safeParse(status).data?.phase;
  const isOver = phase === "Succeeded" || phase === "Failed" || (metadata?.deletionTimestamp ?? null) !== null;
  return kind === "Pod" && isOver ? SAYS.finished : null;
}

const Status = z.object({ phase: z.string() });

/** Workloads of one owner that ask for the same, as one kind of pod. */
function toPod([first, ...rest]: Running[], notes: Notes): PodRequest {
  if (first === undefined) throw new RangeError("A group has at least one member");
  const { name, requests } = first;
  if (requests.partial) notes.add(SAYS.partial, name);
  for (const resource of requests.others) notes.add(SAYS.others, resource);
  const cpuMillicores = wholeOf(requests.cpuMillicores);
  const memoryMiB = wholeOf(requests.memoryMiB);
  if (cpuMillicores === null) notes.add(SAYS.noCpu, name);
  if (memoryMiB === null) notes.add(SAYS.noMemory, name);
  const pod = {
    name: name.replace(/-$/, "").slice(0, MOST_NAME),
    replicas: rest.reduce((sum, { replicas }) => sum + replicas, first.replicas),
    ...(cpuMillicores === null ? {} : { cpuMillicores }),
    ...(memoryMiB === null ? {} : { memoryMiB }),
    gpus: Math.ceil(requests.gpus),
  };
  return checked(PodRequest, pod, `"${name}" is larger than anything that can be planned`);
}

/** Rounded up, but for what binary fractions add; null for none and for a request of 0, which asks for nothing. */
function wholeOf(amount: number | null): number | null {
  const whole = Math.ceil((amount ?? 0) - 1e-6);
  return whole <= 0 ? null : whole;
}

function nothingRuns(objects: readonly AnyObject[]): UserError {
  const kinds = [...new Set(objects.map(({ kind }) => kind))].slice(0, 8).join(", ");
  return new UserError(
    kinds === ""
      ? "The manifest is empty."
      : `Nothing in the manifest runs pods that have to be placed; it holds: ${kinds}.`,
    "Send Deployments, StatefulSets or pods, or what `kubectl get pods -A -o yaml` prints.",
  );
}
