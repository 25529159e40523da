import { writeSync } from "node:fs";
import { openStore, type Store } from "../../../src/adapters/store/open.ts";
import { type Acknowledged, type Address, sharedThread, type Task } from "./processes.ts";
import { aDecision, ann, asked, noon } from "./samples.ts";

/** A process of its own: opens the store at an address, does its task, and says what was acknowledged. */
const { address, task } = JSON.parse(process.argv[2] ?? "") as { address: Address; task: Task };

const say = (line: unknown) => writeSync(1, `${JSON.stringify(line)}\n`); // at once, so that a kill loses none
const acknowledge = (...line: Acknowledged) => say(line);

const store = await openStore({ ...address, tokenKey: null, clock: { now: () => new Date() } });
say("open");
if (task.kind === "vote") await vote(store, task);
if (task.kind === "claim") for (const key of task.keys) if (await store.receipts.claim(task.tenant, key)) say(key);
if (task.kind === "write") await Promise.all([0, 1, 2].map((lane) => write(store, task, lane)));
await store.close();

/** All people at once, each for every platform in turn, so that the last of these counts. */
async function vote({ votes }: Store, { tenant, thread, people, platforms }: Extract<Task, { kind: "vote" }>) {
  const voteInTurn = async (id: string) => {
    for (const platform of platforms) await votes.cast(tenant, thread, { platform, by: { id, name: id }, at: noon() });
  };
  await Promise.all(people.map(voteInTurn));
}

/** A bit of everything without end, each with an id of its own, in a thread that the round shares and one of its own. */
async function write(
  open: Store,
  { tenant, name: round }: Extract<Task, { kind: "write" }>,
  lane: number,
): Promise<never> {
  for (let n = 0; ; n++) {
    const id = `${round}.${lane}.${n}`;
    await open.receipts.claim(tenant, id);
    acknowledge("receipt", id);
    await open.estimates.put(tenant, asked(id));
    acknowledge("estimate", id);
    const change = { kind: "changed", estimateId: id, basedOn: id, text: id, by: ann, at: noon() } as const;
    await open.threads.append(tenant, sharedThread(round), change);
    acknowledge("step", id);
    const thread = { channelId: "C1", threadId: id };
    await open.threads.open(tenant, thread, { estimateId: id, by: ann, at: noon() });
    await open.votes.cast(tenant, thread, { platform: id, by: ann, at: noon() });
    acknowledge("vote", id);
    await open.decisions.record(tenant, aDecision(id, { thread }));
    acknowledge("decision", id);
  }
}
