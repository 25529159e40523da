import { parseArgs } from "node:util";
import { openStore } from "../../src/adapters/store/open.ts";
import { claimRush, killLoop, voteRush } from "../adapters/store/endurance.ts";
import { postgresEngine, reachableServer, type SharedEngine, sqliteEngine } from "../adapters/store/engines.ts";

/** The long versions of what `npm test` does in short, with figures. Exits with 1 when anything was lost or done twice. */
const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "40" }, // kills on each engine
    rushes: { type: "string", default: "5" }, // times that 200 people vote at once
  },
});

const say = (text: string) => void process.stdout.write(`${text}\n`);
let faults = 0;

function report(engine: string, what: string, good: boolean) {
  say(`${engine}: ${what}${good ? "" : "  <-- WRONG"}`);
  if (!good) faults++;
}

async function soak(name: string, engine: SharedEngine) {
  const store = await openStore({ ...engine.address, tokenKey: null, clock: { now: () => new Date() } });
  for (let rush = 0; rush < Number(values.rushes); rush++) {
    const { votes, votesCast, ms } = await voteRush(store, engine.address, 3, 200);
    const counted = votes.map(({ platform, people }) => `${platform} ${people.length}`).join(", ");
    const figures = `${votesCast} votes by 200 people over 3 processes in ${Math.round(ms)} ms, counted: ${counted}`;
    report(name, figures, counted === "three 200");
  }
  const claimed = await claimRush(engine.address, 3, 1_000);
  const once = claimed.length === 1_000 && new Set(claimed).size === 1_000;
  report(name, `1000 events claimed by 3 processes, ${claimed.length} times in all`, once);
  const { acknowledged, lost, twice } = await killLoop(store, engine.address, Number(values.rounds));
  const figures = `${values.rounds} kills, ${acknowledged} writes acknowledged, ${lost.length} lost, ${twice} twice`;
  report(name, figures, lost.length === 0 && twice === 0 && acknowledged > 0);
  await store.close();
  await engine.drop();
}

await soak("SQLite", await sqliteEngine());
const server = await reachableServer();
if (server === null) say("PostgreSQL: no server was reached; set TEST_DATABASE_URL to name one.");
else await soak("PostgreSQL", await postgresEngine(server));
process.exitCode = faults === 0 ? 0 : 1;
