import type { Cloud } from "../requirement.ts";
import { phrasesFor } from "./phrases.ts";
import {
  endsClause,
  endsSentence,
  freePhraseAt,
  isFree,
  learn,
  type Mention,
  negationBefore,
  quote,
  type Reading,
  take,
  wordAt,
} from "./reading.ts";
import { fold } from "./tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const LEAVING = words("from off leave leaving left quit quitting exit exiting");
const USING = words(
  "on pay paying bill use using uses used have has having run running runs ran hosted host hosting our my in currently current existing already under with inside through via stay staying keep deployed deploy live own",
);
const ASKING = words(
  "should could would want wanting wants wanna plan planning think thinking consider considering considered migrate migrating migration move moving switch switching is better worse instead vs versus or than compare comparing why prefer try trying choose choosing pick picking evaluate evaluating recommend recommended about if whether to what which can go going maybe looking deciding decide between against suggest",
);
const IN_USE_AFTER = words(
  "shop heavy account accounts customer customers credits estate already today currently stack user users based house subscription organisation organization infrastructure infra",
);
const ASKED_AFTER = words("better cheaper instead vs versus or worth best enough good");
const LISTS = words(", and or / + & vs versus");
const NO_CLOUD = phrasesFor({
  none: [
    "no cloud yet",
    "no cloud provider yet",
    "no existing cloud",
    "no cloud provider",
    "not on any cloud",
    "no cloud",
    "not using any cloud",
    "havent picked a cloud",
    "havent chosen a cloud",
    "no provider yet",
    "greenfield",
    "starting from scratch",
    "from scratch",
  ],
});
/** How far back a verb governs a name. */
const REACH = 8;

type Standing = "in-use" | "in-use-implied" | "asked" | "ruled-out";

/** Clouds and platforms in use against those asked about: "we are on AWS, is GKE better?" */
export function readClouds(r: Reading): void {
  for (let at = 0; at < r.tokens.length; at += 1) {
    const none = freePhraseAt(r, NO_CLOUD, at);
    if (none !== null) learn(r, at, none.next, "existingCloud", "none");
  }
  let last: { mention: Mention; standing: Standing } | null = null;
  for (const mention of r.mentions) {
    if (!isCloud(mention) || !isFree(r, mention.from, mention.to)) continue;
    const listed = last !== null && isListed(r, last.mention.to, mention.from) ? last.standing : null;
    const { standing, from } = standingOf(r, mention, listed);
    last = { mention, standing };
    if (standing === "asked") learn(r, from, mention.to, "asked", platformsOf(r, mention));
    else if (standing !== "ruled-out") learnInUse(r, from, mention, standing);
  }
}

const isCloud = ({ named }: Mention) =>
  (named.platforms.length > 0 || named.cloud !== null) && named.instanceType === null && named.region === null;

/** Whether only joining words stand between two names. A comma joins no list in a question: "we are on X, is Y better?" */
function isListed(r: Reading, from: number, to: number): boolean {
  if (to - from > 2) return false;
  for (let i = from; i < to; i += 1) {
    if (!LISTS.has(wordAt(r, i)) || (wordAt(r, i) === "," && isQuestion(r, to))) return false;
  }
  return true;
}

function standingOf(r: Reading, mention: Mention, listed: Standing | null): { standing: Standing; from: number } {
  const { from, to } = mention;
  if (listed !== null) return { standing: listed, from };
  if (ASKED_AFTER.has(wordAt(r, to))) return { standing: "asked", from };
  const cue = cueBefore(r, from);
  const start = cue >= 0 ? verbStart(r, cue, from) : from;
  if (cue >= 0 && LEAVING.has(wordAt(r, cue))) {
    return { standing: isInMention(r, cue + 1, from) ? "asked" : "in-use", from: start };
  }
  if (negationBefore(r, from) >= 0) return { standing: "ruled-out", from };
  // "What if we were on X" tells of a cloud; "what if we used X" asks about a platform.
  const isPlatform = mention.named.platforms.length > 0;
  if (IN_USE_AFTER.has(wordAt(r, to)) && !isWished(r, from, isPlatform)) return { standing: "in-use", from: start };
  if (cue >= 0) return { standing: asks(r, cue) || isWished(r, cue, isPlatform) ? "asked" : "in-use", from: start };
  if (isPlatform || isQuestion(r, to)) return { standing: "asked", from };
  return { standing: "in-use-implied", from };
}

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

