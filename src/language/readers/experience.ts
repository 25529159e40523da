import type { Experience } from "../../core/requirement.ts";
import { amountAt } from "../text/numbers.ts";
import { phraseTable } from "../text/phrases.ts";
import { endsClause, freePhraseAt, learn, negationBefore, type Reading, wordAt, wordBefore } from "./reading.ts";

interface Level {
  level: Experience;
  /** What the opposite says: somebody "not new" knows it, somebody "not an expert" a little. */
  negated: Experience;
  /** "know" and "new to" say something only about what follows. */
  needsObject: boolean;
}

const levels = (level: Experience, negated: Experience, needsObject: boolean, phrases: string) =>
  phrases.split("|").map((phrase) => [phrase, { level, negated, needsObject }] as const);

/** Who is new to it has never run it: none. Who plays with it is a beginner. */
const PHRASES = phraseTable<Level>([
  ...levels(
    "none",
    "intermediate",
    true,
    "new to|brand new to|completely new to|totally new to|unfamiliar with|know nothing about|no idea about|no clue about|first time with|first time using|none of them know|none of them knows|none of us know|none of us knows|nobody knows|no one knows|never used|never touched|never tried|never run|never ran|never worked with|havent used|havent touched|havent tried|dont know|dont really know|do not know|starting with|getting started with",
  ),
  ...levels(
    "none",
    "intermediate",
    false,
    "newbie|newbies|noob|noobs|newcomer|newcomers|complete beginner|absolute beginner|total beginner",
  ),
  ...levels(
    "beginner",
    "intermediate",
    true,
    "learning|still learning|tried|played with|playing with|dabbled in|dabbled with|started with|know a bit of|know a little|know some|know the basics of",
  ),
  ...levels("beginner", "intermediate", false, "beginner|beginners|beginner level|novice|novices"),
  ...levels(
    "intermediate",
    "none",
    true,
    "know|knows|familiar with|comfortable with|used|touched|worked with|we use|ran|good with|know how to use|understand",
  ),
  ...levels(
    "intermediate",
    "beginner",
    false,
    "intermediate|intermediate level|k8s admin|k8s admins|kubernetes admin|kubernetes administrator|experienced|proficient|mid level|competent",
  ),
  ...levels(
    "expert",
    "beginner",
    false,
    "expert|experts|expert level|senior kubernetes|senior k8s|very experienced|highly experienced|really experienced|veteran|veterans|guru|gurus|advanced|cka certified|ckad certified|cks certified|have a cka|have cka|kubernetes certified|certified|kubestronaut|seasoned|kubernetes pro|kubernetes pros|k8s pro|k8s pros",
  ),
]);

const KUBERNETES = new Set(["kubernetes", "k8s", "kube", "k3s", "kubernetes's", "orchestration", "containers"]);
const NOUNS = new Set(["experience", "knowledge", "expertise", "skills", "skill", "know-how", "knowhow", "exp"]);
const LINKS = new Set(["in", "with", "at", "of", "to", "about", "on", "using", "for", "running"]);
const LITTLE = new Set(["little", "limited", "basic", "minimal", "some", "bit", "small", "much", "lot"]);
const MUCH = new Set([
  "deep",
  "solid",
  "strong",
  "extensive",
  "lots",
  "great",
  "vast",
  "serious",
  "expert",
  "lot",
  "tons",
  "plenty",
]);
const NONE = new Set(["no", "zero", "without", "lack", "lacking", "any", "never"]);

/** People whose trade it is; how well they know Kubernetes they did not say. */
const TRADE = phraseTable<Experience>(
  ["devops", "devops team", "devops engineers", "sre", "sres", "platform engineers", "platform team", "ops team"].map(
    (phrase) => [phrase, "intermediate"] as const,
  ),
);

/** How well the team knows Kubernetes, with negation: "new to k8s", "not new to k8s", "no experience", "3 years of Kubernetes". */
export function readExperience(r: Reading): void {
  for (let at = 0; at < r.tokens.length; at += 1) {
    if (r.taken[at] === true) continue;
    readYears(r, at) || readNoun(r, at) || readPhrase(r, at) || readTrade(r, at);
  }
}

/** From three years on somebody is an expert; below, neither beginner nor expert. */
const EXPERT_YEARS = 3;

function readYears(r: Reading, at: number): boolean {
  const amount = amountAt(r.tokens, at) ?? (wordAt(r, at) === "years" ? manyYears(at) : null);
  if (amount === null) return false;
  let next = wordAt(r, amount.next) === "+" ? amount.next + 1 : amount.next;
  if (!["years", "year", "yrs", "yr"].includes(wordAt(r, next))) return false;
  next += 1;
  const level = amount.value >= EXPERT_YEARS ? "expert" : "intermediate";
  const kube = kubernetesFrom(r, next, 4);
  if (kube < 0) {
    // "running k8s for 4 years"
    if (wordAt(r, at - 1) !== "for" || !runsKubernetes(r, at)) return false;
    // "We use it" says less than for how long.
    for (const fact of r.facts)
      if (fact.key === "kubernetesExperience" && fact.from >= at - 8) fact.strength = "implied";
    learn(r, at - 1, next, "kubernetesExperience", level);
    return true;
  }
  const to = NOUNS.has(wordAt(r, kube + 1)) ? kube + 2 : kube + 1;
  learn(r, at, to, "kubernetesExperience", level);
  return true;
}

