import { amountAt } from "../text/numbers.ts";
import { phrasesFor } from "../text/phrases.ts";
import { freePhraseAt, isFree, learn, type Reading, wordAt } from "./reading.ts";

/** Those who would run it count before those who write for it, and both before heads. */
const NOUNS = phrasesFor({
  operators: [
    "devops",
    "sre",
    "sres",
    "ops",
    "sysadmin",
    "sysadmins",
    "admin",
    "admins",
    "operators",
    "platform engineers",
    "platform engineer",
    "infrastructure engineers",
    "infra engineers",
    "infra people",
  ],
  engineers: [
    "engineers",
    "engineer",
    "developers",
    "developer",
    "devs",
    "dev",
    "programmers",
    "programmer",
    "coders",
    "software engineers",
    "techies",
  ],
  people: [
    "people",
    "ppl",
    "persons",
    "person",
    "folks",
    "guys",
    "guy",
    "girl",
    "man",
    "of us",
    "members",
    "founders",
    "friends",
    "colleagues",
    "employees",
    "staff",
    "head",
    "heads",
  ],
});
const ADJECTIVES = new Set(
  "devops senior junior backend frontend software platform full stack fullstack sre web cloud infra infrastructure experienced good part time mobile data ml java go python k8s kubernetes ops it technical dedicated".split(
    " ",
  ),
);
const PEOPLE_ROLES = new Set([
  "engineer",
  "engineers",
  "team",
  "person",
  "people",
  "guy",
  "guys",
  "folks",
  "staff",
  "dev",
  "devs",
]);
const ALONE = phrasesFor({
  alone: [
    "solo developer",
    "solo dev",
    "solo founder",
    "solo engineer",
    "solo",
    "just me",
    "only me",
    "by myself",
    "on my own",
    "im alone",
    "i am alone",
    "all alone",
    "working alone",
    "work alone",
    "one man show",
    "one man band",
    "single developer",
    "sole developer",
    "lone developer",
    "indie hacker",
    "indie dev",
    "indie developer",
    "freelancer",
    "im the only developer",
    "the only developer",
    "the only engineer",
    "one person",
  ],
});
const PAIR = phrasesFor({
  pair: ["me and", "my", "a", "one"].flatMap((lead) =>
    ["friend", "cofounder", "co founder", "colleague", "coworker"].flatMap((other) =>
      lead === "me and"
        ? [`me and my ${other}`, `me and a ${other}`, `me and one ${other}`]
        : [`${lead} ${other} and i`, `${lead} ${other} and me`],
    ),
  ),
});
const NO_CROWD = new Set(["by", "for", "serve", "serving", "to"]);

/** How many people would run it: "solo", "4 devs", "team of six", "5 DevOps engineers". */
export function readPeople(r: Reading): void {
  for (let at = 0; at < r.tokens.length; at += 1) {
    if (r.taken[at] === true) continue;
    const alone = freePhraseAt(r, ALONE, at);
    const pair = freePhraseAt(r, PAIR, at);
    if (pair !== null) learn(r, at, pair.next, "people", 2);
    else if (alone !== null && wordAt(r, at - 1) !== "not") learn(r, at, alone.next, "engineers", 1);
    else readTeam(r, at) || readCounted(r, at) || readLabelled(r, at);
  }
}

function readTeam(r: Reading, at: number): boolean {
  if (!["team", "teams", "group", "crew", "squad", "startup", "company", "agency"].includes(wordAt(r, at)))
    return false;
  let next = wordAt(r, at + 1) === "size" ? at + 2 : at + 1;
  if (["of", ":", "=", "is", "-", "–", "—"].includes(wordAt(r, next))) next += 1;
  const amount = next > at + 1 ? amountAt(r.tokens, next) : null;
  if (amount === null || !isHeads(amount.value)) return false;
  const noun = nounAfter(r, amount.next);
  learn(r, at, noun?.next ?? amount.next, noun?.meaning ?? "people", amount.value);
  return true;
}

/** "devs: 4", "engineers = 3". */
function readLabelled(r: Reading, at: number): boolean {
  const noun = freePhraseAt(r, NOUNS, at);
  if (noun === null || (wordAt(r, noun.next) !== ":" && wordAt(r, noun.next) !== "=")) return false;
  const amount = amountAt(r.tokens, noun.next + 1);
  if (amount === null || !isHeads(amount.value)) return false;
  learn(r, at, amount.next, noun.meaning, amount.value);
  return true;
}

function readCounted(r: Reading, at: number): boolean {
  const amount = amountAt(r.tokens, at);
  if (amount === null || !isHeads(amount.value)) return false;
  const noun = nounAfter(r, amount.next);
  if (noun === null || !isFree(r, at, noun.next)) return false;
  if (noun.meaning === "people" && NO_CROWD.has(wordAt(r, at - 1))) return false;
  const to = wordAt(r, noun.next) === "team" ? noun.next + 1 : noun.next;
  learn(r, at, to, noun.meaning, amount.value);
  return true;
}

/** The noun after up to three adjectives; "5 DevOps engineers" are operators. */
function nounAfter(r: Reading, from: number): { meaning: "operators" | "engineers" | "people"; next: number } | null {
  let at = from;
  for (let steps = 0; steps <= 3; steps += 1) {
    const noun = freePhraseAt(r, NOUNS, at);
    if (noun?.meaning === "operators" && PEOPLE_ROLES.has(wordAt(r, noun.next)))
      return { meaning: "operators", next: noun.next + 1 };
    if (noun !== null) return noun;
    if (!ADJECTIVES.has(wordAt(r, at))) return null;
    at += 1;
  }
  return null;
}

const isHeads = (value: number) => Number.isInteger(value) && value >= 1;
