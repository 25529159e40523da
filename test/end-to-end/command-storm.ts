import { setTimeout as sleep } from "node:timers/promises";
import { LEASE_MS } from "../../src/app/ports/job-queue.ts";
import type { Address } from "../adapters/store/processes.ts";
import { PATIENCE_MS, type Running } from "./running.ts";
import { CHANNEL, type SlackTeam, slackTeam } from "./slack-team.ts";

const LANES = 6; // commands under way at once

export interface CommandStorm {
  acknowledged: number;
  lost: number; // acknowledged and never answered
  twice: number; // answered to the asker more than once: killed between the answer and the note of it
}

/**
 * Lets people ask for a price without end, each once, kills the process in the middle `kills` times, starts it again, and
 * counts the answers.
 */
export async function commandStorm(address: Address, kills: number): Promise<CommandStorm> {
  const team = await slackTeam();
  const acknowledged = new Set<string>();
  let asked = 0;
  try {
    let process = await team.start(address);
    for (let round = 0; round < kills; round++) {
      const lanes = Promise.all(
        Array.from({ length: LANES }, async () => {
          while (await isAcknowledged(team, process, `U${asked++}`, acknowledged));
        }),
      );
      await sleep(500 + Math.random() * 1_500);
      await process.kill();
      await lanes;
      process = await team.start(address);
    }
    const storm = () => counted(team, acknowledged);
    const end = Date.now() + LEASE_MS + PATIENCE_MS;
    while (storm().lost > 0 && Date.now() < end) await sleep(500);
    await process.stop();
    return storm();
  } finally {
    await team.stop();
  }
}

async function isAcknowledged(team: SlackTeam, process: Running, id: string, acknowledged: Set<string>) {
  try {
    const { status } = await team.person(id, process).command("/k8s-price", "eks control plane", CHANNEL);
    if (status === 200) acknowledged.add(id);
    return status === 200;
  } catch {
    return false;
  }
}

function counted({ workspace }: SlackTeam, acknowledged: Set<string>): CommandStorm {
  const answers = new Map<string, number>();
  for (const { onlyFor } of workspace.messages) {
    if (onlyFor !== null) answers.set(onlyFor, (answers.get(onlyFor) ?? 0) + 1);
  }
  return {
    acknowledged: acknowledged.size,
    lost: [...acknowledged].filter((id) => !answers.has(id)).length,
    twice: [...answers.values()].filter((count) => count > 1).length,
  };
}

/** A storm's figures in one line. */
export const commandWords = (kills: number, { acknowledged, lost, twice }: CommandStorm): string =>
  `${kills} kills, ${acknowledged} commands acknowledged, ${lost} never answered, ${twice} answered to the asker twice`;
