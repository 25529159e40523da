import { z } from "zod";
import { listDecisions } from "../answers/decisions.ts";
import { showHistory } from "../answers/history.ts";
import { verb } from "./verb.ts";

const PAGE = /^(history|decisions):(.*)$/s;

/** The next page of a list. */
export const page = verb({
  args: z.object({ value: z.string().regex(PAGE) }).transform(({ value }) => {
    const [, list, cursor = ""] = PAGE.exec(value) ?? [];
    return { list, cursor };
  }),
  opensForm: false,
  changes: false,
  repeatable: true,
  audience: "asker",
  run: (talk, asker, { list, cursor }) =>
    list === "decisions" ? listDecisions(talk, asker, cursor) : showHistory(talk, asker, cursor),
  terminal: ({ label, value }) => [[label, `k8s-advise ${PAGE.exec(value ?? "")?.[1] ?? "history"} --all`]],
});
