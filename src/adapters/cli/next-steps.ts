import type { Action, Card } from "../../cards/card.ts";
import { columns } from "./columns.ts";

type Step = (action: Action) => string[][];

const follow = (estimateId: string, words: string) => `k8s-advise advise --from ${estimateId} "${words}"`;
const one = (label: string, command: string) => [[label, command]];

/** What to type in a terminal for each button. Null where it takes others, or a page of its own. */
const STEPS: Readonly<Record<Action["name"], Step | null>> = {
  share: null,
  vote: null,
  "withdraw-vote": null,
  replan: null,
  dismiss: null,
  step: null,
  page: (action) => one(action.label, `k8s-advise ${action.value?.split(":")[0] ?? "history"} --all`),
  change: ({ label, estimateId }) => one(label, follow(estimateId, "what if the budget is 100")),
  compare: ({ label, estimateId }) => one(label, follow(estimateId, "compare")),
  "why-not": ({ label, estimateId, value, choices }) => {
    const platform = value ?? choices?.[0]?.value;
    return platform === undefined ? [] : one(label, follow(estimateId, `why not ${platform}`));
  },
  "cost-lines": ({ label, estimateId, value }) => one(label, follow(estimateId, `break down ${value ?? ""}`.trim())),
  decide: ({ label, estimateId }) => one(label, `k8s-advise decide ${estimateId} PLATFORM WHY`),
  undo: ({ label, estimateId }) => one(label, follow(estimateId, "undo")),
  open: ({ label, value, choices }) =>
    (choices ?? [{ label, value: value ?? "" }]).map((choice) => [choice.label, opening(choice.value)]),
  export: ({ label, value }) => one(label, `k8s-advise decisions export ${value}`),
  reprice: ({ label, value }) => one(label, `k8s-advise decisions ${value}`),
  "undo-decision": ({ label, value }) => one(label, `k8s-advise decisions undo ${value}`),
  settings: ({ label }) => one(label, "k8s-advise settings region=eu-central currency=EUR"),
};

/** "estimate:abc" or "decision:abc", as the menus of lists say it. */
function opening(value: string): string {
  const [kind, id] = value.split(":");
  return kind === "decision" ? `k8s-advise decisions ${id}` : `k8s-advise advise --from ${id}`;
}

/** A card's buttons as commands to type, aligned; empty where it has none. */
export function nextSteps({ actions }: Card): string {
  return columns(actions.flatMap((action) => STEPS[action.name]?.(action) ?? []));
}
