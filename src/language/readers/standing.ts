import { phraseAt, phraseTable } from "../text/phrases.ts";
import {
  endsClause,
  endsSentence,
  isFree,
  type Mention,
  negationBefore,
  type Reading,
  wordAfter,
  wordAt,
  wordBefore,
} from "./reading.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const LEAVING = words("from off out leave leaving left quit quitting exit exiting");
const USING = words(
  "on pay paying bill use using uses used have has having run running runs ran hosted host hosting our my in currently current existing already stay staying keep deployed deploy live lives locked own",
);
const ASKING = words(
  "should could would want wanting wants wanna plan planning think thinking consider considering considered migrate migrating migration move moving switch switching is better worse instead vs versus or than compare comparing why prefer try trying choose choosing pick picking evaluate evaluating recommend recommended about if whether to what which can go going maybe looking deciding decide between against suggest",
);
/** Words after a name that make it one's own. */
export const IN_USE_AFTER = words(
  "shop heavy account accounts customer customers credits estate already today currently stack user users based house subscription organisation organization infrastructure infra",
);
const ASKED_AFTER = words("better cheaper instead vs versus or worth best enough good");
const LISTS = words(", and or / + & vs versus");
/** How far back a verb governs a name. */
const REACH = 8;

/** How a cloud or platform stands to the asker. "known" is one that people know or have heard of, no more. */
export type Standing = "in-use" | "in-use-implied" | "asked" | "ruled-out" | "known";

/** Whether only joining words stand between two names. A comma joins no list in a question: "we are on X, is Y better?" */
export function isListed(r: Reading, from: number, to: number): boolean {
  if (to - from > 2) return false;
  for (let i = from; i < to; i += 1) {
    if (!LISTS.has(wordAt(r, i)) || (wordAt(r, i) === "," && isQuestion(r, to))) return false;
  }
  return true;
}

/** How the name stands, and where the words that say so begin. `listed` is the standing of a name it is listed with. */
export function standingOf(
  r: Reading,
  mention: Mention,
  listed: Standing | null,
): { standing: Standing; from: number; to?: number } {
  const { from, to } = mention;
  if (listed !== null) return { standing: listed, from };
  if (knows(r, from, to)) return { standing: "known", from };
  const excluded = exclusionOf(r, from, to);
  if (excluded !== null) return { standing: "ruled-out", ...excluded };
  if (ASKED_AFTER.has(wordAt(r, to))) return { standing: "asked", from };
  const stay = wordBefore(r, from, STAYING, 3);
  if (stay >= 0 && wordAt(r, from - 1) !== "using") return { standing: "in-use", from: verbStart(r, stay, from) };
  const cue = cueBefore(r, from);
  const start = cue >= 0 ? verbStart(r, cue, from) : from;
  if (cue >= 0 && isLeaving(r, cue)) {
    return { standing: isInMention(r, cue + 1, from) ? "asked" : "in-use", from: start };
  }
  // "Migrate 3 X clusters to something else": what is moved is what runs.
  if (MOVING.has(wordAt(r, cue)) && wordAfter(r, to, AWAY, 5) >= 0) return { standing: "in-use", from: start };
  // "What if we were on X" tells of a cloud; "what if we used X" asks about a platform.
  const isPlatform = mention.named.platforms.length > 0;
  if (IN_USE_AFTER.has(wordAt(r, to)) && !isWished(r, from, isPlatform)) return { standing: "in-use", from: start };
  if (cue >= 0) return { standing: asks(r, cue) || isWished(r, cue, isPlatform) ? "asked" : "in-use", from: start };
  if (isPlatform || isQuestion(r, to)) return { standing: "asked", from };
  return { standing: "in-use-implied", from };
}

const MOVING = words("migrate migrating move moving switch switching replace replacing");
const AWAY = words("to off away elsewhere somewhere with");
const STAYING = words("stay staying remain remaining");

/** The words that leave a name out, with it: "not on X", "anything but X", "X is not an option"; null where none do. */
export function exclusionOf(r: Reading, from: number, to: number): { from: number; to: number } | null {
  const cue = wordBefore(r, from, LEAVING, REACH);
  const negation = negationBefore(r, from);
  if (negation >= 0 && cue < negation && !isInMention(r, negation, from)) return { from: negation, to };
  const except = exceptBefore(r, from);
  if (except >= 0) return { from: isAll(r, except - 1) ? except - 1 : except, to };
  const barred = phraseAt(BARRED, r.tokens, to);
  return barred === null ? null : { from, to: barred.next };
}

