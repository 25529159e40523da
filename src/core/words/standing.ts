import {
  endsClause,
  endsSentence,
  isFree,
  type Mention,
  negationBefore,
  type Reading,
  wordAt,
  wordBefore,
} from "./reading.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const LEAVING = words("from off leave leaving left quit quitting exit exiting");
const USING = words(
  "on pay paying bill use using uses used have has having run running runs ran hosted host hosting our my in currently current existing already stay staying keep deployed deploy live own",
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

/** How a cloud or platform stands to the asker. */
export type Standing = "in-use" | "in-use-implied" | "asked" | "ruled-out";

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
): { standing: Standing; from: number } {
  const { from, to } = mention;
  if (listed !== null) return { standing: listed, from };
  if (ASKED_AFTER.has(wordAt(r, to))) return { standing: "asked", from };
  const cue = cueBefore(r, from);
  const start = cue >= 0 ? verbStart(r, cue, from) : from;
  if (cue >= 0 && LEAVING.has(wordAt(r, cue))) {
    return { standing: isInMention(r, cue + 1, from) ? "asked" : "in-use", from: start };
  }
  if (negationBefore(r, from) >= 0 || knows(r, from, to)) return { standing: "ruled-out", from };
  // "What if we were on X" tells of a cloud; "what if we used X" asks about a platform.
  const isPlatform = mention.named.platforms.length > 0;
  if (IN_USE_AFTER.has(wordAt(r, to)) && !isWished(r, from, isPlatform)) return { standing: "in-use", from: start };
  if (cue >= 0) return { standing: asks(r, cue) || isWished(r, cue, isPlatform) ? "asked" : "in-use", from: start };
  if (isPlatform || isQuestion(r, to)) return { standing: "asked", from };
  return { standing: "in-use-implied", from };
}

/** "Familiar with X", "the team knows X", "X skills": no word of use. */
function knows(r: Reading, from: number, to: number): boolean {
  return wordBefore(r, from, KNOWING, 4) >= 0 || KNOWING.has(wordAt(r, to));
}
const KNOWING = words("know knows familiar comfortable experienced skills skilled certified knowledge");

/** The nearest word before `at`, in its clause, that says how the name stands; -1 for none. */
function cueBefore(r: Reading, at: number): number {
  for (let i = at - 1; i >= 0 && i >= at - REACH && !endsClause(r, i); i -= 1) {
    if (isInMention(r, i, i + 1)) continue;
    const word = wordAt(r, i);
    if (LEAVING.has(word) || USING.has(word) || ASKING.has(word)) return i;
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

/** Whether a cloud is named from `from` up to `to`. */
function isInMention(r: Reading, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if ((r.mentionOver[at]?.named.cloud ?? null) !== null) return true;
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
