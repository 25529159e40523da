import { setTimeout as sleep } from "node:timers/promises";
import type { Address } from "../adapters/store/processes.ts";
import type { Running } from "../end-to-end/running.ts";
import type { SlackTeam } from "../end-to-end/slack-team.ts";

const PROBE_MS = 100;
const PROBE_TIMEOUT_MS = 2_000;

/** Replicas behind a load balancer that asks each whether it is ready, as a cluster's does. */
export interface Replicas {
  /** One of those that said so when they were last asked. Waits for one where there is none. */
  pick(): Promise<Running>;
  /** `kill -9`, and another in its place. */
  kill(): Promise<void>;
  /** One after the other: another comes up and is ready, then the old one is told to stop. Gives the exit codes. */
  rollingRestart(): Promise<(number | null)[]>;
  stop(): Promise<void>;
}

/** As many replicas as there are clocks, each wrong by so many milliseconds. */
export async function startReplicas(
  team: SlackTeam,
  address: Address,
  clocksAheadMs: readonly number[],
  settings: Record<string, string> = {},
): Promise<Replicas> {
  const skew = new URL("./skewed-clock.mjs", import.meta.url).href;
  const start = (aheadMs: number) =>
    team.start(address, { ...settings, NODE_OPTIONS: `--import ${skew}`, CLOCK_AHEAD_MS: String(aheadMs) });
  const running: { replica: Running; aheadMs: number }[] = [];
  for (const aheadMs of clocksAheadMs) running.push({ replica: await start(aheadMs), aheadMs });

  let ready: Running[] = running.map(({ replica }) => replica);
  let isOver = false;
  let turn = 0;
  const probing = (async () => {
    while (!isOver) {
      const asked = await Promise.all(running.map(async ({ replica }) => ((await isReady(replica)) ? [replica] : [])));
      ready = asked.flat();
      await sleep(PROBE_MS);
    }
  })();

  return {
    async pick() {
      for (;;) {
        turn += 1;
        const replica = ready[turn % Math.max(1, ready.length)];
        if (replica !== undefined) return replica;
        await sleep(PROBE_MS);
      }
    },
    async kill() {
      turn += 1;
      const slot = running[turn % running.length];
      if (slot === undefined) return;
      ready = ready.filter((replica) => replica !== slot.replica);
      await slot.replica.kill();
      slot.replica = await start(slot.aheadMs);
    },
    async rollingRestart() {
      const codes: (number | null)[] = [];
      for (const slot of [...running]) {
        const next = { replica: await start(slot.aheadMs), aheadMs: slot.aheadMs };
        running.push(next);
        codes.push(await slot.replica.stop());
        running.splice(running.indexOf(slot), 1);
      }
      return codes;
    },
    async stop() {
      isOver = true;
      await probing;
      await Promise.all(running.map(({ replica }) => replica.stop()));
    },
  };
}

const isReady = ({ address }: Running): Promise<boolean> =>
  fetch(`${address}/readyz`, { signal: AbortSignal.timeout(PROBE_TIMEOUT_MS) }).then(
    ({ ok }) => ok,
    () => false,
  );
