import type { SharedEngine } from "../adapters/store/engines.ts";
import { CHANNEL, slackTeam } from "../end-to-end/slack-team.ts";
import { startReplicas } from "./replicas.ts";

export interface Restarted {
  asked: number;
  refused: string[]; // why, for each that Slack was not told of
  exits: (number | null)[];
}

const LANES = 4;

/** Three replicas are replaced one after the other while people ask without end. */
export async function rollingRestart(engine: SharedEngine): Promise<Restarted> {
  const team = await slackTeam();
  const replicas = await startReplicas(team, engine.address, [0, 0, 0], { DRAIN_MS: "1500" });
  const restarted: Restarted = { asked: 0, refused: [], exits: [] };
  let isOver = false;
  const lanes = Array.from({ length: LANES }, async (_, lane) => {
    while (!isOver) {
      const id = `U${lane}x${restarted.asked++}`;
      try {
        const { status } = await team
          .person(id, await replicas.pick())
          .command("/k8s-price", "eks control plane", CHANNEL);
        if (status !== 200) restarted.refused.push(String(status));
      } catch (error) {
        restarted.refused.push(String(error));
      }
    }
  });
  try {
    restarted.exits = await replicas.rollingRestart();
    isOver = true;
    await Promise.all(lanes);
    return restarted;
  } finally {
    isOver = true;
    await replicas.stop();
    await team.stop();
  }
}
