import { differenceSentence } from "../cards/difference-card.ts";
import { namesOf } from "../cards/names.ts";
import type { PriceBook } from "../core/catalog/price-book.ts";
import type { Estimate } from "../core/decision/estimate.ts";
import { REQUIREMENT_KEYS, type RequirementInput } from "../core/question/requirement.ts";
import { sumOfCents } from "../core/units.ts";
import { type FollowUp, followUp } from "../language/follow-up.ts";
import type { Advisor } from "./advisor.ts";
import type { Library } from "./knowledge.ts";
import type { Asker } from "./ports/asker.ts";
import type { AskedEstimate } from "./ports/estimates.ts";

/** What a change did to the answer. */
export interface Difference {
  /** How much more the recommended bill is, in the new answer's currency; negative for less. */
  bill: number;
  /** Where the platform recommended before stands now, 1 for first; null when it no longer stands. */
  rank: number | null;
  text: string;
}

/** A follow-up read against an earlier answer, with the answer it leads to. */
export interface Refinement {
  followUp: FollowUp;
  before: Estimate;
  /** The answer to the changed question; `before` itself where nothing was changed. */
  after: Estimate;
  difference: Difference;
}

/** Reads `text` as a follow-up to an earlier estimate and, where it changes the question, asks again. */
export async function refine(
  { advisor, library }: { advisor: Advisor; library: Library },
  asker: Asker,
  asked: AskedEstimate,
  text: string,
): Promise<Refinement> {
  const before = asked.estimate;
  const ranked = before.ranking.map(({ platform }) => platform);
  const words = followUp(before.requirement, text, library.vocabulary(), { ranked });
  const read = accepted(before, text, words) ?? words;
  const { book } = library.knowledge();
  const changes = read.intent === "what-if" ? { ...confirmedIn(before, read), ...read.changes } : {};
  if (Object.keys(changes).length === 0)
    return { followUp: read, before, after: before, difference: difference(before, before, book) };
  const { understood, unparsed } = read;
  const input = { ...givenIn(before), ...changes };
  const fromFiles = "workload" in changes ? [] : (before.fromFiles ?? []); // another workload is no file's any more
  const asksBack = before.questions !== undefined;
  const after = await advisor.ask(asker, { input, understood, unparsed, fromFiles, asksBack, ...dayOf(asked) });
  const now = await advisor.repriced(asker, before, after.asOf);
  return { followUp: read, before, after, difference: difference(before, after, book, now) };
}

/** The day whose prices were asked for by name: a follow-up keeps to it. */
const dayOf = ({ estimate, askedAt }: AskedEstimate): { asOf?: string } =>
  estimate.asOf === askedAt.slice(0, 10) ? {} : { asOf: estimate.asOf };

/** What was given for an estimate: its requirement without the keys that were assumed. */
export function givenIn({ requirement, assumed }: Estimate): RequirementInput {
  const given = REQUIREMENT_KEYS.filter((key) => !assumed.includes(key)).map((key) => [key, requirement[key]]);
  return Object.fromEntries(given) as RequirementInput;
}

const ACCEPT = /^\s*accept\s+(\d)\s*[.!]?\s*$/i;

/** "Accept 1", or what the button says ("Accept 99.95 %"), as the change that brings the nearest platform in; null for other words. */
function accepted({ nearest = [] }: Estimate, text: string, words: FollowUp): FollowUp | null {
  const place = Number(ACCEPT.exec(text)?.[1] ?? Number.NaN);
  const chosen = nearest.find(({ label }, i) => i + 1 === place || label.toLowerCase() === text.trim().toLowerCase());
  if (chosen === undefined) return null;
  return {
    ...words,
    intent: "what-if",
    changes: chosen.changes,
    understood: [],
    unparsed: [],
    questions: [],
    notes: [],
  };
}

/** What was assumed and is now said, with the value it had: "3 services", where 3 were assumed. */
function confirmedIn({ requirement, assumed }: Estimate, { understood }: FollowUp): RequirementInput {
  const said = REQUIREMENT_KEYS.filter((key) => assumed.includes(key) && understood.some((each) => each.key === key));
  return Object.fromEntries(said.map((key) => [key, requirement[key]])) as RequirementInput;
}

/** What changed from one answer to the next, in money and in rank; `now` is the earlier question at the prices of the later. */
export function difference(before: Estimate, after: Estimate, book: PriceBook, now = before): Difference {
  const [was] = now.ranking;
  const [is] = after.ranking;
  const rank = after.ranking.find(({ platform }) => platform === was?.platform)?.rank ?? null;
  const text = differenceSentence(before, after, namesOf(book), now);
  if (was === undefined || is === undefined) return { bill: 0, rank, text };
  const earlier = book.convert(was.bill.total, was.bill.currency, is.bill.currency);
  return { bill: sumOfCents([is.bill.total, -earlier]), rank, text };
}
