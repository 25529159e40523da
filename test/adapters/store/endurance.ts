import { setTimeout } from "node:timers/promises";
import type { Store } from "../../../src/adapters/store/open.ts";
import type { Tenant } from "../../../src/app/ports/asker.ts";
import { type Acknowledged, type Address, sharedThread, startChild } from "./processes.ts";
import { ann, aTenant, card, noon } from "./samples.ts";

/**
 * Starts a process that writes, kills it with SIGKILL in the middle, `rounds` times, and looks for everything it said
 * was acknowledged. `lost` is what is not there, `twice` the steps of the shared threads that are there more than once. Each round
 * has a thread of its own: a store reads back only the newest thousand steps of one.
 */
export async function killLoop(store: Store, address: Address, rounds: number) {
  const tenant = aTenant();
  const acknowledged: Acknowledged[] = [];
  const steps: (string | null)[] = [];
  for (let round = 0; round < rounds; round++) {
    const shared = sharedThread(String(round));
    await store.threads.open(tenant, shared, { estimateId: "e1", by: ann, at: noon() });
    const child = startChild(address, { kind: "write", tenant, name: String(round) });
    await child.opened;
    await setTimeout(50 + Math.random() * 200);
    child.process.kill("SIGKILL");
    acknowledged.push(...((await child.lines) as Acknowledged[]));
    const [_opened, ...appended] = await store.threads.line(tenant, shared);
    steps.push(...appended.map(({ text }) => text));
  }
  const lost: Acknowledged[] = [];
  for (const line of acknowledged) if (!(await isKept(store, tenant, steps, line))) lost.push(line);
  return { acknowledged: acknowledged.length, lost, twice: steps.length - new Set(steps).size };
}

async function isKept(store: Store, tenant: Tenant, steps: unknown[], [kind, id]: Acknowledged): Promise<boolean> {
  switch (kind) {
    case "receipt":
      return !(await store.receipts.claim(tenant, id));
    case "estimate":
      return (await store.estimates.get(tenant, id)) !== null;
    case "step":
      return steps.includes(id);
    case "vote": {
      const { votes } = await store.votes.tally(tenant, { channelId: "C1", threadId: id });
      return votes[0]?.platform === id;
    }
    case "decision": {
      const kept = await store.decisions.get(tenant, id);
      return kept?.decision.votes[0]?.platform === id;
    }
  }
}

/** Lets `people` vote at once, spread over `processes`, each for three platforms in turn. Gives the count and how long it took. */
export async function voteRush(store: Store, address: Address, processes: number, people: number) {
  const tenant = aTenant();
  await store.threads.open(tenant, card, { estimateId: "e1", by: ann, at: noon() });
  const ids = Array.from({ length: people }, (_, n) => `U${n}`);
  const platforms = ["one", "two", "three"];
  const started = performance.now();
  const children = Array.from({ length: processes }, (_, child) => {
    const share = ids.filter((_id, n) => n % processes === child);
    return startChild(address, { kind: "vote", tenant, thread: card, people: share, platforms });
  });
  await Promise.all(children.map(({ lines }) => lines));
  const { votes } = await store.votes.tally(tenant, card);
  return { votes, votesCast: people * platforms.length, ms: performance.now() - started };
}

/** Lets every process claim the same events, and gives the events that were claimed, as often as they were. */
export async function claimRush(address: Address, processes: number, events: number): Promise<unknown[]> {
  const keys = Array.from({ length: events }, (_, n) => `Ev${n}`);
  const tenant = aTenant();
  const children = Array.from({ length: processes }, () => startChild(address, { kind: "claim", tenant, keys }));
  return (await Promise.all(children.map(({ lines }) => lines))).flat();
}
