import type { Mention } from "../text/mention.ts";
import { negationBefore } from "../text/negation.ts";
import { amountAt } from "../text/numbers.ts";
import { phraseAt, phraseTable } from "../text/phrases.ts";
import { endsClause, endsSentence, type Text, wordAfter, wordAt, wordBefore, wordSet } from "../text/text.ts";

import { doneMove, isAside, isTied, refusedBack } from "./asides.ts";
import { exclusionOf, isInMention, isLeaving, REACH } from "./refusal.ts";

/**
 * How a cloud or platform stands to the asker: in use, to be left, asked about, refused, the only one wanted; or merely
 * named, as one that people know or have heard of.
 */
export type Standing = "in-use" | "in-use-implied" | "left" | "asked" | "refused" | "only" | "named";

/** A mention's standing, and the words that say so. */
export interface Stands {
  standing: Standing;
  from: number;
  to: number;
}

const USING = wordSet(
  "on pay paying bill use using uses used have has having run running runs ran hosted host hosting our my in currently current existing already stay staying keep deployed deploy live lives locked own charged",
);
const ASKING = wordSet(
  "should could would want wanting wants wanna plan planning think thinking consider considering considered migrate migrating migration move moving switch switching is better worse instead vs versus or than compare comparing why prefer try trying choose choosing pick picking evaluate evaluating recommend recommended shortlist shortlisted candidate candidates contenders finalists options choices alternatives evaluated tried demands requires mandates about if whether to what which can go going maybe looking deciding decide between against suggest does like likes love loves prefers",
);
/** Words after a name that make it one's own. */
export const IN_USE_AFTER = wordSet(
  "shop heavy account accounts customer customers credits estate already today currently stack user users based house subscription organisation organization infrastructure infra invoice bill now",
);
const ASKED_AFTER = wordSet("better cheaper instead vs versus or worth best enough good");
const LISTS = wordSet(", and or nor / + & vs versus");

const known = new WeakMap<Text, ReadonlyMap<Mention, Stands>>();

/** How every cloud and platform of the text stands: a name in a list stands as the one before it. */
export function standingsIn(text: Text): ReadonlyMap<Mention, Stands> {
  const done = known.get(text);
  if (done !== undefined) return done;
  const standings = new Map<Mention, Stands>();
  let last: { mention: Mention; standing: Standing } | null = null;
  for (const mention of text.mentions) {
    if (!isCloud(mention)) continue;
    if (last?.standing === "in-use" && isBesideUse(text, last.mention.to, mention.from)) {
      standings.set(mention, { standing: "named", from: mention.from, to: mention.to });
      continue;
    }
    const listed: Standing | null =
      last !== null && isListed(text, last.mention.to, mention.from) ? last.standing : null;
    const stands: Stands = listed === null ? standingOf(text, mention) : inList(text, mention, listed);
    standings.set(mention, stands);
    last = { mention, standing: stands.standing };
  }
  for (const mention of refusedBack(text, text.mentions.filter(isCloud)))
    standings.set(mention, { standing: "refused", from: mention.from, to: mention.to });
  known.set(text, standings);
  return standings;
}

/** "We use X, not Y", "X but not Y": what is not in use either; nobody refuses it. */
function isBesideUse(text: Text, from: number, to: number): boolean {
  const between = text.tokens.slice(from, to).map(({ word }) => word);
  return (
    ["not", "no"].includes(between.at(-1) ?? "") &&
    between.length <= 3 &&
    [",", "but", "and"].includes(between[0] ?? "")
  );
}

export const isCloud = ({ named }: Mention): boolean =>
  (named.platforms.length > 0 || named.cloud !== null) && named.instanceType === null && named.region === null;

/** In a list a name stands as the one before it, unless its own words say otherwise. */
function inList(text: Text, mention: Mention, listed: Standing): Stands {
  const { from, to } = mention;
  const refused = listed === "refused" ? exclusionOf(text, from, to) : null;
  return { standing: listed, from: refused?.from ?? from, to };
}

/** Whether only joining words stand between two names. A comma joins no list in a question: "we are on X, is Y better?" */
function isListed(text: Text, from: number, to: number): boolean {
  if (to - from > 2) return false;
  for (let i = from; i < to; i += 1)
    if (!LISTS.has(wordAt(text, i)) || (wordAt(text, i) === "," && isQuestion(text, to))) return false;
  return true;
}

