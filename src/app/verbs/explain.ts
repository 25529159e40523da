import { z } from "zod";
import { explained } from "../answers/explain.ts";
import { verb } from "./verb.ts";

/** A topic of a menu in short. */
export const explain = verb({
  args: z.object({ value: z.string().min(1) }),
  opensForm: false,
  changes: false,
  repeatable: true,
  audience: "where-asked",
  run: (talk, asker, { value }) => explained(talk, asker, value),
  terminal: ({ label, choices }) =>
    choices?.[0] === undefined ? [] : [[label, `k8s-advise explain ${choices[0].value}`]],
});
