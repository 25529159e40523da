import type { Card } from "../../cards/card.ts";
import { compareCard } from "../../cards/compare-card.ts";
import { explainCard } from "../../cards/explain-card.ts";
import { helpCard } from "../../cards/help-card.ts";
import { remarked } from "../../cards/remarks.ts";
import { UserError } from "../../core/errors.ts";
import { askedTopic, explain, findTopic } from "../../core/explain/explain.ts";
import { TOPICS } from "../../core/explain/topics/index.ts";
import { understand } from "../../language/understand.ts";
import { askInWords, cardInWords } from "../ask-in-words.ts";
import type { Reply } from "../conversation.ts";
import type { Asker, HandedFile } from "../ports.ts";
import { meant, namesNow, type Talk, whereAsked } from "../talk.ts";
import { remarksOn } from "../words.ts";
import { commandsOf } from "./command-names.ts";
import { listDecisions, showDecision } from "./decisions.ts";
import { openForm } from "./forms.ts";
import { showHistory } from "./history.ts";
import { priced } from "./prices.ts";
import { draftView } from "./recommend.ts";
import { openSettings, scopeOf, showSettings } from "./settings.ts";

type Command = (talk: Talk, asker: Asker, rest: string) => Promise<Reply>;

/** What the first word may be; anything else is free text. */
const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ["help", async (_talk, asker) => about(asker, helpCard(commandsOf(asker)))],
  ["compare", compared],
  ["explain", explained],
  ["price", priced],
  ["history", (talk, asker) => showHistory(talk, asker, null)],
  ["decisions", decisions],
  ["settings", settings],
]);

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

/** Whether words are a file that somebody pasted: a manifest, a Compose file, a table of kubectl. */
const isPasted = (text: string) =>
  text.includes("\n") && (/^(apiVersion|kind|services):/m.test(text) || /^(NAMESPACE\s+)?NAME\s{2,}\S/.test(text));

/** The answer to `/k8s-advise <words>`: the form for none, a command, or what the words say about a requirement. */
export function commanded(talk: Talk, asker: Asker, text: string, files: readonly HandedFile[] = []): Promise<Reply> {
  const words = text.trim();
  if (files.length > 0) return advised(talk, asker, words, files);
  if (isPasted(words)) return advised(talk, asker, "", [{ name: "", text }]);
  if (words === "") return openForm(talk, asker, { text: null, estimateId: null });
  const [first = "", ...rest] = words.split(/\s+/);
  const command = COMMANDS.get(first.toLowerCase());
  if (command !== undefined) return command(talk, asker, rest.join(" "));
  const topic = askedTopic(words);
  return topic === null ? advised(talk, asker, words) : explained(talk, asker, topic);
}

const about = (asker: Asker, card: Card, estimateId: string | null = null): Reply => ({
  kind: "card",
  card,
  audience: whereAsked(asker),
  estimateId,
  replaces: false,
});

async function advised(talk: Talk, asker: Asker, text: string, files: readonly HandedFile[] = []): Promise<Reply> {
  const form = `${commandsOf(asker).form} with nothing after it`;
  const answer = await askInWords(talk, asker, { text, files, form });
  const card = cardInWords(answer, namesNow(talk), draftView(asker));
  const remarks = remarksOn(answer.said, answer.estimate, talk.library);
  return {
    kind: "card",
    card: remarked(card, remarks),
    audience: "asker",
    estimateId: answer.estimate.id,
    replaces: false,
  };
}

async function compared(talk: Talk, asker: Asker, text: string): Promise<Reply> {
  const { asked, input, understood, unparsed } = understand(text, talk.library.vocabulary());
  const inThread = await meant(talk, asker, null);
  const estimate =
    inThread?.estimate ?? (await talk.advisor.ask(asker, { input: withoutCloud(input), understood, unparsed }));
  return about(asker, compareCard(estimate, namesNow(talk), asked.length === 0 ? null : asked), estimate.id);
}

/** "compare eks aks" names platforms, not clouds in use. */
const withoutCloud = <T extends object>(input: T): T =>
  Object.fromEntries(Object.entries(input).filter(([key]) => key !== "existingCloud" && key !== "running")) as T;

/** A topic in short. @throws {UserError} naming the topics there are, for one that is none. */
export async function explained(talk: Talk, asker: Asker, text: string): Promise<Reply> {
  const topic = findTopic(text);
  const explanation = topic === null ? null : explain(topic, talk.library.knowledge().book);
  if (explanation === null)
    throw new UserError(
      text === "" ? "Explain what?" : `I have no explanation of "${text}".`,
      `Topics: ${TOPICS.map(({ id }) => id).join(", ")}.`,
    );
  return about(asker, explainCard(explanation));
}
