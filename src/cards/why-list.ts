import { plainNumber } from "../core/cost/money.ts";
import type { Cluster, Estimate, RankedPlatform } from "../core/decision/estimate.ts";
import { PRIORITIES, type Priority } from "../core/question/choices.ts";
import { weighing } from "../core/question/priorities.ts";
import type { FlatSection } from "./card.ts";
import { listed, upperFirst } from "./clip.ts";

const BINDING_SAYS: Record<Cluster["binding"], string> = {
  memory: "Memory decides the size: with less of it, what you run would not fit.",
  cpu: "CPU decides the size: with less of it, what you run would not fit.",
  pods: "The number of copies decides the size: a machine takes only so many.",
  gpus: "The GPUs decide the size.",
  "n+1": "The size allows for one failed machine: the others then carry everything.",
  minimum: "It is the smallest size that makes sense there, and what you run fits.",
  asked: "The size is what you asked for.",
  requests: "You pay for what your programs ask for, so there is no size to choose.",
};

/** What the corners of the triangle are, for somebody who has not met them. */
const CORNERS: Record<Priority, string> = {
  cost: "a small bill",
  control: "how much you can change",
  operations: "little work to run it",
};

/** Why the winner: its strength, its size, and what the choice gives up. */
export function whyList({ requirement }: Estimate, winner: RankedPlatform): FlatSection {
  return {
    kind: "list",
    title: "Why",
    tone: "plain",
    items: [winner.reason, BINDING_SAYS[winner.cluster.binding], tradeText(requirement, winner)],
  };
}

/** "A small bill and little work to run it count most here: …". */
function tradeText(requirement: Estimate["requirement"], { triangle }: RankedPlatform): string {
  const { priorities, given, reason } = weighing(requirement);
  const wanted = upperFirst(listed(priorities.map((priority) => CORNERS[priority])));
  const scores = PRIORITIES.map((corner) => `${corner} ${plainNumber(triangle[corner])}`).join(", ");
  const verb = priorities.length === 1 ? "counts" : "count";
  return `${wanted} ${verb} most${given ? ", as you asked" : `: ${reason}`}. It scores, out of 5: ${scores}.`;
}
