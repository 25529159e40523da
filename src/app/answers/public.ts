import { takenBackCard } from "../../cards/taken-back-card.ts";
import { UserError } from "../../core/errors.ts";
import type { Reply } from "../conversation.ts";
import type { Asker } from "../ports/asker.ts";
import { type Talk, threadOf } from "../talk.ts";
import { may, settingsFor } from "../team-settings.ts";

/** The asker as they are answered: in private where the team wants that, or where they may not share. */
export async function mentioned(talk: Talk, asker: Asker): Promise<Asker> {
  if (!asker.isPublic) return asker;
  const settings = await settingsFor(talk.settings, asker);
  if (settings.mentions !== "private" && may(asker, settings, "mayShare")) return asker;
  const { isPublic: _, ...inPrivate } = asker;
  return inPrivate;
}

/**
 * Takes an answer that was given in public away again, for who asked for it and for admins: words stand in its place.
 * @throws {UserError} for anybody else.
 */
export async function takeBack(talk: Talk, asker: Asker, estimateId: string): Promise<Reply> {
  const thread = threadOf(asker);
  const [first] = thread === null ? [] : await talk.threads.line(asker.tenant, thread);
  if (first?.by.id !== asker.person.id && !asker.person.isAdmin)
    throw new UserError("Only who asked can take this answer back.", "Admins can, too.");
  return { kind: "card", card: takenBackCard(asker.person.name), audience: "thread", estimateId, replaces: true };
}
