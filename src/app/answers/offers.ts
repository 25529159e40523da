import { dismissedCard, offerCard, offeredWords, offerQuestion } from "../../cards/offer-card.ts";
import type { Estimate } from "../../core/decision/estimate.ts";
import { UserError } from "../../core/errors.ts";
import type { Intent, Reply } from "../conversation.ts";
import { MOST_CHARACTERS, type Overheard, readOverheard } from "../overheard.ts";
import type { Asker, Spot } from "../ports/asker.ts";
import { capabilitiesOf, meant, namesNow, type Talk } from "../talk.ts";
import { followedUp } from "./follow-ups.ts";

/**
 * What words that nobody said to the bot ask of it, or null: people's talk with each other, and all talk where no card owns
 * the thread. Reads only.
 */
export async function overheard(talk: Talk, spot: Spot, text: string): Promise<Intent | null> {
  if (text.length > MOST_CHARACTERS) return null;
  const earlier = await newest(talk, spot);
  if (earlier === null) return null;
  const read = readOverheard(text, earlier, talk.library.vocabulary());
  if (read.kind === "answer") return { kind: "follow-up", text, estimateId: null };
  return read.kind === "offer" && capabilitiesOf(talk, spot).privateOffers ? { kind: "offer", text } : null;
}

/** Asks the writer of `text`, and nobody else, whether the change in it is to be planned. */
export async function offered(talk: Talk, asker: Asker, text: string): Promise<Reply> {
  const earlier = await newest(talk, asker);
  const read = earlier === null ? null : offerIn(talk, text, earlier);
  if (earlier === null || read === null) throw outdated();
  const card = offerCard(earlier, read.changes, text, namesNow(talk));
  return { kind: "card", card, audience: "asker", estimateId: null, replaces: false };
}

/**
 * Plans what was offered about an estimate, in the thread of that time.
 * @throws {UserError} where the same words mean another change to what the thread is at now.
 */
export async function replan(
  talk: Talk,
  asker: Asker,
  { estimateId, value }: { estimateId: string; value: string | null },
): Promise<Reply> {
  const words = value === null ? null : offeredWords(value);
  const now = await newest(talk, asker);
  if (words === null || now === null) throw outdated();
  const { estimate: then } = await talk.advisor.find(asker, estimateId);
  const wish = questionOf(talk, words, then);
  if (wish === null || wish !== questionOf(talk, words, now)) throw outdated();
  return followedUp(talk, asker, { text: words, estimateId: null });
}

/** An offer turned down: it goes, and nothing else happens. */
export const dismiss = async (): Promise<Reply> => ({
  kind: "card",
  card: dismissedCard(),
  audience: "asker",
  estimateId: null,
  replaces: true,
});

/** The question an offer of these words would ask, or null where they offer nothing. */
function questionOf(talk: Talk, words: string, estimate: Estimate): string | null {
  const read = offerIn(talk, words, estimate);
  return read === null ? null : offerQuestion(estimate.requirement, read.changes, namesNow(talk));
}

function offerIn(talk: Talk, words: string, estimate: Estimate): Extract<Overheard, { kind: "offer" }> | null {
  const read = readOverheard(words, estimate, talk.library.vocabulary());
  return read.kind === "offer" ? read : null;
}

/** The estimate that a thread is at, or null where no card owns it. */
async function newest(talk: Talk, spot: Spot): Promise<Estimate | null> {
  return (await meant(talk, spot, null))?.estimate ?? null;
}

const outdated = () =>
  new UserError("The plan in this thread has changed since I offered that.", "Say it once more, with a mention of me.");
