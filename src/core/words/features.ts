import type { Feature } from "../requirement.ts";
import { amountAt } from "./numbers.ts";
import { phrasesFor } from "./phrases.ts";
import { quantityAt } from "./quantities.ts";
import {
  freePhraseAt,
  isFree,
  learn,
  negationBefore,
  quote,
  type Reading,
  take,
  wordAfter,
  wordAt,
  wordBefore,
} from "./reading.ts";

/** GPUs by their model: that one is wanted, a requirement does not hold which. */
const GPU_MODELS = "t4 t4s l4 l4s a10 a10g a40 l40 l40s v100 v100s p100 a100 a100s h100 h100s h200 b200 rtx".split(" ");
const IS_GPU_MODEL = new Set([...GPU_MODELS, "4090"]);

/** What people write for each feature. */
const FEATURE_WORDS = phrasesFor<Feature>({
  gpu: [
    "gpu",
    "gpus",
    "gpu node",
    "gpu nodes",
    "cuda",
    "nvidia",
    ...GPU_MODELS,
    "rtx 4090",
    "graphics card",
    "graphics cards",
  ],
  tpu: ["tpu", "tpus"],
  serverless: ["serverless", "scale to zero", "no nodes", "nodeless"],
  autoscaling: [
    "autoscaling",
    "auto scaling",
    "autoscale",
    "autoscaler",
    "auto scale",
    "autoscales",
    "scale automatically",
    "scales automatically",
    "scaling automatically",
    "scale up and down",
    "elastic scaling",
    "hpa",
    "karpenter",
    "scaling rapidly",
    "rapidly scaling",
    "growing fast",
    "fast growing",
    "scale quickly",
    "spiky traffic",
    "bursty traffic",
    "spiky load",
    "bursty load",
  ],
  spot: ["spot", "spot instances", "spot nodes", "preemptible", "preemptible nodes", "spot vms"],
  "custom-networking": [
    "custom networking",
    "custom network",
    "custom cni",
    "cilium",
    "calico",
    "bring our own cni",
    "own cni",
    "service mesh",
    "istio",
  ],
  "vpc-integration": [
    "vpc",
    "vpc integration",
    "vpc peering",
    "private link",
    "privatelink",
    "private networking",
    "vnet",
    "transit gateway",
    "direct connect",
    "expressroute",
  ],
  "identity-integration": [
    "sso",
    "single sign on",
    "iam",
    "iam integration",
    "active directory",
    "azure ad",
    "ad integration",
    "entra",
    "entra id",
    "ldap",
    "saml",
    "oidc",
    "workload identity",
    "identity integration",
    "irsa",
  ],
  windows: ["windows", "windows containers", "windows nodes", "windows server", ".net framework", "iis"],
  arm: ["arm", "arm64", "aarch64", "graviton", "ampere", "arm nodes"],
  "multi-zone": [
    "multi zone",
    "multi az",
    "multiple zones",
    "multiple azs",
    "several zones",
    "three zones",
    "3 zones",
    "three azs",
    "3 azs",
    "across zones",
    "zone outage",
    "zone failure",
    "lose a zone",
    "survive a zone outage",
    "across azs",
    "availability zones",
    "high availability",
    "highly available",
    "ha",
    "zone redundant",
    "zone redundancy",
  ],
  "multi-region": [
    "multi region",
    "multiregion",
    "multiple regions",
    "several regions",
    "two regions",
    "2 regions",
    "three regions",
    "3 regions",
    "across regions",
    "geo redundant",
    "active active",
  ],
  hybrid: ["hybrid", "hybrid cloud", "on prem and cloud", "cloud and on prem"],
  stateful: [
    "stateful",
    "stateful sets",
    "statefulset",
    "statefulsets",
    "kafka",
    "elasticsearch",
    "cassandra",
    "self hosted database",
    "database in the cluster",
    "databases in the cluster",
    "database in kubernetes",
  ],
  "managed-database": [
    "managed database",
    "managed databases",
    "managed postgres",
    "managed postgresql",
    "managed mysql",
    "postgres managed",
    "mysql managed",
    "managed db",
    "rds",
    "cloud sql",
    "cloudsql",
    "aurora",
    "hosted postgres",
    "database as a service",
    "dbaas",
  ],
  batch: [
    "batch",
    "batch jobs",
    "batch processing",
    "cron jobs",
    "cronjobs",
    "nightly jobs",
    "spark",
    "airflow",
    "etl",
  ],
  "egress-heavy": [
    "egress heavy",
    "heavy egress",
    "video streaming",
    "streaming video",
    "stream video",
    "stream videos",
    "lots of egress",
    "lots of traffic",
    "high egress",
    "high bandwidth",
    "lots of bandwidth",
    "heavy traffic",
    "huge traffic",
    "large downloads",
    "a lot of traffic",
    "a lot of egress",
    "a lot of bandwidth",
  ],
  soc2: ["soc2", "soc 2", "soc ii", "soc 2 type ii", "soc 2 type 2", "soc2 type ii", "soc2 type 2", "soc 2 type i"],
  hipaa: ["hipaa", "hippa", "phi", "patient data", "protected health information"],
  pci: ["pci", "pci dss", "pci dss level 1", "pcidss", "pci compliance", "cardholder data", "credit card data"],
  fedramp: ["fedramp", "fed ramp", "fedramp high", "fedramp moderate"],
  "data-residency": [
    "data residency",
    "data sovereignty",
    "gdpr",
    "dsgvo",
    "data must stay",
    "data must not leave",
    "data cannot leave",
    "data cant leave",
    "data may not leave",
    "data should not leave",
    "data never leaves",
    "data has to stay",
    "data needs to stay",
    "data stays",
    "keep data in",
    "keep the data in",
    "keep our data in",
    "data localization",
  ],
  "eu-sovereignty": [
    "eu sovereignty",
    "eu sovereign",
    "european sovereignty",
    "digital sovereignty",
    "sovereign",
    "sovereign cloud",
    "sovereignty",
    "eu owned",
    "european owned",
    "european company",
    "eu company",
    "eu provider",
    "european provider",
    "european providers",
    "european cloud",
    "eu cloud",
    "no us provider",
    "no us providers",
    "no us cloud",
    "no us company",
    "no us companies",
    "non us company",
    "no american company",
    "no american companies",
    "no american provider",
    "non us provider",
    "not american",
    "us cloud act",
    "no us cloud act",
    "cloud act",
    "schrems",
  ],
});
const EXTRA = new Set([
  "compliance",
  "compliant",
  "support",
  "integration",
  "required",
  "needed",
  "certified",
  "certification",
  "instances",
  "nodes",
  "workloads",
  "capacity",
]);
/** What rules a feature out without a "no". */
const RULED_OUT = phrasesFor<Feature>({
  "multi-zone": ["single zone", "single az", "one zone", "one az", "1 zone", "1 az", "just one zone"],
});
/** Words around "windows" that are no operating system. */
const WINDOWS_OF_TIME = new Set(["maintenance", "time", "upgrade", "release"]);

