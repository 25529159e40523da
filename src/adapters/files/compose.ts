import { z } from "zod";
import { UserError } from "../../core/errors.ts";
import { PodRequest } from "../../core/question/workload-request.ts";
import { checked } from "./kube-objects.ts";
import type { Found } from "./reading.ts";

const Value = z.union([z.string(), z.number()]);
const Amounts = z
  .object({
    cpus: Value.nullish(),
    memory: Value.nullish(),
    devices: z
      .array(
        z.object({
          count: Value.nullish(),
          device_ids: z.array(z.string()).nullish(),
          capabilities: z.array(z.string()).nullish(),
        }),
      )
      .nullish(),
  })
  .nullish();
const Deploy = z
  .object({
    mode: z.string().nullish(),
    replicas: Value.nullish(),
    resources: z.object({ limits: Amounts, reservations: Amounts }).nullish(),
  })
  .nullish();
const Service = z.object({
  image: z.string().nullish(),
  build: z.unknown().optional(),
  deploy: Deploy,
  scale: Value.nullish(),
  cpus: Value.nullish(),
  mem_limit: Value.nullish(),
  mem_reservation: Value.nullish(),
  ports: z.array(z.unknown()).nullish(),
  volumes: z.array(z.unknown()).nullish(),
  profiles: z.array(z.string()).nullish(),
  extends: z.unknown().optional(),
});
type Service = z.infer<typeof Service>;
const File = z.object({
  services: z.record(z.string(), Service.nullable()),
  volumes: z.record(z.string(), z.unknown()).nullish(),
  include: z.unknown().optional(),
});

/** A named volume has no size in Compose; so much is planned for each. */
const VOLUME_GIB = 10; // basis: judgement
/** Images by the last part of their name that keep data. */
const DATABASES =
  /^(postgres|postgresql|postgis|timescaledb|pgvector|mysql|mariadb|percona|mongo|mongodb|redis|valkey|keydb|memcached|rabbitmq|kafka|redpanda|nats|elasticsearch|opensearch|cassandra|scylla|clickhouse|clickhouse-server|influxdb|neo4j|couchdb|minio|etcd|mssql|server|qdrant|milvus|weaviate|meilisearch|typesense)$/;

const SAYS = {
  noCpu: (names: string) => `No CPU limit in Compose, each platform's default is planned: ${names}.`,
  noMemory: (names: string) => `No memory limit in Compose, each platform's default is planned: ${names}.`,
  volumes: (names: string) => `Volumes have no size in Compose, ${VOLUME_GIB} GiB are planned for each: ${names}.`,
  binds: (names: string) => `Folders of the host do not move along, so not counted: ${names}.`,
  databases: (names: string) =>
    `Databases and the like: ${names}. Planned in the cluster; say "with a managed database" to have the provider run them.`,
  built: (names: string) =>
    `Built from source: ${names}. A cluster takes images from a registry, so push them to one first.`,
  ports: (names: string) => `Reached from outside: ${names}. One load balancer is counted for all.`,
  noPorts: () => "No service publishes a port: no load balancer is counted.",
  profiles: (names: string) => `Left out, since Compose starts it with its profile only: ${names}.`,
  everyNode: (names: string) => `Runs once on every machine, planned once: ${names}.`,
  elsewhere: (names: string) => `Extends or includes another file, which was not read: ${names}.`,
  moving: () =>
    "Moving from Compose: `kompose convert` writes Kubernetes manifests of this file; images need a registry, and volumes are copied by hand.",
};

/** Whether a document is a Compose file: it has services, and is no Kubernetes object. */
export const isCompose = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "services" in value && !("kind" in value);

/**
 * Adds what a Compose file runs to what was found: its services as pods, its named volumes, one load balancer for what it
 * publishes; with what was assumed.
 * @throws {UserError} for a file that Compose itself would refuse.
 */
export function readCompose(value: unknown, found: Found): void {
  const file = checked(File, withDefaults(value), "The Compose file is not as Compose defines it");
  const { notes } = found;
  const services = Object.entries(file.services).flatMap(([name, service]) =>
    service === null ? [] : [{ name, service }],
  );
  const running = services.filter(({ name, service }) => {
    if (service.profiles?.length) notes.add(SAYS.profiles, name);
    return !service.profiles?.length;
  });
  if (running.length === 0) throw new UserError("The Compose file has no service that runs.", "Name at least one.");
  for (const { name, service } of running) found.pods.push(podOf(name, service, found));
  addVolumes(running, file.volumes ?? {}, found);
  const open = running.filter(({ service }) => service.ports?.length);
  for (const { name } of open) notes.add(SAYS.ports, name);
  if (open.length === 0) notes.add(SAYS.noPorts, "");
  found.loadBalancers = (found.loadBalancers ?? 0) + (open.length === 0 ? 0 : 1);
  if (file.include !== undefined) notes.add(SAYS.elsewhere, "include");
  notes.add(SAYS.moving, "");
}

