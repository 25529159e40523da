import { remarked } from "../../cards/remarks.ts";
import { askedTopic } from "../../core/explain/explain.ts";
import { askInWords, cardInWords } from "../ask-in-words.ts";
import type { Reply } from "../conversation.ts";
import type { Asker } from "../ports/asker.ts";
import type { HandedFile } from "../ports/files.ts";
import { capabilitiesOf, namesNow, type Talk } from "../talk.ts";
import { commandIn } from "../verbs/commands.ts";
import { remarksOn } from "../words.ts";
import { explained } from "./explain.ts";
import { openForm } from "./forms.ts";
import { draftAudience, draftView } from "./recommend.ts";
import { remember } from "./remembered.ts";

/** Whether words are a file that somebody pasted: a manifest, a Compose file, a table of kubectl. */
const isPasted = (text: string) =>
  text.includes("\n") && (/^(apiVersion|kind|services):/m.test(text) || /^(NAMESPACE\s+)?NAME\s{2,}\S/.test(text));

/** The answer to `/k8s-advise <words>`: the form for none, a command, or what the words say about a requirement. */
export function commanded(talk: Talk, asker: Asker, text: string, files: readonly HandedFile[] = []): Promise<Reply> {
  const words = text.trim();
  if (files.length > 0) return advised(talk, asker, words, files);
  if (isPasted(words)) return advised(talk, asker, "", [{ name: "", text }]);
  if (words === "") return openForm(talk, asker, { text: null, estimateId: null });
  const command = commandIn(words);
  if (command !== null) return command.run(talk, asker);
  const topic = askedTopic(words);
  return topic === null ? advised(talk, asker, words) : explained(talk, asker, topic);
}

/** Words that ask for a list or for settings, whatever was asked before. */
export const isOwnCommand = (text: string): boolean => /^\s*(?:history|decisions|settings)\b/i.test(text);

async function advised(talk: Talk, asker: Asker, text: string, files: readonly HandedFile[] = []): Promise<Reply> {
  const form = `${capabilitiesOf(talk, asker).commands.form} with nothing after it`;
  const answer = await askInWords(talk, asker, { text, files, form });
  const card = cardInWords(answer, namesNow(talk), draftView(talk, asker));
  const remarks = remarksOn(answer.said, answer.estimate, talk.library);
  if (!asker.isPublic) await remember(talk, asker, answer.estimate.id);
  return {
    kind: "card",
    card: remarked(card, remarks),
    audience: draftAudience(asker),
    estimateId: answer.estimate.id,
    replaces: false,
  };
}
