import { z } from "zod";
import { showDecision } from "../answers/decisions.ts";
import { draft } from "../answers/recommend.ts";
import { verb } from "./verb.ts";

const LISTED = /^(estimate|decision):(.*)$/s;

/** Shows an estimate or a decision of a list. */
export const open = verb({
  args: z.object({ value: z.string().regex(LISTED) }).transform(({ value }) => {
    const [, kind, id = ""] = LISTED.exec(value) ?? [];
    return { kind, id };
  }),
  opensForm: false,
  changes: false,
  repeatable: true,
  audience: "asker",
  async run(talk, asker, { kind, id }) {
    if (kind === "decision") return showDecision(talk, asker, id, "recorded");
    return draft(talk, asker, (await talk.advisor.find(asker, id)).estimate, { replaces: false });
  },
  terminal: ({ label, value, choices }) =>
    (choices ?? [{ label, value: value ?? "" }]).map((choice) => [choice.label, opening(choice.value)]),
});

function opening(value: string): string {
  const [, kind, id] = LISTED.exec(value) ?? [];
  return kind === "decision" ? `k8s-advise decisions ${id}` : `k8s-advise advise --from ${id}`;
}