/** Features asked for, and under `without` those ruled out: "no GPU", "without Windows", "spot is not needed". */
export function readFeatures(r: Reading): void {
  for (let at = 0; at < r.tokens.length; at += 1) {
    const out = freePhraseAt(r, RULED_OUT, at);
    if (out !== null && negationBefore(r, at) < 0) learn(r, at, out.next, "without", out.meaning);
    const found = freePhraseAt(r, FEATURE_WORDS, at);
    if (
      found === null ||
      isLayer(r, at, found.next) ||
      (wordAt(r, at) === "windows" && WINDOWS_OF_TIME.has(wordAt(r, at - 1)))
    )
      continue;
    const to = EXTRA.has(wordAt(r, found.next)) && r.taken[found.next] !== true ? found.next + 1 : found.next;
    if (!isOpen(r, at, to)) learnFeature(r, at, to, found.meaning);
    at = to - 1;
  }
}

function learnFeature(r: Reading, at: number, to: number, feature: Feature): void {
  const no = wordAt(r, at) === "no" || wordAt(r, at) === "not" ? -1 : negationBefore(r, at);
  const after = unneededAfter(r, to);
  const out = no >= 0 || after !== null;
  const counted = feature === "gpu" && !out ? countBefore(r, at) : null;
  const model = feature === "gpu" && !out && IS_GPU_MODEL.has(wordAt(r, to - 1));
  const end = model ? memoryEnd(r, to) : to;
  learn(r, no >= 0 ? no : (counted?.from ?? at), after ?? end, out ? "without" : "features", feature);
  if (model) {
    r.notes.push(`"${quote(r, at, end)}" is read as any GPU: the cheapest is planned, unless you name a machine.`);
  }
  if (counted !== null) {
    r.facts.push({ from: counted.from, to, key: "gpus", value: counted.value, strength: "said" });
  }
}

/** "L4 load balancer": a layer of the network. */
const isLayer = (r: Reading, at: number, next: number) =>
  wordAt(r, at) === "l4" && ["load", "lb", "proxy", "balancer", "and"].includes(wordAt(r, next));

/** The index after a GPU's own memory: "H100 80GB"; `to` where none follows. */
function memoryEnd(r: Reading, to: number): number {
  if (wordAt(r, to - 1) === "rtx" && r.tokens[to]?.kind === "number") return to + 1;
  const memory = quantityAt(r.tokens, to);
  return memory?.kind === "bytes" && isFree(r, to, memory.next) ? memory.next : to;
}

/** "Do we need a GPU?" and "Arm or not does not matter" ask for nothing. */
function isOpen(r: Reading, at: number, to: number): boolean {
  const need = wordBefore(r, at, NEEDING, 3);
  const asks =
    need >= 2 && wordAt(r, need - 1) !== "not" && ["do", "does", "would", "should"].includes(wordAt(r, need - 2));
  return asks || wordAfter(r, to, MATTERING, 6) >= 0;
}
const NEEDING = new Set(["need", "want", "require"]);
const MATTERING = new Set(["matter", "matters", "irrelevant", "optional"]);

/** "2 GPUs", "4x A100": how many, and where the number begins. */
function countBefore(r: Reading, at: number): { value: number; from: number } | null {
  const from = wordAt(r, at - 1) === "x" ? at - 2 : at - 1;
  const amount = from >= 0 && r.taken[from] !== true ? amountAt(r.tokens, from) : null;
  return amount !== null && Number.isInteger(amount.value) && amount.value >= 1 ? { value: amount.value, from } : null;
}

/** "… is not needed", "… not required": the index after it, or null. */
function unneededAfter(r: Reading, at: number): number | null {
  const not = ["is", "are"].includes(wordAt(r, at)) ? at + 1 : at;
  const negated = ["not", "isnt", "arent"].includes(wordAt(r, not));
  if (!negated || !["needed", "required", "necessary", "important", "wanted"].includes(wordAt(r, not + 1))) return null;
  take(r, at, not + 2);
  return not + 2;
}
