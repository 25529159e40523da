import { parseArgs } from "node:util";
import { postgresEngine, reachableServer, type SharedEngine, sqliteEngine } from "../adapters/store/engines.ts";
import { stormWords, voteStorm } from "../end-to-end/vote-storm.ts";

/** The whole process under votes from Slack, killed again and again. Exits with 1 when a vote was lost or counted twice. */
const { values } = parseArgs({ options: { rounds: { type: "string", default: "40" } } }); // kills on each engine

const say = (text: string) => void process.stdout.write(`${text}\n`);

async function soak(name: string, engine: SharedEngine): Promise<boolean> {
  const kills = Number(values.rounds);
  const storm = await voteStorm(engine.address, kills);
  await engine.drop();
  const good = [storm.lost, storm.twice].every(({ length }) => length === 0) && storm.acknowledged > storm.late;
  say(`${name}: ${stormWords(kills, storm)}${good ? "" : "  <-- WRONG"}`);
  return good;
}

const server = await reachableServer();
const engines = [{ name: "SQLite", make: sqliteEngine }];
if (server === null) say("PostgreSQL: no server was reached; set TEST_DATABASE_URL to name one.");
else engines.push({ name: "PostgreSQL", make: () => postgresEngine(server) });
for (const { name, make } of engines) if (!(await soak(name, await make()))) process.exitCode = 1;
