import type { Mention } from "../text/mention.ts";
import { phraseAt, phraseTable } from "../text/phrases.ts";
import { endsClause, endsSentence, type Text, wordAt, wordSet } from "../text/text.ts";

const phrases = (list: string) => phraseTable(list.split("|").map((phrase) => [phrase, true] as const));

/** Jobs and firms that are not the asker's, or no longer. */
const ELSEWHERE = phrases(
  ["previous", "former", "old", "last", "ex", "earlier", "past", "other"]
    .flatMap((which) =>
      ["job", "company", "employer", "team", "gig", "startup", "workplace", "firm", "client", "life", "place"].map(
        (what) => `${which} ${what}`,
      ),
    )
    .join("|"),
);
/** Others than the asker: what they run, the asker does not. */
const OTHERS = phrases(
  "parent company|mother company|sister company|competitor|competitors|competition|my friend|a friend|friends|colleague|my brother|neighbours|neighbors|somebody uses|someone uses|everybody uses|everyone uses|everybody runs|everyone runs|most people use|customers ask for|customers want|customers use|our customers are|clients ask for|clients want|clients use|clients are|customers are|customers run|clients run|client uses|client runs|customer uses|customer runs|previously|formerly|used to|back then|years ago",
);
/** "A colleague recommends X" asks about it. */
const OWN_OR_TOLD = wordSet(
  "we our ourselves im were ive weve says said told tells recommends recommended suggests suggested swears",
);

/** Whether a name stands in an aside: "my old job ran X", "our competitor is on X", "we used to run X". */
export function isAside(text: Text, { from }: Mention): boolean {
  for (let at = from - 1; at >= 0 && at > from - ASIDE_REACH && !endsClause(text, at); at -= 1) {
    if (phraseAt(ELSEWHERE, text.tokens, at) !== null) return true;
    const other = phraseAt(OTHERS, text.tokens, at);
    if (other !== null) return other.next <= from && !hasWord(text, other.next, from, OWN_OR_TOLD);
  }
  return GONE.has(wordAt(text, from - 1)) || isAfterAside(text, from);
}
/** "Our old EKS setup": no longer there. */
const GONE = wordSet("old former previous ex");
const ASIDE_REACH = 12;

/** "We were on X before", "I worked with X at a former employer": said behind the name. */
function isAfterAside(text: Text, from: number): boolean {
  for (let at = from + 1; at < from + AFTER_REACH && !endsClause(text, at); at += 1) {
    if (phraseAt(ELSEWHERE, text.tokens, at) !== null) return true;
    if (wordAt(text, at) === "until" && UNTIL.has(wordAt(text, at + 1))) return true;
    if (BEFORE.has(wordAt(text, at)) && endsClause(text, at + 1)) return isPast(text, from);
  }
  return false;
}
const AFTER_REACH = 9;
const UNTIL = wordSet(
  "last recently january february march april may june july august september october november december 2023 2024 2025 2026",
);
const BEFORE = wordSet("before previously once formerly");
const PAST = wordSet("was were used had ran ve been have has");
const isPast = (text: Text, from: number) => [1, 2, 3, 4].some((back) => PAST.has(wordAt(text, from - back)));

function hasWord(text: Text, from: number, to: number, words: ReadonlySet<string>): boolean {
  for (let at = from; at < to; at += 1) if (words.has(wordAt(text, at))) return true;
  return false;
}

/** Words of a move that is done. */
const MOVED = wordSet("moved migrated switched came fled escaped left ditched dropped abandoned quit went");
const NOT_DONE = wordSet("be being get to if should would could want");
const FROM = wordSet("from off out of away");
const TO = wordSet("to onto for over");
const LEFT = wordSet("left ditched dropped abandoned quit");

/** What a name is in a move that is done, "we moved from X to Y last year": where it began or where it ended; null for neither. */
export function doneMove(text: Text, { from }: Mention): "from" | "to" | null {
  const verb = movedBefore(text, from);
  if (verb < 0) return null;
  const before = wordAt(text, from - 1);
  if (FROM.has(before)) return "from";
  if (verb === from - 1) return LEFT.has(before) ? "from" : null;
  return TO.has(before) && !hasOffer(text, from) ? "to" : null;
}

function movedBefore(text: Text, from: number): number {
  for (let at = from - 1; at >= 0 && at > from - ASIDE_REACH && !endsClause(text, at); at -= 1)
    if (MOVED.has(wordAt(text, at))) return NOT_DONE.has(wordAt(text, at - 1)) ? -1 : at;
  return -1;
}
/** "Came to X for its price" tells of a wish: a name behind "for" alone is asked about. */
const hasOffer = (text: Text, from: number) =>
  wordAt(text, from - 1) === "for" && !LEFT.has(wordAt(text, movedBefore(text, from)));

/** Verdicts that point back: "leave them out", "skip it". */
export const POINTS_BACK = phrases(
  "leave them out|leave it out|leave that out|leave those out|skip them|skip it|skip those|drop them|exclude them|exclude it|without them|not them|rule them out|rule it out|ruled them out|ruled it out|count them out|forget them|forget it|wont touch them|wont touch it|dont want them|do not want them|dont want it|never again|not again|no thanks|keep them out",
);

/** The names that a verdict after them refuses: "X killed too many products, leave them out". */
export function refusedBack(text: Text, mentions: readonly Mention[]): Mention[] {
  const refused: Mention[] = [];
  for (let at = 0; at < text.tokens.length; at += 1) {
    if (phraseAt(POINTS_BACK, text.tokens, at) === null) continue;
    const last = mentions.findLast(({ to }) => to <= at && at - to < BACK_REACH);
    if (last === undefined || sentencesBetween(text, last.to, at) > 1) continue;
    refused.push(last);
    for (let i = mentions.indexOf(last) - 1; i >= 0; i -= 1) {
      const [before, next] = [mentions[i], mentions[i + 1]];
      if (before === undefined || next === undefined || next.from - before.to > 2) break;
      refused.push(before);
    }
  }
  return refused;
}
const BACK_REACH = 15;
function sentencesBetween(text: Text, from: number, to: number): number {
  let ends = 0;
  for (let at = from; at < to; at += 1) if (endsSentence(text, at)) ends += 1;
  return ends;
}

/** What ties somebody to a cloud: it is in use. */
const TIES = phrases(
  "tied to|locked into|locked in to|locked in with|locked in at|married to|bound to|wedded to|committed to|contract with|agreement with|ea with|all in on|all in with|standardised on|standardized on|invested in|chained to|partner of|partnered with|happy at|happy with|happy on|live at|live on|lives at|lives on|lives in|sits at|sits on|sits in|sit at|reside in|resides in|based on|rooted in|stuck with|stuck on|stuck at|stuck in|account with|account at|accounts with|credits at|credits with|credits on|credits from|bill from|invoice from|servers at|server at|vms at|boxes at|box at|machines at|hosted by|vps at|vpses at|vservers at|everything at|stuff at|all at|tired of|fed up with|sick of|unhappy with|unhappy on|annoyed by|annoyed with|frustrated with|customer of|clients of|customers of|shop is on",
);
export function isTied(text: Text, from: number): number {
  const at = [2, 3, 4].map((back) => from - back).find((start) => phraseAt(TIES, text.tokens, start)?.next === from);
  return at ?? -1;
}
