import { amountAt } from "../text/numbers.ts";
import { phrasesFor } from "../text/phrases.ts";
import { endsSentence, freePhraseAt, isFree, learn, negationBefore, type Reading, wordAt } from "./reading.ts";

const CLUSTERS = new Set(["cluster", "clusters"]);
const CLUSTER_WORDS = new Set([
  "kubernetes",
  "k8s",
  "separate",
  "production",
  "prod",
  "small",
  "different",
  "dev",
  "identical",
  "managed",
]);
const EXTENDED = phrasesFor({
  extended: [
    "extended support",
    "out of support",
    "past standard support",
    "past support",
    "out of standard support",
    "past end of life",
    "end of life version",
    "unsupported version",
    "no longer supported",
    "end of support",
    "past eol",
  ],
});
const BACKUPS = phrasesFor({ backups: ["backups", "backup", "snapshots", "disaster recovery"] });
const EXISTING = phrasesFor({
  existing: [
    "existing servers",
    "servers we already have",
    "already have servers",
    "already have the servers",
    "already ordered servers",
    "old servers",
    "existing machines",
    "servers we already own",
    "servers ordered before",
    "machines ordered before",
  ],
});
const CREDIT = new Set(["credit", "credits"]);
const GONE = new Set([
  "used",
  "taken",
  "gone",
  "spent",
  "exhausted",
  "consumed",
  "applied",
  "using",
  "uses",
  "use",
  "takes",
]);
const FREE_TIER = new Set(["gke", "google", "gcp", "cluster", "tier", "free"]);

/** What the asker already has: number of clusters, old versions, servers, backups, a spent credit. */
export function readEstate(r: Reading): void {
  for (let at = 0; at < r.tokens.length; at += 1) {
    if (r.taken[at] === true) continue;
    readClusters(r, at);
    readFlags(r, at);
    readCredit(r, at);
  }
}

function readClusters(r: Reading, at: number): void {
  const amount = amountAt(r.tokens, at);
  if (amount === null || !Number.isInteger(amount.value) || amount.value < 1) return;
  let next = amount.next;
  for (let steps = 0; steps < 3 && !CLUSTERS.has(wordAt(r, next)); steps += 1) {
    const mention = r.mentionAt[next];
    if (mention && mention.named.instanceType === null) next = mention.to;
    else if (CLUSTER_WORDS.has(wordAt(r, next))) next += 1;
    else return;
  }
  if (!CLUSTERS.has(wordAt(r, next)) || !isFree(r, at, amount.next)) return;
  r.facts.push({ from: at, to: next + 1, key: "clusters", value: amount.value, strength: "said" });
  for (let i = at; i <= next; i += 1) if (i < amount.next || i === next) r.taken[i] = true;
}

function readFlags(r: Reading, at: number): void {
  const extended = freePhraseAt(r, EXTENDED, at);
  const existing = freePhraseAt(r, EXISTING, at);
  const no = negationBefore(r, at);
  if (extended !== null) learn(r, no >= 0 ? no : at, extended.next, "extendedSupport", no < 0);
  else if (existing !== null) learn(r, at, existing.next, "existingServers", true);
  else readBackups(r, at, no);
}

function readBackups(r: Reading, at: number, no: number): void {
  const backups = freePhraseAt(r, BACKUPS, at);
  if (backups === null) return;
  const isNot = wordAt(r, backups.next) === "are" ? backups.next + 1 : backups.next;
  const unneeded = NOT.has(wordAt(r, isNot));
  learn(r, no >= 0 ? no : at, unneeded ? isNot + 2 : backups.next, "backups", no < 0 && !unneeded);
}
const NOT = new Set(["not", "arent", "isnt"]);

/** "our GKE credit is used": the credit and what became of it, in one sentence, with whose it is. */
function readCredit(r: Reading, at: number): void {
  if (!CREDIT.has(wordAt(r, at))) return;
  const near = (words: ReadonlySet<string>) => {
    for (let i = at - 4; i <= at + 5; i += 1) {
      if (i >= 0 && words.has(wordAt(r, i)) && !crosses(r, Math.min(i, at), Math.max(i, at))) return i;
    }
    return -1;
  };
  const whose = near(FREE_TIER);
  const gone = near(GONE);
  if (whose < 0 || gone < 0) return;
  const no = negationBefore(r, gone);
  const from = Math.min(at, whose, gone, no < 0 ? at : no);
  const to = Math.max(at, whose, gone) + 1;
  r.facts.push({ from, to, key: "gkeCreditUsed", value: no < 0, strength: "said" });
  for (let i = from; i < to; i += 1) r.taken[i] = true;
}

function crosses(r: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (endsSentence(r, i)) return true;
  return false;
}
