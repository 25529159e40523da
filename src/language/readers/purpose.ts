import type { Purpose } from "../../core/requirement.ts";
import { phrasesFor } from "../text/phrases.ts";
import { freePhraseAt, learn, negationBefore, quote, type Reading, take, wordAt } from "./reading.ts";

const SAID = phrasesFor<Purpose>({
  learning: [
    "learn kubernetes",
    "learning kubernetes",
    "learn k8s",
    "learning k8s",
    "to learn",
    "for learning",
    "learning purposes",
    "study kubernetes",
    "studying",
    "homelab",
    "home lab",
    "training course",
    "tutorial",
    "playground",
    "sandbox",
    "practice kubernetes",
    "just learning",
    "learning",
    "education",
    "university course",
    "cka prep",
    "cka practice",
    "cka exam",
    "uni project",
    "university project",
    "school project",
    "student project",
    "student",
  ],
  demo: [
    "demo",
    "demos",
    "proof of concept",
    "poc",
    "prototype",
    "showcase",
    "hackathon",
    "presentation",
    "demo for investors",
  ],
  "side-project": [
    "side project",
    "side projects",
    "hobby",
    "hobby project",
    "pet project",
    "portfolio",
    "personal project",
    "personal site",
    "personal blog",
    "blog",
    "toy project",
    "weekend project",
    "side hustle",
  ],
  mvp: ["mvp", "minimum viable product", "beta", "early stage"],
  production: [
    "production",
    "prod",
    "live",
    "production ready",
    "production grade",
    "in production",
    "mission critical",
    "business critical",
  ],
  "internal-tool": [
    "internal tool",
    "internal tools",
    "internal tooling",
    "internal app",
    "internal apps",
    "internal dashboard",
    "back office",
    "intranet",
    "for internal use",
    "internal service",
    "internal services",
    "internal platform",
  ],
  enterprise: [
    "enterprise",
    "corporation",
    "large organisation",
    "large organization",
    "large company",
    "bank",
    "regulated",
    "fortune 500",
    "big company",
  ],
});
/** What usually means production, unless the text says otherwise. */
const IMPLIED = phrasesFor<Purpose>({
  production: [
    "saas product",
    "saas",
    "saas app",
    "paying customers",
    "customer facing",
    "e commerce",
    "ecommerce",
    "online shop",
    "webshop",
    "web shop",
    "customers",
    "b2b product",
  ],
  mvp: ["startup mvp"],
});

/** What it is for: "MVP", "demo for investors", "side project", "in production". */
export function readPurpose(r: Reading): void {
  for (let at = 0; at < r.tokens.length; at += 1) {
    const said = freePhraseAt(r, SAID, at);
    if (said?.meaning === "production" && isDenied(r, at)) {
      r.questions.push(`You wrote "${quote(r, negationBefore(r, at), said.next)}": what is it for?`);
      take(r, negationBefore(r, at), said.next);
      continue;
    }
    if (said !== null && negationBefore(r, at) < 0 && !isAboutMachines(r, at, said.next)) {
      learn(r, at, said.next, "purpose", said.meaning, isSure(r, at, said.meaning) ? "said" : "implied");
      continue;
    }
    const implied = freePhraseAt(r, IMPLIED, at);
    if (implied !== null && negationBefore(r, at) < 0)
      learn(r, at, implied.next, "purpose", implied.meaning, "implied");
  }
}

/** "Not for production yet": neither said nor to be taken for granted. */
const isDenied = (r: Reading, at: number) =>
  ["production", "prod"].includes(wordAt(r, at)) && ["not", "isnt", "non"].includes(wordAt(r, negationBefore(r, at)));

/** "live" and "beta" are loose words, and "a production MVP" is an MVP. */
const LOOSE = new Set([
  "live",
  "beta",
  "studying",
  "bank",
  "prod",
  "production",
  "sandbox",
  "playground",
  "learning",
  "blog",
  "presentation",
]);
const isSure = (r: Reading, at: number, meaning: Purpose) => meaning !== "production" && !LOOSE.has(wordAt(r, at));

/** "machine learning", "enterprise support", "demo app of last year". */
function isAboutMachines(r: Reading, at: number, next: number): boolean {
  if (wordAt(r, at) === "learning")
    return ["machine", "deep", "reinforcement"].includes(wordAt(r, at - 1)) || wordAt(r, next) === "curve";
  return wordAt(r, at) === "live" && ["in", "at", "near", "we", "i"].includes(wordAt(r, next));
}
