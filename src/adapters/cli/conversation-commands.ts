import type { Command } from "commander";
import type { Card } from "../../cards/card.ts";
import { type Desk, operator } from "./desk.ts";
import type { Io } from "./io.ts";
import { cardOf, showCard } from "./show.ts";

/** `compare`, `explain`, `history`, `decisions`, `decide`: answered by the conversation, as in chat. */
export function addConversationCommands(program: Command, io: Io, desk: () => Promise<Desk>): void {
  const say = async (text: string) => {
    const { conversation } = await desk();
    return cardOf(await conversation.handle({ kind: "command", text }, operator()));
  };
  program
    .command("compare [platforms...]")
    .description("set platforms side by side; all of them when none is named")
    .action(async (platforms: string[]) => showCard(io, await say(["compare", ...platforms].join(" "))));
  program
    .command("explain [topic...]")
    .description("explain a term, with a figure and its source")
    .action(async (topic: string[]) => showCard(io, await say(["explain", ...topic].join(" "))));
  program
    .command("history")
    .description("list earlier estimates, newest first")
    .option("--all", "all of them, not the newest ten")
    .action(async ({ all }: { all?: true }) => showPages(io, desk, "history", all === true));
  addDecisionCommands(program, io, desk);
}

function addDecisionCommands(program: Command, io: Io, desk: () => Promise<Desk>): void {
  const decisions = program
    .command("decisions [id]")
    .description("list decisions, or show one with what it would cost today")
    .option("--all", "all of them, not the newest ten")
    .action(async (id: string | undefined, { all }: { all?: true }) => {
      if (id === undefined) return showPages(io, desk, "decisions", all === true);
      showCard(io, await pressed(desk, "reprice", id));
    });
  decisions
    .command("export <id>")
    .description("print a decision as an architecture decision record in Markdown")
    .action(async (id: string) => {
      for (const { text } of (await pressed(desk, "export", id)).files) io.out(text.trimEnd());
    });
  decisions
    .command("undo <id>")
    .description("take back the decision that stands: the one before it stands again")
    .action(async (id: string) => showCard(io, await pressed(desk, "undo-decision", id)));
  program
    .command("decide <estimate> <platform> <why...>")
    .description("record what was decided on an estimate, and why")
    .action(async (estimateId: string, platform: string, why: string[]) => {
      const { conversation } = await desk();
      const answers = { platform: platform.toLowerCase(), why: why.join(" ") };
      const submitted = { kind: "submit-form", form: "decide", answers, estimateId } as const;
      showCard(io, cardOf(await conversation.handle(submitted, operator())));
    });
}

async function pressed(
  desk: () => Promise<Desk>,
  action: "reprice" | "export" | "page" | "undo-decision",
  value: string,
): Promise<Card> {
  const { conversation } = await desk();
  return cardOf(await conversation.handle({ kind: "press", action, estimateId: "", value }, operator()));
}

async function showPages(
  io: Io,
  desk: () => Promise<Desk>,
  list: "history" | "decisions",
  all: boolean,
): Promise<void> {
  const { conversation } = await desk();
  let card = cardOf(await conversation.handle({ kind: "command", text: list }, operator()));
  for (;;) {
    const older = all ? card.actions.find(({ name }) => name === "page") : undefined;
    showCard(io, { ...card, actions: card.actions.filter((action) => action !== older) });
    if (older === undefined) return;
    card = await pressed(desk, "page", older.value ?? "");
  }
}
