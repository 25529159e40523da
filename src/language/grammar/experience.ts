import type { Experience } from "../../core/question/choices.ts";
import {
  EXPERIENCE_NOUNS,
  KUBERNETES,
  LABELLED_LEVELS,
  LEVELS,
  LINKS,
  LITTLE,
  MUCH,
  NOBODY,
  NONE,
  PLAIN,
} from "../lexicon/experience-words.ts";
import type { Slot, Strength } from "../slots.ts";
import { negationBefore } from "../text/negation.ts";
import { amountAt } from "../text/numbers.ts";
import { endsClause, type Text, wordAt, wordBefore, wordSet } from "../text/text.ts";
import { matcher, meaning, NUMBER, optional, sequence, table, words } from "./pattern.ts";
import { type Place, type Reading, rule } from "./rule.ts";

const knows = (value: Experience, strength: Strength = "said"): Slot => ({
  key: "kubernetesExperience",
  value,
  strength,
});

/** Where Kubernetes is named within `most` tokens of the clause from `at` on; -1 for nowhere. "Docker and k8s" reaches it. */
function kubernetesFrom(text: Text, at: number, most: number): number {
  for (let i = at; i < at + most && !endsClause(text, i); i += 1)
    if (KUBERNETES.has(wordAt(text, i)) && !BUT_NOT.has(wordAt(text, i - 1))) return i;
  return -1;
}
const BUT_NOT = wordSet("not without");

/** From three years on somebody is an expert; below, neither beginner nor expert. */
const EXPERT_YEARS = 3;
const YEARS = wordSet("years year yrs yr");

/** "3 years of Kubernetes", "running k8s for 4 years", "for years". */
const years = rule({
  id: "years-of-kubernetes",
  examples: [
    "2 years of k8s experience",
    "running k8s for 4 years",
    "run Kubernetes for five years",
    "we ran k8s in a lab for years",
  ],
  weight: 20,
  pattern: matcher([NUMBER, "years", "for"], (text, at) => {
    const start = wordAt(text, at) === "for" ? at + 1 : at;
    const amount =
      amountAt(text.tokens, start) ?? (YEARS.has(wordAt(text, start)) ? { value: EXPERT_YEARS, next: start } : null);
    const unit = amount === null ? -1 : wordAt(text, amount.next) === "+" ? amount.next + 1 : amount.next;
    if (amount === null || !YEARS.has(wordAt(text, unit))) return null;
    const kube = start > at ? -1 : kubernetesFrom(text, unit + 1, 4);
    const behind = kube >= 0 && EXPERIENCE_NOUNS.has(wordAt(text, kube + 1)) ? kube + 2 : kube + 1;
    return { to: Math.max(unit + 1, behind), value: { years: amount.value, isFor: start > at } };
  }),
  gives({ years: howMany, isFor }, { text, from, to }) {
    const level: Experience = howMany >= EXPERT_YEARS ? "expert" : "intermediate";
    if (isFor) return ranKubernetes(text, from) ? [knows(level)] : null;
    return isOfKubernetes(text, to) ? [knows(level)] : null;
  },
});

/** Whether the words before `to` end with Kubernetes, or with "Kubernetes experience". */
const isOfKubernetes = (text: Text, to: number) =>
  KUBERNETES.has(wordAt(text, to - 1)) ||
  (EXPERIENCE_NOUNS.has(wordAt(text, to - 1)) && KUBERNETES.has(wordAt(text, to - 2)));

/** Whether Kubernetes, by its own name or as somebody's offer, was named shortly before `at`. */
function ranKubernetes(text: Text, at: number): boolean {
  if (wordBefore(text, at, KUBERNETES, 8) >= 0) return true;
  const offer = text.mentions.find(({ to, named }) => to <= at && to > at - 4 && named.platforms.length > 0);
  const kinds = text.vocabulary.names.platforms.filter(({ id }) => offer?.named.platforms.includes(id));
  return kinds.some(({ kind }) => kind !== "machine" && kind !== "laptop");
}

/** "no Kubernetes experience", "little experience with k8s", "we have k8s knowledge". */
const noun = rule({
  id: "kubernetes-experience",
  examples: [
    "no kubernetes experience",
    "not much k8s experience",
    "some experience with docker and kubernetes",
    "no experience",
  ],
  weight: 10,
  pattern: matcher([...EXPERIENCE_NOUNS], (_, at) => ({ to: at + 1, value: null })),
  gives: (_, place) => experienceAt(place),
});

