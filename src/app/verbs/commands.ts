import { type Commands, helpCard } from "../../cards/help-card.ts";
import { compared } from "../answers/compare.ts";
import { listDecisions, showDecision } from "../answers/decisions.ts";
import { explained } from "../answers/explain.ts";
import { showHistory } from "../answers/history.ts";
import { priced } from "../answers/prices.ts";
import { openSettings, scopeOf, showSettings } from "../answers/settings.ts";
import type { Reply } from "../conversation.ts";
import type { Asker } from "../ports/asker.ts";
import { capabilitiesOf, type Talk, whereAsked } from "../talk.ts";

/** What the first word after the command may be; anything else is free text. */
interface Command {
  /** How help names it, with what it gives; left out for what help need not say. */
  help?: (typed: Commands) => [typed: string, gives: string][];
  /** Whether it answers with a form when these words follow. */
  opensForm?(rest: string): boolean;
  run(talk: Talk, asker: Asker, rest: string): Promise<Reply>;
}

const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ["help", { run: async (talk, asker) => help(talk, asker) }],
  ["compare", { help: ({ compare }) => [[`${compare} eks doks`, "platforms side by side"]], run: compared }],
  [
    "explain",
    { help: ({ explain }) => [[`${explain} egress`, "a word of the trade in plain language"]], run: explained },
  ],
  [
    "history",
    {
      help: ({ show }) => [[`${show} history`, "your earlier answers"]],
      run: (talk, asker) => showHistory(talk, asker, null),
    },
  ],
  [
    "decisions",
    {
      help: ({ show }) => [[`${show} decisions`, "what the team decided"]],
      run: decisions,
    },
  ],
  [
    "settings",
    {
      help: ({ show, channelSettings }) => [
        [`${show} settings`, "the team's region, currency, hourly rate and discounts"],
        ...(channelSettings === null
          ? []
          : ([[channelSettings, "the same for this channel alone, on top of the team's"]] as [string, string][])),
      ],
      opensForm: (rest) => /^change\b/i.test(rest),
      run: settings,
    },
  ],
  ["price", { help: ({ price }) => [[`${price} …`, "one price: a machine, a size, a service, a pod"]], run: priced }],
]);

/** What can be shown by its name alone, where a platform lets people choose instead of type. */
export const SHOWN = ["help", "history", "decisions", "settings", "settings channel"] as const;

/** The command that words begin with, with what follows it; null where they are free text. */
export function commandIn(text: string): { opensForm: boolean; run(talk: Talk, asker: Asker): Promise<Reply> } | null {
  const [first = "", ...others] = text.trim().split(/\s+/);
  const command = COMMANDS.get(first.toLowerCase());
  if (command === undefined) return null;
  const rest = others.join(" ");
  return {
    opensForm: command.opensForm?.(rest) ?? false,
    run: (talk, asker) => command.run(talk, asker, rest),
  };
}

/** What can be typed where the asker is, with what each gives. */
export function helpRows(typed: Commands): string[][] {
  return [
    [typed.form, "a short form; every question may stay empty"],
    [`${typed.ask} …`, "an answer to what you write in your own words"],
    ...[...COMMANDS.values()].flatMap(({ help: rows }) => rows?.(typed) ?? []),
  ];
}

/** What to type and what comes of it. */
export function help(talk: Talk, asker: Asker, estimateId: string | null = null): Reply {
  const { commands: typed } = capabilitiesOf(talk, asker);
  const card = helpCard(typed, helpRows(typed));
  return { kind: "card", card, audience: whereAsked(asker), estimateId, replaces: false };
}

function decisions(talk: Talk, asker: Asker, rest: string): Promise<Reply> {
  const [first = "", id = ""] = rest.split(" ");
  if (first === "") return listDecisions(talk, asker, null);
  return first === "export" ? showDecision(talk, asker, id, "file") : showDecision(talk, asker, first, "repriced");
}

function settings(talk: Talk, asker: Asker, rest: string): Promise<Reply> {
  const [change, scope = null] = rest === "" ? [] : rest.split(" ");
  return change === "change"
    ? openSettings(talk, asker, scopeOf(scope))
    : showSettings(talk, asker, scopeOf(change ?? null));
}
