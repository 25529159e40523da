import type { Vocabulary } from "../lexicon/vocabulary.ts";
import type { Mention } from "./mention.ts";
import { phraseAt } from "./phrases.ts";
import { fold, type Token } from "./tokens.ts";

/** Names that are also English words: they count only as written on a map or in a console ("US"; "region sin"). */
const ALSO_WORDS = new Set(
  "us in it no de la is be at so me my by as or an to ash sin hil can war par mad per ist do".split(" "),
);

/** Every name of the vocabulary in the text, the longest first where they overlap. */
export function mentionsIn(typed: string, tokens: readonly Token[], vocabulary: Vocabulary): Mention[] {
  const mentions: Mention[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const found = phraseAt(vocabulary.phrases, tokens, at);
    if (found === null || !isName(typed, tokens, at, found.next)) continue;
    mentions.push({ from: at, to: found.next, named: found.meaning });
    at = found.next - 1;
  }
  return mentions;
}

function isName(typed: string, tokens: readonly Token[], at: number, next: number): boolean {
  const token = tokens[at];
  // "Microsoft SQL Server" is no cloud, and "phoenix app" no place.
  if (next === at + 1 && OTHER_WITH.get(token?.word ?? "")?.has(tokens[next]?.word ?? "") === true) return false;
  if (token === undefined || next > at + 1 || !ALSO_WORDS.has(token.word)) return true;
  if (tokens.length === 1) return true;
  if (token.word === "do") return isDigitalOcean(typed, tokens, at);
  const written = typed.slice(token.start, token.end);
  if (fold(written) !== token.word) return false; // "en" is Spanish for "in", and no Indiana
  if (written === written.toUpperCase() && typed !== typed.toUpperCase()) return true;
  const before = tokens[at - 1]?.word ?? "";
  return (
    before === "region" || (token.word === "us" && (BEFORE_US.has(before) || AFTER_US.has(tokens[next]?.word ?? "")))
  );
}
/** "In the us" and "us region" name a country, "give us" does not. */
const BEFORE_US = new Set(["the", "in"]);
const AFTER_US = new Set(["region", "based", "only", "users", "customers"]);

/** "DO" as written, or "on do": nobody emphasises the verb there ("DO NOT", "what DO we"). */
function isDigitalOcean(typed: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1]?.word ?? "";
  if (BEFORE_DO.has(before)) return true;
  const isUpper = token !== undefined && typed.slice(token.start, token.end) === "DO";
  return isUpper && typed !== typed.toUpperCase() && !AFTER_DO.has(tokens[at + 1]?.word ?? "");
}
const BEFORE_DO = new Set("on at from via with by".split(" "));
const AFTER_DO = new Set("not we you i they it this that the nt a".split(" "));

/** Names that mean something else with the word after them. */
const OTHER_WITH: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  (
    [
      ["microsoft", "sql teams office 365 word excel ad entra windows server exchange dynamics sharepoint"],
      ["phoenix", "app framework liveview live elixir apps service backend project"],
      ["amazon", "s3 rds sqs prime seller fba linux"],
      ["georgia", "tech"],
      ["jakarta", "ee persistence rest"],
      ["java", "app"],
    ] as const
  ).map(([name, words]) => [name, new Set(words.split(" "))] as const),
);
