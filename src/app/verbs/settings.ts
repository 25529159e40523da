import { z } from "zod";
import { openSettings, scopeOf } from "../answers/settings.ts";
import { verb } from "./verb.ts";

/** Opens the form of the team's settings, or of a channel's own. */
export const settings = verb({
  args: z.object({ value: z.string().nullable() }).transform(({ value }) => ({ scope: scopeOf(value) })),
  opensForm: true,
  changes: false,
  repeatable: true,
  audience: "asker",
  run: (talk, asker, { scope }) => openSettings(talk, asker, scope),
  terminal: ({ label }) => [[label, "k8s-advise settings region=eu-central currency=EUR"]],
});
