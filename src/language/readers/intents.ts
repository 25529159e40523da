import { type PhraseTable, phrasesFor } from "../text/phrases.ts";

/** What a follow-up wants. */
export type FollowUpIntent =
  | "what-if"
  | "why-not"
  | "compare"
  | "breakdown"
  | "decide"
  | "vote"
  | "undo"
  | "help"
  | "price"
  | "none";

/** Openings of a follow-up. "What if" needs none: a change by itself is one. */
export const OPENINGS: PhraseTable<FollowUpIntent> = phrasesFor<FollowUpIntent>({
  help: [
    "help",
    "what can you do",
    "what can i ask",
    "what can i say",
    "how does this work",
    "how do i use this",
    "commands",
    "usage",
  ],
  undo: [
    "undo",
    "undo that",
    "revert",
    "revert that",
    "go back",
    "back to",
    "back",
    "start over",
    "reset",
    "previous answer",
    "the previous one",
    "the one before",
    "previous",
    "previous one",
    "the previous",
    "never mind",
    "nevermind",
  ],
  "why-not": [
    "why not",
    "whynot",
    "why isnt",
    "why isnt it",
    "why is",
    "why wasnt",
    "why was",
    "why did",
    "why didnt",
    "why no",
    "why",
    "whats wrong with",
    "what is wrong with",
    "what about",
    "how about",
    "and what about",
    "what speaks against",
    "whats the problem with",
  ],
  compare: [
    "compare",
    "compare all",
    "comparison",
    "comparison of",
    "difference between",
    "whats the difference between",
    "what is the difference between",
    "show all",
    "how does",
    "how do",
  ],
  breakdown: [
    "break down",
    "breakdown",
    "breakdown of",
    "cost lines",
    "the cost lines",
    "the cost lines of",
    "the cost lines for",
    "the line items",
    "the line items for",
    "the breakdown",
    "the breakdown of",
    "the breakdown for",
    "the details of",
    "breakdown for",
    "cost lines of",
    "cost lines for",
    "show cost lines",
    "show the cost lines",
    "line items",
    "line items for",
    "itemise",
    "itemize",
    "details of",
    "details for",
    "detail",
    "cost breakdown",
    "show me the bill",
    "show the bill",
    "where does the money go",
  ],
  decide: [
    "decide",
    "decide on",
    "decide for",
    "we decide",
    "we decided on",
    "we decided for",
    "we decide on",
    "we decided",
    "decision",
    "record decision",
    "lets go with",
    "let us go with",
    "go with",
    "we go with",
    "we will go with",
    "well go with",
    "we choose",
    "we chose",
    "go for",
    "lets go for",
    "well go for",
    "we go for",
    "going for",
    "lets do",
    "lets use",
    "well use",
    "we will use",
    "settle on",
    "lets settle on",
    "we settled on",
    "lets take",
    "we take",
    "well take",
    "going with",
    "we are going with",
    "were going with",
    "final decision",
  ],
  vote: [
    "vote",
    "vote for",
    "i vote",
    "i vote for",
    "my vote",
    "my vote is",
    "my vote goes to",
    "voting for",
    "+1",
    "+1 for",
    "👍",
    "👍 for",
    "thumbs up",
    "thumbs up for",
  ],
  price: ["price", "price of", "price for", "whats the price of", "what is the price of", "k8s price"],
});

/** Questions about a sum: of a platform its lines are wanted, of anything else its price. */
export const COST_QUESTIONS: PhraseTable<"cost"> = phrasesFor({
  cost: [
    "how much is",
    "how much does",
    "how much would",
    "how much are",
    "how much do",
    "how much for",
    "cost of",
    "the cost of",
    "what is the cost of",
    "whats the cost of",
  ],
});

/** Questions about a sum only if a "cost" follows: "what does X cost". */
export const OPEN_QUESTIONS: PhraseTable<"cost"> = phrasesFor({
  cost: ["what does", "what would", "what do", "what will"],
});

/** Words before an opening that change nothing. */
export const COURTESIES: ReadonlySet<string> = new Set(
  "ok okay and so but then now please pls hey hi well hmm um also actually can could you would bot show me us just great thanks cool @ , . ! :".split(
    " ",
  ),
);

/** Where a reason begins. */
export const REASONS: ReadonlySet<string> = new Set([
  "because",
  "since",
  "cause",
  "cuz",
  "bc",
  "reason",
  "as",
  "due",
  ":",
  "-",
  "–",
  "—",
]);
