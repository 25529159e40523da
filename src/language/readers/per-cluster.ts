import { learn, type Reading, wordAt } from "./reading.ts";

const HAVING = new Set(["of", "with", "having"]);
const LEADS = new Set(["per", "each", "every", "in"]);

/**
 * Learns how many of something there are in all clusters together, which is what a requirement holds: "3 clusters of 5 nodes"
 * and "3 clusters, 5 nodes per cluster" are 15 nodes. A note says so.
 */
export function learnForAllClusters(r: Reading, from: number, to: number, key: string, value: number): void {
  const end = perClusterEnd(r, to);
  const said = r.facts.find((fact) => fact.key === "clusters" && (end > to || isOwner(r, fact.to, from)));
  const clusters = said === undefined ? 1 : (said.value as number);
  learn(r, from, end, key, value * clusters);
  if (clusters > 1) r.notes.push(`${value} in each of ${clusters} clusters are ${value * clusters} in all.`);
}

/** "clusters of 5 nodes": only "of" or "with" between. */
const isOwner = (r: Reading, clusters: number, from: number) =>
  clusters === from - 1 && HAVING.has(wordAt(r, clusters));

/** The index after "per cluster", "in each cluster"; `to` where neither follows. */
function perClusterEnd(r: Reading, to: number): number {
  let at = to;
  while (at < to + 2 && LEADS.has(wordAt(r, at))) at += 1;
  return at > to && wordAt(r, at) === "cluster" ? at + 1 : to;
}
