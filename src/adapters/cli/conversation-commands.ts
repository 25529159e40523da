import type { Command } from "commander";
import { type Desk, OPERATOR } from "./desk.ts";
import type { Io } from "./io.ts";
import { renderTerminal } from "./render-terminal.ts";

/** Commands that are the same words in every shell, with what `k8s-advise help` says of each. */
const COMMANDS = [
  { name: "compare [platforms...]", says: "set platforms side by side; all of them when none is named" },
  { name: "explain [topic...]", says: "explain a term, with a figure and its source" },
  { name: "history", says: "list your own and shared estimates" },
  { name: "decisions [words...]", says: "list decisions; decisions <id> shows one" },
  { name: "settings [words...]", says: "show the team's defaults; settings region=eu-central changes one" },
] as const;

/** `compare`, `explain`, `history`, `decisions`, `settings`: answered by the conversation, as in chat. */
export function addConversationCommands(program: Command, io: Io, desk: () => Promise<Desk>): void {
  for (const { name, says } of COMMANDS) {
    program
      .command(name)
      .description(says)
      .action(async (words: unknown) => {
        const { conversation } = await desk();
        const text = [name.split(" ")[0], ...(Array.isArray(words) ? words : [])].join(" ");
        const reply = await conversation.handle({ kind: "command", text }, OPERATOR);
        if (reply.kind !== "card")
          throw new RangeError(`The command "${text}" answers with a form, which a terminal has none of`);
        io.out(renderTerminal(reply.card, { colour: io.colour }));
        for (const file of reply.card.files) io.out(`\n${file.text}`);
      });
  }
}