function standingOf(text: Text, mention: Mention): Stands {
  const { from, to } = mention;
  const isPlatform = mention.named.platforms.length > 0;
  if (knows(text, from, to)) return { standing: "named", from, to };
  const only = onlyOf(text, mention);
  if (only !== null) return { standing: "only", ...only };
  const refused = exclusionOf(text, from, to);
  if (refused !== null) return { standing: "refused", ...refused };
  if (isAside(text, mention)) return { standing: "named", from, to };
  const move = doneMove(text, mention);
  if (move !== null) return { standing: move === "to" ? "in-use" : "named", from, to };
  const tie = isTied(text, from);
  if (tie >= 0 && negationBefore(text, tie) < 0) return { standing: "in-use", from: tie, to };
  if (ASKED_AFTER.has(wordAt(text, to))) return { standing: "asked", from, to };
  const stay = wordBefore(text, from, STAYING, 3);
  if (stay >= 0 && wordAt(text, from - 1) !== "using") return { standing: "in-use", from: verbStart(text, stay), to };
  const cue = cueBefore(text, from);
  const start = cue >= 0 ? verbStart(text, cue) : from;
  if (cue >= 0 && isLeaving(text, cue)) {
    if (isInMention(text, cue + 1, from)) return { standing: "asked", from: start, to };
    return { standing: leavesForGood(text, cue) ? "left" : "in-use", from: start, to };
  }
  // "Migrate 3 X clusters to something else": what is moved is what runs.
  if (MOVING.has(wordAt(text, cue)) && wordAfter(text, to, AWAY, 5) >= 0)
    return { standing: "in-use", from: start, to };
  // "What if we were on X" tells of a cloud; "what if we used X" asks about a platform.
  if (IN_USE_AFTER.has(wordAt(text, to)) && !isWished(text, from, isPlatform))
    return { standing: "in-use", from: start, to: to + 1 };
  if (isSubject(text, to) || isPaid(text, from) || isCountedHere(text, from, to))
    return { standing: "in-use", from: start, to };
  if (cue >= 0) {
    const isAsked = asks(text, cue) || isWished(text, cue, isPlatform);
    return { standing: isAsked ? "asked" : "in-use", from: start, to };
  }
  if (isPlatform || isQuestion(text, to)) return { standing: "asked", from, to };
  return { standing: "in-use-implied", from, to };
}

/** "Two X clusters are in extended support", "X costs us 400": what does or costs something is there. */
const isSubject = (text: Text, to: number) => phraseAt(PREDICATES, text.tokens, to) !== null;
const PREDICATES = phraseTable(
  [
    "costs us",
    "costs me",
    "is costing us",
    "charges us",
    "charged us",
    "bill",
    "clusters are",
    "clusters have",
    "clusters run",
    "cluster is on",
    "clusters today",
  ].map((phrase) => [phrase, true] as const),
);
/** "4 X clusters, all on 1.30": so many are there, unless they are wished for or asked about. */
const isCountedHere = (text: Text, from: number, to: number) =>
  CLUSTERS.has(wordAt(text, to)) &&
  text.tokens.length > to + 1 && // alone they are what is asked for
  [1, 2].some((back) => amountAt(text.tokens, from - back)?.next === from) &&
  wordBefore(text, from, WISHES, REACH) < 0 &&
  wordBefore(text, from, NEEDS, REACH) < 0 &&
  !isQuestion(text, to);
const CLUSTERS = wordSet("cluster clusters");
const NEEDS = wordSet("need needs price cost costs add for build create");
/** "Paying 5k a month to X", "charged by X". */
const isPaid = (text: Text, from: number) =>
  PAID_TO.has(wordAt(text, from - 1)) &&
  wordBefore(text, from, PAYING, 9) >= 0 &&
  wordBefore(text, from, WISHES, 9) < 0;
const PAID_TO = wordSet("to by for");
const PAYING = wordSet("pay paying paid charged spend spending");

const MOVING = wordSet("migrate migrating move moving switch switching replace replacing");
const AWAY = wordSet("to off away elsewhere somewhere with");
const STAYING = wordSet("stay staying remain remaining");

/** "We want to leave X", "leaving X": no candidate any more, unless that is the question. */
function leavesForGood(text: Text, cue: number): boolean {
  const word = wordAt(text, cue);
  const isLeave = ["leave", "leaving", "quit", "quitting", "ditch", "ditching", "exit", "exiting"].includes(word);
  return isLeave && wordBefore(text, cue, OPEN, 6) < 0 && !isQuestion(text, cue);
}
const OPEN = wordSet("should could if whether or why worth would can does");