function experienceAt({ text, from: at }: Place): Reading | null {
  if ([":", "="].includes(wordAt(text, at + 1))) return null; // what stands behind says it
  const object = LINKS.has(wordAt(text, at + 1)) ? at + 2 : -1;
  const after = object >= 0 ? kubernetesFrom(text, object, 3) : -1;
  const before = KUBERNETES.has(wordAt(text, at - 1)) ? at - 1 : -1;
  if (object >= 0 && after < 0 && before < 0) return null;
  const first = clauseStart(text, at, 5);
  const said = (set: ReadonlySet<string>) => {
    for (let i = at - 1; i >= first; i -= 1) if (set.has(wordAt(text, i))) return i;
    return -1;
  };
  const [none, little, much] = [said(NONE), said(LITTLE), said(MUCH)];
  const no = negationBefore(text, at);
  const modifier = Math.max(none, little, much);
  if (modifier < 0 && after < 0 && before < 0 && no < 0) return null;
  if (after < 0 && before < 0 && isOtherTrade(text, modifier, at)) return null;
  const nobody = wordBefore(text, at, NOBODY, 6);
  if (nobody >= 0) return { from: nobody, to: after >= 0 ? after + 1 : at + 1, slots: [knows("none")] };
  const start = Math.min(...[none, little, much, before, at, no].filter((index) => index >= 0));
  const isLot = little >= 0 && wordAt(text, little) === "lot" && no < 0;
  const level =
    little >= 0 && !isLot ? "beginner" : none >= 0 || no >= 0 ? "none" : much >= 0 ? "expert" : "intermediate";
  return { from: start, to: after >= 0 ? after + 1 : at + 1, slots: [knows(level)] };
}

/** "strong Java skills": experience in something else. */
function isOtherTrade(text: Text, modifier: number, at: number): boolean {
  for (let i = Math.max(modifier + 1, at - 3); i < at; i += 1) if (!PLAIN.has(wordAt(text, i))) return true;
  return false;
}

function clauseStart(text: Text, at: number, most: number): number {
  let first = at;
  while (first > 0 && at - first < most && !endsClause(text, first - 1)) first -= 1;
  return first;
}

/** "new to kubernetes", "not an expert", "nobody has used it", "comfortable with k8s". */
const phrase = rule({
  id: "kubernetes-level",
  examples: [
    "new to kubernetes",
    "we're not k8s experts",
    "comfortable with kubernetes",
    "none of them know kubernetes",
  ],
  weight: 10,
  pattern: table(LEVELS),
  gives: ({ level, negated, needsObject }, { text, from: at, to }) => {
    const kube = kubernetesFrom(text, to, 4);
    const isBefore = KUBERNETES.has(wordAt(text, at - 1));
    const namesIt = text.tokens.slice(at, to).some(({ word }) => KUBERNETES.has(word));
    if (needsObject ? kube < 0 : LINKS.has(wordAt(text, to)) && kube < 0 && !namesIt) return null;
    const end = kube >= 0 ? kube + 1 : to;
    const nobody = wordBefore(text, at, NOBODY, 8);
    if (nobody >= 0) return { from: nobody, to: end, slots: [knows(negated)] };
    // "know k8s a little": less than who knows it.
    const isLittle =
      level === "intermediate" &&
      kube >= 0 &&
      LITTLE_BEHIND.has(wordAt(text, kube + 2)) &&
      wordAt(text, kube + 1) === "a";
    if (isLittle) return { to: kube + 3, slots: [knows("beginner")] };
    const isOwnNo = wordAt(text, at).startsWith("never") || ["no", "not"].includes(wordAt(text, at));
    const no = isOwnNo ? -1 : negationBefore(text, at);
    // "We ran it" says less than for how long.
    const slots: Slot[] = [
      knows(no >= 0 ? negated : level, needsObject && level === "intermediate" ? "implied" : "said"),
    ];
    if (wordAt(text, at) === "learning") slots.push({ key: "purpose", value: "learning", strength: "hinted" });
    return { from: no >= 0 ? no : isBefore ? at - 1 : at, to: end, slots };
  },
});

const LITTLE_BEHIND = wordSet("little bit");

/** "know docker but not kubernetes". */
const butNot = rule({
  id: "but-not-kubernetes",
  examples: ["know docker but not kubernetes", "we know linux, not k8s"],
  weight: 10,
  pattern: sequence(words("but not|, not|, no|but no"), optional(words("really|yet")), words("kubernetes|k8s")),
  gives: () => [knows("none")],
});

/** "k8s experience: low", "kubernetes exp = one guy did a udemy course", "experience level beginner". */
const labelled = rule({
  id: "experience-labelled",
  examples: ["k8s experience: low", "kubernetes exp: none", "experience = expert"],
  weight: 25,
  pattern: sequence(
    optional(words("kubernetes|k8s|kube|container|team|our")),
    words(
      "experience|exp|knowledge|skills|skill|skill level|experience level|knowledge level|level|know how|expertise",
    ),
    optional(words("with kubernetes|with k8s|in kubernetes|in k8s|of kubernetes|of k8s|on kubernetes|level")),
    words(":|=|is|are|-|–|:="),
    meaning<Experience>(LABELLED_LEVELS),
  ),
  gives: ([, , , , level], { text, to }) =>
    level === "none" && !endsClause(text, to) && !["at", "so", "yet", "and"].includes(wordAt(text, to))
      ? null
      : [knows(level)],
});

/** People whose trade it is; how well they know Kubernetes they did not say. */
const trade = rule({
  id: "devops-people",
  examples: ["our devops team runs it"],
  weight: -20,
  pattern: words("devops|devops team|devops engineers|sre team|platform engineers|platform team|ops team"),
  gives: (_, { text, from }) => (negationBefore(text, from) >= 0 ? null : [knows("intermediate", "hinted")]),
});

export const EXPERIENCE_RULES = [years, noun, phrase, butNot, labelled, trade];
