import { parseArgs } from "node:util";
import { FUZZ_KINDS } from "./kinds.ts";
import { fuzz } from "./run.ts";

/**
 * Whatever may reach the process from outside, in large numbers: `npm run fuzz -- --count 1000000 --only texts --seed 7`.
 * Exits with 1 when anything was taken wrongly, with the smallest example found.
 */
const { values } = parseArgs({
  options: {
    count: { type: "string", default: "20000" }, // texts; of the other kinds their share
    only: { type: "string" }, // kinds, with commas between
    seed: { type: "string" }, // left out: another one each time, which is shown
  },
});
const seed = values.seed === undefined ? Date.now() % 2_147_483_647 : Number(values.seed);
const wanted = values.only?.split(",");
const kinds = FUZZ_KINDS.filter(({ name }) => wanted === undefined || wanted.includes(name));
if (kinds.length === 0) throw new Error(`--only takes ${FUZZ_KINDS.map(({ name }) => name).join(", ")}`);

process.stdout.write(`seed ${seed}\n`);
for (const kind of kinds) {
  const examples = Math.max(1, Math.round((Number(values.count) * kind.perThousand) / 1_000));
  const { examples: tried, ms, slowestMs, fault } = fuzz(kind, examples, seed);
  const figures = `${tried} tried in ${(ms / 1_000).toFixed(1)} s, the slowest took ${slowestMs.toFixed(0)} ms`;
  process.stdout.write(`${kind.name}: ${figures}${fault === null ? "" : `  <-- WRONG\n${fault}`}\n`);
  if (fault !== null) process.exitCode = 1;
}