/** "For years": many. The word itself is the unit. */
const manyYears = (at: number) => ({ value: EXPERT_YEARS, next: at });

/** Whether Kubernetes, by its own name or as somebody's offer, was named shortly before `at`. */
function runsKubernetes(r: Reading, at: number): boolean {
  if (wordBefore(r, at, KUBERNETES, 8) >= 0) return true;
  const offer = r.mentions.find(({ to, named }) => to <= at && to > at - 4 && named.platforms.length > 0);
  const kinds = r.vocabulary.names.platforms.filter(({ id }) => offer?.named.platforms.includes(id));
  return kinds.some(({ kind }) => kind !== "machine" && kind !== "laptop");
}

/** "no Kubernetes experience", "little experience with k8s", "we have k8s knowledge". */
function readNoun(r: Reading, at: number): boolean {
  if (!NOUNS.has(wordAt(r, at))) return false;
  const object = LINKS.has(wordAt(r, at + 1)) ? at + 2 : -1;
  const kubeAfter = object >= 0 ? kubernetesFrom(r, object, 3) : -1;
  const kubeBefore = KUBERNETES.has(wordAt(r, at - 1)) ? at - 1 : -1;
  if (object >= 0 && kubeAfter < 0 && kubeBefore < 0) return false;
  const first = clauseStart(r, at, 5);
  const said = (set: ReadonlySet<string>) => {
    for (let i = at - 1; i >= first; i -= 1) if (set.has(wordAt(r, i))) return i;
    return -1;
  };
  const [none, little, much] = [said(NONE), said(LITTLE), said(MUCH)];
  const negated = negationBefore(r, at) >= 0;
  const modifier = Math.max(none, little, much);
  if (modifier < 0 && kubeAfter < 0 && kubeBefore < 0 && !negated) return false;
  if (kubeAfter < 0 && kubeBefore < 0 && isOtherTrade(r, modifier, at)) return false;
  // "not much" and "not a lot" are little; "no" is none.
  const level: Experience =
    little >= 0 && !(wordAt(r, little) === "lot" && !negated)
      ? "beginner"
      : none >= 0 || negated
        ? "none"
        : much >= 0
          ? "expert"
          : "intermediate";
  const start = Math.min(...[none, little, much, kubeBefore, at, negationBefore(r, at)].filter((index) => index >= 0));
  learn(r, start, kubeAfter >= 0 ? kubeAfter + 1 : at + 1, "kubernetesExperience", level);
  return true;
}

/** "strong Java skills": experience in something else. */
function isOtherTrade(r: Reading, modifier: number, at: number): boolean {
  for (let i = Math.max(modifier + 1, at - 3); i < at; i += 1) if (!PLAIN.has(wordAt(r, i))) return true;
  return false;
}
const PLAIN = new Set(
  "no real prior practical hands on technical much any ops devops infrastructure of a bit cloud production little".split(
    " ",
  ),
);

function readPhrase(r: Reading, at: number): boolean {
  const found = freePhraseAt(r, PHRASES, at);
  if (found === null) return false;
  const { level, negated, needsObject } = found.meaning;
  const linked = LINKS.has(wordAt(r, found.next));
  const kube = kubernetesFrom(r, found.next, 4);
  const kubeBefore = KUBERNETES.has(wordAt(r, at - 1));
  if (needsObject ? kube < 0 : linked && kube < 0) return false;
  // "certified" and "experienced" alone may be about anything: they need a team or Kubernetes beside them.
  const nobody = wordBefore(r, at, NOBODY, 8);
  if (nobody >= 0) {
    learn(r, nobody, kube >= 0 ? kube + 1 : found.next, "kubernetesExperience", negated);
    return true;
  }
  const no = wordAt(r, at).startsWith("never") || wordAt(r, at) === "no" ? -1 : negationBefore(r, at);
  const from = no >= 0 ? no : kubeBefore ? at - 1 : at;
  const to = kube >= 0 ? kube + 1 : found.next;
  learn(r, from, to, "kubernetesExperience", no >= 0 ? negated : level);
  if (wordAt(r, at) === "learning") r.facts.push({ from, to, key: "purpose", value: "learning", strength: "hinted" });
  return true;
}

/** Only a hint: the words stay free for those who count people. */
function readTrade(r: Reading, at: number): boolean {
  const found = freePhraseAt(r, TRADE, at);
  if (found === null || negationBefore(r, at) >= 0) return false;
  r.facts.push({ from: at, to: found.next, key: "kubernetesExperience", value: found.meaning, strength: "hinted" });
  return true;
}

const NOBODY = new Set(["nobody", "none", "neither", "noone"]);

/** Where Kubernetes is named within `most` tokens of the clause from `at` on; -1 for nowhere. "Docker and k8s" reaches it. */
function kubernetesFrom(r: Reading, at: number, most: number): number {
  for (let i = at; i < at + most && !endsClause(r, i); i += 1) if (KUBERNETES.has(wordAt(r, i))) return i;
  return -1;
}

function clauseStart(r: Reading, at: number, most: number): number {
  let first = at;
  while (first > 0 && at - first < most && !endsClause(r, first - 1)) first -= 1;
  return first;
}
