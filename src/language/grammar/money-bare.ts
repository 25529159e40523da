import type { Slot } from "../slots.ts";
import { endsClause, endsSentence, type Text, wordAt, wordSet } from "../text/text.ts";
import { isSum, LONGEST_CLAIM } from "./money-roles.ts";
import { isMoney, moneySlots } from "./money-slots.ts";
import type { Place, Reading } from "./rule.ts";
import { standingsIn } from "./standing.ts";
import type { Sum } from "./sums.ts";

export const ASKS_WHICH_SUM = `"{}": is that what you want to spend, what you pay today, or what something costs?`;
/** What is asked of a sum that may be wanted, paid or merely named. */
export const WHICH_SUM: Slot = {
  key: "question",
  asks: ASKS_WHICH_SUM,
};

/** A sum beside a project is what it may cost, if nothing says otherwise: "$50", "2 apps for 200 a month". Of any other it is asked. */
export function bare(said: Sum, place: Place): Reading | null {
  if (!isMoney(said)) return null;
  if (said.period === "hour" || said.period === "day" || said.period === "minute")
    return { slots: [{ key: "unread" }] };
  if (!isBesideProject(place)) return { slots: [WHICH_SUM] };
  const { text, from } = place;
  // "Paying through the nose, 7k a month": the sentence says of the sum what its clause does not.
  if (sentenceHas(text, from, PAYING)) return { slots: moneySlots("spendTodayUsd", said, text) };
  return {
    slots: sentenceHas(text, from, NOW) || isOfWhatRuns(text, from) ? [WHICH_SUM] : moneySlots("budgetUsd", said, text),
  };
}
const PAYING = wordSet("paying bill bills invoice invoices spending charged billed");
const NOW = wordSet("currently today now moment present been");

/**
 * "We have a cluster on Linode with 5 nodes, $240 a month": the sentence tells of what runs, and so may the sum. A mere "on AWS"
 * says where, and tells of nothing.
 */
function isOfWhatRuns(text: Text, at: number): boolean {
  if (!sentenceHas(text, at, TELLS)) return false;
  let first = at;
  while (first > 0 && at - first < LONGEST_CLAIM && !endsSentence(text, first - 1)) first -= 1;
  const standings = standingsIn(text);
  return text.mentions.some(
    (mention) => mention.from >= first && mention.to <= at && standings.get(mention)?.standing === "in-use",
  );
}

const TELLS = wordSet(
  "have has got run runs running host hosts hosted hosting live lives sit sits are is am re were was use uses using",
);

/** Whether one of `words` stands before `at` in its sentence, with no other sum in between. */
function sentenceHas(text: Text, at: number, words: ReadonlySet<string>): boolean {
  for (let i = at - 1; i >= 0 && i > at - LONGEST_CLAIM && !endsSentence(text, i) && !isSum(text, i); i -= 1)
    if (words.has(wordAt(text, i))) return true;
  return false;
}

/** Whether a sum stands by itself, or is what something is wanted "for" or "with", and nothing is said of it. */
function isBesideProject({ text, from, to }: Place): boolean {
  let start = from;
  while (start > 0 && start > from - 3 && APPROXIMATELY.has(wordAt(text, start - 1))) start -= 1;
  const before = wordAt(text, start - 1);
  const opens = start === 0 || endsClause(text, start - 1) || OPENERS.has(before) || isTelling(text, start - 1);
  const next = wordAt(text, to);
  return opens && !VERDICTS.has(next) && !(PLACED_AT.has(next) && text.mentionAt[to + 1] !== undefined);
}
/** What was counted before may stand side by side with a sum: "2 apps 200$ a month". */
const isTelling = (text: Text, at: number) => COUNTED_NOUNS.has(wordAt(text, at)) || text.mentionOver[at] !== undefined;
const COUNTED_NOUNS = wordSet("services apps nodes replicas devs engineers pods people containers servers total dev");
const APPROXIMATELY = wordSet("~ about around like maybe only just roughly approx approximately approx. circa ca some");
const OPENERS = wordSet("/ for with on at and plus : = monthly so say thats i it have got has");
/** "$650 goes to …", "140 a month is more than my phone": something is said of the sum. */
const VERDICTS = wordSet(
  "go goes went is are was were seems sounds buys gets would more less cheaper off from per each vs versus gone extra",
);
const PLACED_AT = wordSet("at to from by on with");
