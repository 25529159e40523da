import { parseArgs } from "node:util";
import { postgresEngine, reachableServer, type SharedEngine, sqliteEngine } from "../adapters/store/engines.ts";
import { isGood, mixedFaults, verdictWords } from "./mixed-faults.ts";
import { rollingRestart } from "./rolling-restart.ts";

/**
 * Three replicas with clocks that disagree, killed, cut off and slowed down while people ask; then a rolling restart. Exits
 * with 1 when something was lost, done twice or refused that must not be.
 */
const { values } = parseArgs({ options: { seconds: { type: "string", default: "120" } } }); // of faults, on each engine

function report(engine: string, figures: string, good: boolean) {
  process.stdout.write(`${engine}: ${figures}${good ? "" : "  <-- WRONG"}\n`);
  if (!good) process.exitCode = 1;
}

async function soak(name: string, make: () => Promise<SharedEngine>): Promise<void> {
  const engine = await make();
  const seconds = Number(values.seconds);
  const storm = { seconds, clocksAheadMs: [0, 25_000, -25_000], kills: true, everyMs: 1_500 };
  const verdict = await mixedFaults(engine, storm);
  report(name, verdictWords(verdict), isGood(verdict));
  if (!isGood(verdict)) process.stdout.write(`${JSON.stringify(verdict)}\n`);
  const { asked, refused, exits } = await rollingRestart(engine);
  const figures = `a rolling restart of three replicas, ${asked} asked meanwhile, ${refused.length} refused`;
  report(
    name,
    `${figures}${refused.slice(0, 3).join(", ")}`,
    refused.length === 0 && exits.every((code) => code === 0),
  );
  await engine.drop();
}

await soak("SQLite", sqliteEngine);
const server = await reachableServer();
if (server === null) process.stdout.write("PostgreSQL: no server was reached; set TEST_DATABASE_URL to name one.\n");
else await soak("PostgreSQL", () => postgresEngine(server));
