import { parseArgs } from "node:util";
import { postgresEngine, reachableServer, type SharedEngine, sqliteEngine } from "../adapters/store/engines.ts";
import { commandStorm, commandWords } from "../end-to-end/command-storm.ts";
import { stormWords, voteStorm } from "../end-to-end/vote-storm.ts";

/**
 * The whole process under votes and commands from Slack, killed again and again. Exits with 1 when a vote was lost or
 * counted twice, or a command was acknowledged and never answered.
 */
const { values } = parseArgs({ options: { rounds: { type: "string", default: "40" } } }); // kills of each storm, on each engine
const kills = Number(values.rounds);

function report(engine: string, figures: string, good: boolean) {
  process.stdout.write(`${engine}: ${figures}${good ? "" : "  <-- WRONG"}\n`);
  if (!good) process.exitCode = 1;
}

async function soak(name: string, engine: SharedEngine): Promise<void> {
  const votes = await voteStorm(engine.address, kills);
  const kept = [votes.lost, votes.twice].every(({ length }) => length === 0) && votes.acknowledged > votes.late;
  report(name, stormWords(kills, votes), kept);
  const commands = await commandStorm(engine.address, kills);
  report(name, commandWords(kills, commands), commands.lost === 0 && commands.acknowledged > 0);
  await engine.drop();
}

const server = await reachableServer();
await soak("SQLite", await sqliteEngine());
if (server === null) process.stdout.write("PostgreSQL: no server was reached; set TEST_DATABASE_URL to name one.\n");
else await soak("PostgreSQL", await postgresEngine(server));
