import type { Understood } from "../core/decision/estimate.ts";
import type { Correction } from "../core/price/query.ts";
import type { Feature } from "../core/question/choices.ts";
import type { Claim } from "../core/question/claim-remarks.ts";
import type { RequirementInput } from "../core/question/requirement.ts";
import { REQUIREMENT_GRAMMAR } from "./grammar/index.ts";
import { LEXICONS, READ_LANGUAGES } from "./lexicon/languages.ts";
import type { Vocabulary } from "./lexicon/vocabulary.ts";
import { parse } from "./parse.ts";
import { resolve } from "./resolve/resolve.ts";
import { suggestionsFor } from "./suggestions.ts";
import { type Text, textOf } from "./text/text.ts";

/** What a text says, and what it does not. */
export interface Understanding {
  /** Only keys that the text supports; it always passes `RequirementInput`. */
  input: RequirementInput;
  /** Each phrase as typed and what it set, in the order of the text. A part of the workload is reported by itself. */
  understood: Understood[];
  /** Phrases of substance that set nothing, as typed. */
  unparsed: string[];
  /** Contradictions and what may mean two things, each as a question; their key is not set. */
  questions: string[];
  /** Misspelt names and how they were read. */
  corrections: Correction[];
  /** Platforms asked about rather than in use, in the order named. */
  asked: string[];
  /** Features ruled out by name. */
  without: Feature[];
  /** Fees and credits quoted as facts, to be checked against the catalog. */
  claims: Claim[];
  /** How something was read that may be read otherwise, as sentences. */
  notes: string[];
}

/** Said once, of a first question in another language. */
function languageNotes({ language, unread }: Text): string[] {
  if (unread !== null)
    return [`This looks like ${unread}, which is not read here: ${READ_LANGUAGES} are. Answers are in English.`];
  return language === "en" ? [] : [`Read as ${LEXICONS[language].name}; answers are in English.`];
}

/** Longer texts are cut here, and `unparsed` says so. */
export const MOST_CHARACTERS = 4000;

/** What `text` says about a requirement, by rules alone. Never throws; the time it takes grows with the text's length only. */
export function understand(typed: string, vocabulary: Vocabulary): Understanding {
  const text = textOf(typed.slice(0, MOST_CHARACTERS), vocabulary);
  const parsed = parse(text, REQUIREMENT_GRAMMAR);
  const { unparsed, notes, ...resolved } = resolve(parsed, null);
  const cut = typed.length > MOST_CHARACTERS ? [`everything after the first ${MOST_CHARACTERS} characters`] : [];
  // "cx22" may be a machine of last year: the ids closest to it are named.
  const unknown = suggestionsFor(parsed)
    .filter(({ close }) => close.length > 0)
    .map(({ typed: name, close }) => `"${name}" is in no price list; close to it are ${close.join(", ")}.`);
  return {
    ...resolved,
    unparsed: [...unparsed, ...cut],
    notes: [...notes, ...unknown, ...languageNotes(text)],
    corrections: [...text.corrections],
  };
}