/** "Except X", "anything but the X": where that begins; -1 for nowhere. A "but" ends its clause for all other readers. */
function exceptBefore(r: Reading, from: number): number {
  const at = wordAt(r, from - 1) === "the" ? from - 2 : from - 1;
  if (wordAt(r, at) === "but") return isAll(r, at - 1) ? at : -1;
  const except = wordBefore(r, from, EXCEPT, 4);
  return wordAt(r, except) !== "than" || isAll(r, except - 1) ? except : -1;
}
const EXCEPT = words(
  "except exclude excluding excluded besides outside hate hates dislike ban banned forbid forbids than",
);
const ALL = words("anything anywhere everything everywhere anyone any all somewhere something elsewhere nothing other");

const isAll = (r: Reading, at: number) => ALL.has(wordAt(r, at));

/** Verdicts on a name. */
const BARRED = phraseTable(
  ["is", "are"].flatMap((verb) =>
    ["not an option", "no option", "not allowed", "not possible", "out", "banned", "forbidden", "off the table"].map(
      (rest) => [`${verb} ${rest}`, true] as const,
    ),
  ),
);

/** "From", "off", "leaving" and "out of". */
const isLeaving = (r: Reading, at: number) =>
  LEAVING.has(wordAt(r, at)) && (wordAt(r, at) !== "out" || wordAt(r, at + 1) === "of");

/** "Familiar with X", "the team knows X", "X skills": no word of use. */
function knows(r: Reading, from: number, to: number): boolean {
  return wordBefore(r, from, KNOWING, 4) >= 0 || KNOWING.has(wordAt(r, to));
}
const KNOWING = words(
  "know knows familiar comfortable experienced skills skilled certified knowledge experience expertise",
);

/** The nearest word before `at`, in its clause, that says how the name stands; -1 for none. */
function cueBefore(r: Reading, at: number): number {
  for (let i = at - 1; i >= 0 && i >= at - REACH && !endsClause(r, i); i -= 1) {
    if (isInMention(r, i, i + 1)) continue;
    const word = wordAt(r, i);
    if (isLeaving(r, i) || USING.has(word) || ASKING.has(word)) return i;
  }
  return -1;
}

/** "migrate to X" from its verb on, where nothing else was understood in between. */
function verbStart(r: Reading, cue: number, from: number): number {
  if (!isFree(r, cue, from)) return from;
  let start = cue;
  while (start > 0 && VERBS.has(wordAt(r, start - 1)) && r.taken[start - 1] !== true) start -= 1;
  return start;
}
const VERBS = words(
  "migrate migrating move moving switch switching away running run runs hosted deployed host compare",
);

/** "is" asks where it opens its clause or follows a question word; "our cluster is X" does not. "Kubernetes on X" asks too. */
function asks(r: Reading, cue: number): boolean {
  const word = wordAt(r, cue);
  if (word === "is") return cue === 0 || endsClause(r, cue - 1) || QUESTION_WORDS.has(wordAt(r, cue - 1));
  if (word === "on") return KUBERNETES.has(wordAt(r, cue - 1)) && !isOwn(r, cue);
  return ASKING.has(word);
}
const QUESTION_WORDS = words("what how why than which so");
const KUBERNETES = words("kubernetes k8s cluster k3s");

/** Whether the clause is about what the asker has. */
function isOwn(r: Reading, at: number): boolean {
  for (let i = at; i >= 0 && i >= at - REACH && !endsClause(r, i); i -= 1) if (OWN.has(wordAt(r, i))) return true;
  return false;
}
const OWN = words("we our my run runs running use using are have has hosted currently already im were existing");

/** Whether a cloud or platform is named from `from` up to `to`. */
function isInMention(r: Reading, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const named = r.mentionOver[at]?.named;
    if (named !== undefined && (named.cloud !== null || named.platforms.length > 0)) return true;
  }
  return false;
}

/** Whether the clause wishes or asks before `at`: "should we run on …", "want to host with …". */
function isWished(r: Reading, at: number, isPlatform: boolean): boolean {
  for (let i = at - 1; i >= 0 && i >= at - REACH && !endsClause(r, i); i -= 1) {
    if (!isPlatform && (wordAt(r, i) === "if" || wordAt(r, i + 1) === "if")) continue;
    if (WISHES.has(wordAt(r, i)) || (wordAt(r, i) === "is" && asks(r, i))) return true;
  }
  return false;
}
const WISHES = words(
  "should could would want wants wanna plan planning thinking consider considering migrate migrating move moving switch switching better instead versus vs whether recommend why prefer try choose pick what which how if can",
);

/** A question mark further away than this belongs to something else. */
const QUESTION_REACH = 40;

function isQuestion(r: Reading, from: number): boolean {
  let at = from;
  while (at < from + QUESTION_REACH && !endsSentence(r, at)) at += 1;
  return wordAt(r, at) === "?";
}