/** "Only X", "X only", "X or nothing", "has to be X": nothing else is wanted; null otherwise. */
function onlyOf(text: Text, { from, to }: Mention): { from: number; to: number } | null {
  const before = ["only", "strictly", "exclusively"].includes(wordAt(text, from - 1)) ? from - 1 : -1;
  const behind = phraseAt(ONLY_AFTER, text.tokens, to);
  for (let at = from - 1; at >= from - 5 && at >= 0 && !endsClause(text, at); at -= 1) {
    const phrase = phraseAt(ONLY_BEFORE, text.tokens, at);
    const isNext = phrase !== null && (phrase.next === from || LISTED.has(wordAt(text, from - 1)));
    if (isNext && wordBefore(text, at, OPEN, 4) < 0 && negationBefore(text, at) < 0) return { from: at, to };
  }
  const isHad = before >= 0 && wordBefore(text, before, HAVING, 2) >= 0;
  if (before >= 0 && !isHad && negationBefore(text, before) < 0) return { from: before, to };
  return behind !== null && endsClause(text, behind.next) && wordBefore(text, from, HAVING, 4) < 0
    ? { from, to: behind.next }
    : null;
}
const ONLY_BEFORE = phraseTable(
  [
    "only consider",
    "consider only",
    "only look at",
    "only want",
    "only interested in",
    "has to be",
    "has to be on",
    "have to be on",
    "have to use",
    "must be on",
    "must be",
    "got to be",
    "gotta be",
    "has got to be",
    "its got to be",
    "needs to be",
    "must run on",
    "must use",
    "has to run on",
    "needs to be on",
    "limited to",
    "restricted to",
  ].map((phrase) => [phrase, true] as const),
);
const LISTED = wordSet("and or , /");
const ONLY_AFTER = phraseTable(
  ["only", "exclusively", "only please", "and nothing else", "or nothing"].map((phrase) => [phrase, true] as const),
);
const HAVING = wordSet("have has know knows use used using if not");

/** "Familiar with X", "the team knows X", "X skills": no word of use. */
const knows = (text: Text, from: number, to: number) =>
  wordBefore(text, from, KNOWING, 4) >= 0 || KNOWING.has(wordAt(text, to));
const KNOWING = wordSet(
  "know knows familiar comfortable experienced skills skilled certified knowledge experience expertise",
);

/** The nearest word before `at`, in its clause, that says how the name stands; -1 for none. */
function cueBefore(text: Text, at: number): number {
  for (let i = at - 1; i >= 0 && i >= at - REACH && !endsClause(text, i); i -= 1) {
    if (isInMention(text, i, i + 1)) continue;
    const word = wordAt(text, i);
    // "in Germany with X": the place is what is in it.
    if (text.mentionOver[i + 1] !== undefined && i + 1 < at && PREPOSITIONS.has(word)) continue;
    if (word === "plan" && wordAt(text, i - 1) === "savings") continue;
    if (isLeaving(text, i) || USING.has(word) || ASKING.has(word)) return i;
  }
  return -1;
}

const PREPOSITIONS = wordSet("in on from to");

/** "migrate to X" from its verb on. */
function verbStart(text: Text, cue: number): number {
  let start = cue;
  while (start > 0 && VERBS.has(wordAt(text, start - 1))) start -= 1;
  return start;
}
const VERBS = wordSet(
  "migrate migrating move moving switch switching away running run runs hosted deployed host compare",
);

/** "is" asks where it opens its clause or follows a question word; "our cluster is X" does not. "Kubernetes on X" asks too. */
function asks(text: Text, cue: number): boolean {
  const word = wordAt(text, cue);
  if (word === "is") return cue === 0 || endsClause(text, cue - 1) || QUESTION_WORDS.has(wordAt(text, cue - 1));
  if (word === "on" && INTENT.has(wordAt(text, cue - 1))) return true;
  if (word === "on") return KUBERNETES.has(wordAt(text, cue - 1)) && !isOwn(text, cue);
  return ASKING.has(word);
}
const QUESTION_WORDS = wordSet("what how why than which so");
const INTENT = wordSet("insist insists insisted insisting keen set settled decided agreed bet betting sold hooked");
const KUBERNETES = wordSet("kubernetes k8s cluster k3s");

/** Whether the clause is about what the asker has. */
function isOwn(text: Text, at: number): boolean {
  for (let i = at; i >= 0 && i >= at - REACH && !endsClause(text, i); i -= 1) if (OWN.has(wordAt(text, i))) return true;
  return false;
}
const OWN = wordSet("we our my run runs running use using are have has hosted currently already im were existing");

/** Whether the clause wishes or asks before `at`: "should we run on …", "want to host with …". */
function isWished(text: Text, at: number, isPlatform: boolean): boolean {
  for (let i = at - 1; i >= 0 && i >= at - REACH && !endsClause(text, i); i -= 1) {
    if (!isPlatform && (wordAt(text, i) === "if" || wordAt(text, i + 1) === "if")) continue;
    if (wordAt(text, i) === "plan" && wordAt(text, i - 1) === "savings") continue;
    if (WISHES.has(wordAt(text, i)) || (wordAt(text, i) === "is" && asks(text, i))) return true;
  }
  return false;
}
const WISHES = wordSet(
  "should could would want wants wanna plan planning thinking consider considering migrate migrating move moving switch switching better instead versus vs whether recommend why prefer try choose pick what which how if can",
);

/** A question mark further away than this belongs to something else. */
const QUESTION_REACH = 40;

function isQuestion(text: Text, from: number): boolean {
  let at = from;
  while (at < from + QUESTION_REACH && !endsSentence(text, at)) at += 1;
  return wordAt(text, at) === "?";
}