/** The value with `${NAME:-2}` read as its default, as Compose does where NAME is not set. */
function withDefaults(value: unknown): unknown {
  const text = JSON.stringify(value) ?? "null";
  return JSON.parse(text.replace(/\$\{\w+:?-([^}"\\]*)\}/g, "$1"));
}

function podOf(name: string, service: Service, { notes, features }: Found): PodRequest {
  const { deploy } = service;
  const { limits, reservations } = deploy?.resources ?? {};
  const cpus = reservations?.cpus ?? limits?.cpus ?? service.cpus;
  const memory = reservations?.memory ?? limits?.memory ?? service.mem_reservation ?? service.mem_limit;
  const gpus = (reservations?.devices ?? [])
    .filter(({ capabilities }) => capabilities?.includes("gpu"))
    .reduce((sum, { count, device_ids }) => sum + (device_ids?.length ?? (Number(count) || 1)), 0);
  if (cpus == null) notes.add(SAYS.noCpu, name);
  if (memory == null) notes.add(SAYS.noMemory, name);
  if (gpus > 0) features.add("gpu");
  if (deploy?.mode === "global") notes.add(SAYS.everyNode, name);
  if (service.extends !== undefined) notes.add(SAYS.elsewhere, name);
  if (service.image == null && service.build !== undefined) notes.add(SAYS.built, name);
  const image = imageOf(service.image ?? "");
  if (DATABASES.test(image)) notes.add(SAYS.databases, `${name} (${service.image})`);
  const pod = {
    name: name.slice(0, 63),
    replicas: Number(deploy?.replicas ?? service.scale ?? 1) || 1,
    ...(cpus == null ? {} : { cpuMillicores: Math.ceil(numberOf(cpus, `${name}, cpus`) * 1000 - 1e-6) }),
    ...(memory == null ? {} : { memoryMiB: Math.ceil(bytesOf(memory, `${name}, memory`) / 2 ** 20 - 1e-6) }),
    gpus,
  };
  return checked(PodRequest, pod, `Service "${name}" cannot be planned`);
}

/** "postgres" of "docker.io/bitnami/postgres:16@sha256:…". */
const imageOf = (image: string) => image.split("@")[0]?.split("/").at(-1)?.split(":")[0] ?? "";

function numberOf(value: string | number, where: string): number {
  const amount = Number(value);
  if (!(amount > 0)) throw new UserError(`${where}: "${value}" is no number of CPUs.`, 'Write "0.5" for half a CPU.');
  return amount;
}

const UNITS = { b: 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30, t: 2 ** 40 };

/** Bytes as Compose writes them: "512m", "1.5gb"; k, m and g are powers of 1024. https://docs.docker.com/reference/compose-file/extension/#specifying-byte-values */
function bytesOf(value: string | number, where: string): number {
  const [, digits, unit = "b"] = /^(\d+(?:\.\d+)?)\s*([bkmgt])?i?b?$/i.exec(String(value).trim()) ?? [];
  if (digits === undefined) throw new UserError(`${where}: "${value}" is no amount of memory.`, "Write 512m or 1g.");
  return Number(digits) * UNITS[unit.toLowerCase() as keyof typeof UNITS];
}

const Mounted = z.object({ type: z.string().nullish(), source: z.string().nullish() });

/** Named volumes count once however many services mount them; folders of the host do not count. */
function addVolumes(
  services: readonly { name: string; service: Service }[],
  declared: Record<string, unknown>,
  { volumes, notes, features }: Found,
): void {
  const mounted = services.flatMap(({ service }) => (service.volumes ?? []).flatMap((each) => sourceOf(each) ?? []));
  for (const name of new Set(mounted)) {
    if (/^[./~]/.test(name)) notes.add(SAYS.binds, name);
    else if (name in declared) {
      volumes.push({ name, count: 1, GiB: VOLUME_GIB });
      notes.add(SAYS.volumes, name);
      features.add("stateful");
    }
  }
}

/** The volume or folder that is mounted; null for one without a name, which dies with its container. */
function sourceOf(volume: unknown): string | null {
  if (typeof volume === "string") return volume.includes(":") ? (volume.split(":")[0] ?? null) : null;
  const read = Mounted.safeParse(volume).data;
  return read?.type === "tmpfs" ? null : (read?.source ?? null);
}
