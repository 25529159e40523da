// Prints what the core is held to, measured: `node --import ./test/run-typescript.mjs test/bench/figures.ts`.
// Each figure is the best of several rounds: what else the machine does only ever adds to it.
import { readCatalog } from "../../src/adapters/catalog/yaml.ts";
import { demandOf, fewestNodes, nodeCount, packPods } from "../../src/core/capacity/packing.ts";
import { checkCatalog } from "../../src/core/catalog/check/index.ts";
import type { SizedPodKind } from "../../src/core/question/workload.ts";
import { namesIn, vocabularyOf } from "../../src/language/lexicon/vocabulary.ts";
import { understand } from "../../src/language/understand.ts";
import { startedProcess } from "./process.ts";
import { answer, grown, knowledgeFrom, podKinds, ranking, TODAY } from "./workloads.ts";

const ROUNDS = 5;
const MOST_MS_A_ROUND = 2000;

/** Milliseconds of each of `times` runs, or of as many as fit into a round, in order of size. */
function timesOf(times: number, run: () => unknown): number[] {
  const measured: number[] = [];
  const end = performance.now() + MOST_MS_A_ROUND;
  for (let i = 0; i < times && (i === 0 || performance.now() < end); i++) {
    const start = performance.now();
    run();
    measured.push(performance.now() - start);
  }
  return measured.sort((a, b) => a - b);
}

const quantile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** The least of several rounds' quantiles. */
function best(share: number, times: number, run: () => unknown): number {
  return Math.min(...Array.from({ length: ROUNDS }, () => quantile(timesOf(times, run), share)));
}

const rows: [figure: string, measured: string, limit: string][] = [];
const report = (figure: string, ms: number, limit = "") =>
  rows.push([figure, `${ms.toFixed(ms < 1 ? 4 : 2)} ms`, limit]);

report(
  "catalog read and checked",
  best(0, 1, () => checkCatalog(readCatalog("pricing"), TODAY)),
  "400 ms",
);
const data = readCatalog("pricing");
report(
  "price book made",
  best(0, 3, () => knowledgeFrom(data)),
);
const knowledge = knowledgeFrom(data);
const prices = knowledge.book.prices;

const twenty = podKinds(20);
timesOf(100, () => answer(twenty, knowledge)); // warm
report(
  "advice, 20 pod kinds (200 pods), p50",
  best(0.5, 100, () => ranking(twenty, knowledge)),
  "3 ms",
);
report(
  "advice, 20 pod kinds (200 pods), p99",
  best(0.99, 100, () => ranking(twenty, knowledge)),
  "10 ms",
);
const thousand = podKinds(1000);
report(
  "advice, 1,000 pod kinds, p50",
  best(0.5, 3, () => ranking(thousand, knowledge)),
  "150 ms",
);
report(
  "with what would change it, default question, p50",
  best(0.5, 30, () => answer({}, knowledge)),
  "60 ms",
);
report(
  "with what would change it, 20 pod kinds, p50",
  best(0.5, 30, () => answer(twenty, knowledge)),
);
report(
  "with what would change it, 1,000 pod kinds, p50",
  best(0.5, 3, () => answer(thousand, knowledge)),
);
let next = 0;
report(
  "price look-up, p99",
  best(0.99, 5000, () => {
    const row = prices[next++ % prices.length];
    return row === undefined ? null : knowledge.book.price(row.provider, row.skuId, row.regionId);
  }),
  "1 ms",
);

const vocabulary = vocabularyOf(namesIn(data, TODAY));
const sentence =
  "We are 5 DevOps engineers with 40 services on AWS EKS in Frankfurt, 3 clusters, 2 TB egress, 99.95 %, 1,200 EUR a month. ";
const text = sentence.repeat(5).slice(0, 500);
timesOf(100, () => understand(text, vocabulary)); // warm
report(
  "words understood, 500 characters, p99",
  best(0.99, 500, () => understand(text, vocabulary)),
  "2 ms",
);

for (const times of [1, 2, 4]) {
  const larger = knowledgeFrom(grown(data, times));
  ranking(twenty, larger);
  report(
    `advice at ${times} × catalog rows, p50`,
    best(0.5, 30, () => ranking(twenty, larger)),
  );
}
for (const times of [1, 2, 4]) {
  const asked = podKinds(20 * times);
  report(
    `advice at ${times} × pod kinds (${20 * times}), p50`,
    best(0.5, 30, () => ranking(asked, knowledge)),
  );
}

/** How far first fit stays above what no packing can beat, over workloads of many shapes on nodes of many sizes. */
function packingGap(): { mean: number; worst: number } {
  const gaps: number[] = [];
  for (let kinds = 1; kinds <= 60; kinds++) {
    const { workload } = podKinds(kinds);
    if (workload === undefined || !("pods" in workload)) continue;
    const pods = workload.pods.map(
      (pod, i): SizedPodKind => ({
        name: pod.name,
        replicas: 1 + ((i * 7) % 23),
        cpuMillicores: pod.cpuMillicores ?? 1,
        memoryMiB: pod.memoryMiB ?? 1,
        gpus: 0,
      }),
    );
    for (const size of [1, 2, 4]) {
      const node = { cpuMillicores: 1900 * size, memoryMiB: 6200 * size, pods: 110, gpus: 0 };
      const packed = packPods(pods, node);
      if (packed !== null) gaps.push(nodeCount(packed) / fewestNodes(demandOf(pods), node).nodes - 1);
    }
  }
  return { mean: gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length, worst: Math.max(...gaps) };
}
const gap = packingGap();
rows.push(["packing above its lower bound, mean", `${(100 * gap.mean).toFixed(1)} %`, ""]);
rows.push(["packing above its lower bound, worst", `${(100 * gap.worst).toFixed(1)} %`, ""]);

const { readyMs, residentMiB } = await startedProcess();
report("process ready", readyMs, "1200 ms");
rows.push(["resident memory, idle", residentMiB === null ? "unknown" : `${residentMiB.toFixed(0)} MiB`, "150 MiB"]);

const width = Math.max(...rows.map(([figure]) => figure.length));
for (const [figure, measured, limit] of rows)
  process.stdout.write(
    `${figure.padEnd(width)}  ${measured.padStart(12)}  ${limit === "" ? "" : `at most ${limit}`}\n`,
  );