function isInMention(r: Reading, from: number, to: number): boolean {
  return r.mentions.some((mention) => mention.from < to && mention.to > from && mention.named.cloud !== null);
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

function isQuestion(r: Reading, from: number): boolean {
  let at = from;
  while (!endsSentence(r, at)) at += 1;
  return wordAt(r, at) === "?";
}

/** The platforms a name stands for; a provider's name for all Kubernetes it offers, unless the next name says which. */
export function platformsOf(r: Reading, mention: Mention): string[] {
  if (mention.named.platforms.length > 0) return mention.named.platforms;
  const offered = offeredBy(r.vocabulary, mention);
  const beside = r.mentions.filter((other) => other !== mention && isBeside(mention, other));
  return beside.some((other) => other.named.platforms.some((id) => offered.includes(id))) ? [] : offered;
}

function offeredBy({ names, cloudOf }: Vocabulary, { named }: Mention): string[] {
  const byProvider = names.platforms.filter((platform) => platform.provider !== null && platform.kind !== "machine");
  const known = (provider: string) =>
    named.providers.includes(provider) ||
    (named.cloud !== null && named.cloud !== "other" && cloudOf.get(provider) === named.cloud);
  return byProvider.filter(({ provider }) => provider !== null && known(provider)).map(({ id }) => id);
}

/** Two names of one thing: "Hetzner + K3s", "AWS EKS", "EKS on AWS". */
const isBeside = (a: Mention, b: Mention) => (b.from >= a.to ? b.from - a.to : a.from - b.to) <= 1;

function learnInUse(r: Reading, from: number, mention: Mention, standing: Standing): void {
  const { vocabulary } = r;
  const platform = mention.named.platforms.find((id) => vocabulary.providerOf.has(id));
  if (mention.named.platforms.length > 0 && platform === undefined) {
    learn(r, from, mention.to, "asked", mention.named.platforms);
    return;
  }
  const strength = standing === "in-use" ? "said" : "implied";
  const kind = vocabulary.names.platforms.find((known) => known.id === platform)?.kind;
  const home = platform === undefined ? undefined : vocabulary.providerOf.get(platform);
  // What people run themselves may stand anywhere, unless its name says where.
  const anywhere =
    (kind === "machine" || kind === "self-managed") && !fold(quote(r, mention.from, mention.to)).includes(home ?? " ");
  const provider = anywhere ? undefined : home;
  const cloud: Cloud | null =
    (provider === undefined ? undefined : vocabulary.cloudOf.get(provider)) ?? mention.named.cloud;
  if (platform !== undefined) r.facts.push({ from, to: mention.to, key: "running", value: platform, strength });
  if (cloud !== null) r.facts.push({ from, to: mention.to, key: "existingCloud", value: cloud, strength });
  if (mention.named.platforms.length > 1) noteMeaning(r, mention, platform);
  take(r, from, IN_USE_AFTER.has(wordAt(r, mention.to)) ? mention.to + 1 : mention.to);
}

function noteMeaning(r: Reading, { named }: Mention, platform: string | undefined): void {
  const nameOf = (id: string) => r.vocabulary.names.platforms.find((known) => known.id === id)?.name ?? id;
  const others = named.platforms.filter((id) => id !== platform).map(nameOf);
  if (platform !== undefined) r.notes.push(`Read as ${nameOf(platform)}, not ${others.join(" or ")}: say so if it is.`);
}
