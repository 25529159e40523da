import { parse } from "yaml";
import { z } from "zod";
import {
  CLOUDS,
  COMMITMENTS,
  CURRENCIES,
  EXPERIENCES,
  FEATURES,
  PRIORITIES,
  PURPOSES,
} from "../../src/core/question/choices.ts";

/** An amount of data as people say it: "500 GB", "1 TiB", "100 GB/day"; its unit is part of what was said. */
const dataAmount = z.string().regex(/^\d+(\.\d+)? (MB|GB|TB|MiB|GiB|TiB)(\/(hour|day|week))?$/);
/** USD, or an amount in another currency: "400 EUR". */
const money = z.union([z.number(), z.string().regex(/^\d+(\.\d+)? [A-Z]{3}$/)]);
const platforms = z.array(z.string().regex(/^[a-z0-9-]+$/)).min(1);
const oneOf = <T extends z.ZodType>(value: T) => z.union([value, z.array(value).min(2)]);
const data = z.union([z.number(), dataAmount]);

/** What words can mean: keys of the requirement, its workload in parts, and what is said of platforms. */
export const Meanings = z.strictObject({
  purpose: oneOf(z.enum(PURPOSES)),
  existingCloud: oneOf(z.union([z.enum(CLOUDS), z.enum(["ovh", "scaleway", "civo", "linode", "vultr", "oracle"])])),
  kubernetesExperience: oneOf(z.enum(EXPERIENCES)),
  engineers: z.int(),
  budgetUsd: money,
  spendTodayUsd: money,
  uptimePercent: z.number(),
  features: z.array(z.enum(FEATURES)).min(1),
  /** Features that must not be read. */
  without: z.array(z.enum(FEATURES)).min(1),
  /** A geography, or a provider's own region. */
  region: oneOf(z.string().regex(/^[a-z0-9-]+$/)),
  priorities: z.array(z.enum(PRIORITIES)),
  clusters: z.int(),
  storageGiB: data,
  egressGiB: data,
  crossZoneGiB: data,
  logsGiB: data,
  loadBalancers: z.int(),
  backups: z.boolean(),
  commitment: z.enum(COMMITMENTS),
  spotPercent: z.number(),
  labourRateUsd: money,
  outageCostUsdPerHour: money,
  currency: z.enum(CURRENCIES),
  running: oneOf(z.string()),
  existingServers: z.boolean(),
  extendedSupport: z.boolean(),
  gkeCreditUsed: z.boolean(),
  gpuModel: z.string(),
  hoursPerMonth: z.number(),
  services: z.int(),
  replicas: z.int(),
  /** All pods together. */
  pods: z.int(),
  cpuMillicores: z.int(),
  memoryMiB: z.union([z.number(), dataAmount]),
  nodes: z.int(),
  instanceType: z.string(),
  vcpu: z.number(),
  memoryGiB: z.union([z.number(), dataAmount]),
  /** Platforms a question is about. */
  asked: platforms,
  /** Providers or platforms that must not be ranked. */
  excluded: platforms,
  /** The only platforms that may be ranked. */
  only: platforms,
});
export type MeaningKey = keyof z.infer<typeof Meanings>;

/** Words of an utterance and what they mean. `may`: leaving it unset is right, too. `key` null: a person must be told of the words. */
export type Annotation = { words: string } & (
  | { key: MeaningKey; value: unknown; may: boolean }
  | { key: null; value: null; may: false }
);

const ANNOTATED = /\[([^\]]+)\]\(([^)]*)\)/g;

/** An utterance as people typed it, and its annotations: `[40 users](ask), [2 devs](engineers: 2)`. @throws for a fault in them. */
export function readAnnotated(annotated: string): { text: string; annotations: Annotation[] } {
  try {
    const annotations = [...annotated.matchAll(ANNOTATED)].flatMap(([, words = "", marks = ""]) => read(words, marks));
    return { text: annotated.replace(ANNOTATED, "$1"), annotations };
  } catch (cause) {
    throw new Error(`A faulty annotation in: ${annotated}`, { cause });
  }
}

function read(words: string, marks: string): Annotation[] {
  const read: unknown = parse(`{${marks}}`);
  return Object.entries(z.record(z.string(), z.unknown()).parse(read)).map(([mark, value]): Annotation => {
    if (mark === "ask") return { words, key: null, value: null, may: false };
    const key = Meanings.keyof().parse(mark.replace("?", ""));
    return { words, key, value: Meanings.shape[key].parse(value), may: mark.endsWith("?") };
  });
}
