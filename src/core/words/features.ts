import type { Feature } from "../requirement.ts";
import { amountAt } from "./numbers.ts";
import { phrasesFor } from "./phrases.ts";
import { freePhraseAt, learn, negationBefore, type Reading, take, wordAfter, wordAt, wordBefore } from "./reading.ts";

/** What people write for each feature. */
const FEATURE_WORDS = phrasesFor<Feature>({
  gpu: [
    "gpu",
    "gpus",
    "gpu node",
    "gpu nodes",
    "cuda",
    "nvidia",
    "a100",
    "a100s",
    "h100s",
    "h100",
    "v100",
    "l40s",
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
  soc2: ["soc2", "soc 2", "soc-2", "soc ii"],
  hipaa: ["hipaa", "hippa", "phi", "patient data", "protected health information"],
  pci: ["pci", "pci dss", "pcidss", "pci compliance", "cardholder data", "credit card data"],
  fedramp: ["fedramp", "fed ramp"],
  "data-residency": [
    "data residency",
    "data sovereignty",
    "gdpr",
    "dsgvo",
    "data must stay",
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
/** Words around "windows" that are no operating system. */
const WINDOWS_OF_TIME = new Set(["maintenance", "time", "upgrade", "release"]);

/** Features asked for, and under `without` those ruled out: "no GPU", "without Windows", "spot is not needed". */
export function readFeatures(r: Reading): void {
  for (let at = 0; at < r.tokens.length; at += 1) {
    const found = freePhraseAt(r, FEATURE_WORDS, at);
    if (found === null || (wordAt(r, at) === "windows" && WINDOWS_OF_TIME.has(wordAt(r, at - 1)))) continue;
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
  learn(r, no >= 0 ? no : (counted?.from ?? at), after ?? to, out ? "without" : "features", feature);
  if (counted !== null) {
    r.facts.push({ from: counted.from, to, key: "gpus", value: counted.value, strength: "said" });
  }
}

/** "Do we need a GPU?" and "Arm or not does not matter" ask for nothing. */
function isOpen(r: Reading, at: number, to: number): boolean {
  const need = wordBefore(r, at, NEEDING, 3);
  const asks = need >= 2 && ["do", "does", "would", "should"].includes(wordAt(r, need - 2));
  return asks || wordAfter(r, to, MATTERING, 6) >= 0;
}
const NEEDING = new Set(["need", "want", "require"]);
const MATTERING = new Set(["matter", "matters", "irrelevant"]);

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
