import { amountAt } from "../text/numbers.ts";
import { phrasesFor } from "../text/phrases.ts";
import { learnForAllClusters } from "./per-cluster.ts";
import { endsSentence, type Fact, freePhraseAt, isFree, learn, type Reading, take, wordAt } from "./reading.ts";

const NOUNS = phrasesFor({
  services: [
    "services",
    "service",
    "microservices",
    "microservice",
    "micro services",
    "micro service",
    "svc",
    "svcs",
    "apps",
    "app",
    "applications",
    "application",
    "workloads",
    "deployments",
    "apis",
    "api",
    "websites",
    "backends",
    "web apps",
    "web app",
    "website",
    "sites",
    "static sites",
    "static site",
    "backend services",
    "web services",
    "components",
    "monolith",
    "monoliths",
    "frontend",
    "frontends",
    "backend",
    "bots",
  ],
  pods: ["pods", "pod", "containers", "container"],
});
const ADJECTIVES = new Set(
  "small big tiny simple stateless stateful backend frontend web api docker internal public java go python node.js rust php ruby spring rest http grpc different separate production k8s kubernetes micro containerized dockerized wordpress django flask rails laravel react express next.js static medium or so more of our".split(
    " ",
  ),
);
/** "Windows 2019 containers" counts none. */
const VERSIONED = new Set(["windows", "server", "ubuntu", "version"]);
const REPLICAS = new Set(["replicas", "replica", "copies", "instances"]);

/** How many services and how many copies of each: "40 services", "single app", "20 pods", "3 replicas". */
export function readServices(r: Reading): void {
  for (let at = 0; at < r.tokens.length; at += 1) {
    if (r.taken[at] === true || isSign(r, at - 1)) continue;
    readReplicas(r, at);
    readCounted(r, at);
    readLabelled(r, at);
  }
}

const isSign = (r: Reading, at: number) => wordAt(r, at) === "=" || wordAt(r, at) === ":";

/** "services: 4", "pods=20". */
function readLabelled(r: Reading, at: number): void {
  const noun = freePhraseAt(r, NOUNS, at);
  const amount = noun !== null && isSign(r, noun.next) ? amountAt(r.tokens, noun.next + 1) : null;
  if (noun !== null && amount !== null && isPositiveWhole(amount.value)) {
    learnCount(r, at, amount.next, noun.meaning, amount.value);
  }
}

function learnCount(r: Reading, from: number, to: number, noun: "services" | "pods", value: number): void {
  const earlier = noun === "services" ? listedBefore(r, from) : null;
  if (earlier !== null) {
    earlier.value = (earlier.value as number) + value;
    earlier.to = to;
    take(r, from, to);
    return;
  }
  learnForAllClusters(r, from, to, "services", value);
  if (noun === "pods") r.facts.push({ from, to, key: "replicas", value: 1, strength: "implied" });
}

/** "Our team: 2 backend, 1 frontend": people by what they do. */
function isRole(r: Reading, at: number, next: number): boolean {
  if (!["frontend", "backend"].includes(wordAt(r, next - 1))) return false;
  for (let i = at - 1; i >= 0 && i > at - 12 && !endsSentence(r, i); i -= 1) if (PEOPLE.has(wordAt(r, i))) return true;
  return false;
}
const PEOPLE = new Set("team developers engineers people devs staff crew".split(" "));

/** The services counted right before in a list: "1 API + 1 frontend" are two. Only joining words may stand between. */
function listedBefore(r: Reading, from: number): Fact | null {
  const earlier = r.facts.findLast((fact) => fact.key === "services");
  if (earlier === undefined || earlier.to >= from || earlier.to < from - 2) return null;
  for (let at = earlier.to; at < from; at += 1) if (!JOINS.has(wordAt(r, at))) return null;
  return earlier;
}
const JOINS = new Set([",", "and", "+", "&", "plus"]);

function readCounted(r: Reading, at: number): void {
  const amount = amountAt(r.tokens, at) ?? (wordAt(r, at) === "single" ? { value: 1, next: at + 1 } : null);
  if (amount === null || !isPositiveWhole(amount.value)) return;
  let next = amount.next;
  for (let steps = 0; steps < 3 && freePhraseAt(r, NOUNS, next) === null; steps += 1) {
    if (ADJECTIVES.has(wordAt(r, next))) next += 1;
  }
  const noun = freePhraseAt(r, NOUNS, next);
  if (noun === null || !isFree(r, at, noun.next) || isRole(r, at, noun.next) || VERSIONED.has(wordAt(r, at - 1)))
    return;
  // "3 node API service" was read as machines; "one service account" is no service.
  if (wordAt(r, noun.next) === "account" || wordAt(r, noun.next) === "accounts") return;
  learnCount(r, at, noun.next, noun.meaning, amount.value);
}

function readReplicas(r: Reading, at: number): void {
  const amount = amountAt(r.tokens, at);
  if (amount !== null && isPositiveWhole(amount.value)) {
    const next = wordAt(r, amount.next) === "x" ? amount.next + 1 : amount.next;
    if (!REPLICAS.has(wordAt(r, next))) return;
    const each = wordAt(r, next + 1) === "each" || wordAt(r, next + 1) === "per" ? next + 2 : next + 1;
    learn(r, at, wordAt(r, each - 1) === "per" ? each + 1 : each, "replicas", amount.value);
    return;
  }
  if (!REPLICAS.has(wordAt(r, at)) || (wordAt(r, at + 1) !== ":" && wordAt(r, at + 1) !== "=")) return;
  const labelled = amountAt(r.tokens, at + 2);
  if (labelled !== null && isPositiveWhole(labelled.value)) learn(r, at, labelled.next, "replicas", labelled.value);
}

const isPositiveWhole = (value: number) => Number.isInteger(value) && value >= 1;
