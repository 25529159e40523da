import { platformsOf } from "./grammar/clouds.ts";
import { REASONS } from "./lexicon/intents.ts";
import { phraseAt, phraseTable } from "./text/phrases.ts";
import { type Text, wordAt, wordSet } from "./text/text.ts";

const PLACES = phraseTable<number>([
  ["the winner", 0],
  ["your pick", 0],
  ["the top one", 0],
  ["the runner up", 1],
  ["runner up", 1],
  ["the second", 1],
  ["number two", 1],
  ["second best", 1],
  ["the third", 2],
  ["number three", 2],
]);

/** A name of platforms in a text: tokens `from` up to `to` (not included). */
interface PlatformName {
  from: number;
  to: number;
  ids: readonly string[];
}

/** Platforms by name, or by their place in the ranking shown before, in the order of the text. */
function namesIn(text: Text, ranked: readonly string[]): PlatformName[] {
  const names: PlatformName[] = [];
  for (let at = 0; at < text.tokens.length; at += 1) {
    const mention = text.mentionAt[at];
    if (mention && mention.named.instanceType === null && mention.named.region === null)
      names.push({ from: at, to: mention.to, ids: platformsOf(text, mention) });
    const place = phraseAt(PLACES, text.tokens, at);
    const placed = place === null ? undefined : ranked[place.meaning];
    if (place !== null && placed !== undefined) names.push({ from: at, to: place.next, ids: [placed] });
  }
  return names.filter(({ ids }) => ids.length > 0);
}

/** Every platform named, each once, in the order of the text. */
export const namedPlatforms = (text: Text, ranked: readonly string[]): string[] => [
  ...new Set(namesIn(text, ranked).flatMap(({ ids }) => ids)),
];

/**
 * What is voted or decided for, and why. A reason may name platforms too, and so may what is denied ("eks, not doks"): the
 * choice is none of these. Where two are left, neither is chosen.
 */
export function choiceOf(
  text: Text,
  { intent, next }: { intent: string; next: number },
  ranked: readonly string[],
): { platforms: string[]; reason: string | null } {
  const names = namesIn(text, ranked);
  const reasonAt = intent === "decide" ? reasonStart(text, Math.max(next, names[0]?.to ?? 0)) : text.tokens.length;
  const chosen = names.filter(({ from }) => from < reasonAt && !isDenied(text, from)).map(({ ids }) => ids);
  const [first = [], ...others] = chosen;
  // "AWS Fargate" names twice what is meant once.
  const platforms = others.reduce((left, ids) => left.filter((id) => ids.includes(id)), first);
  return { platforms: byRank(platforms, ranked).slice(0, 1), reason: reasonFrom(text, reasonAt) };
}

const DENIALS = wordSet("not never against over than except without");
const BARRED = wordSet("anything anyone everything all any");

/** Whether a name is what is not chosen: "not doks", "over doks", "instead of doks", "anything but doks". */
function isDenied(text: Text, at: number): boolean {
  const [before, earlier] = [wordAt(text, at - 1), wordAt(text, at - 2)];
  if (DENIALS.has(before) || (earlier === "instead" && before === "of")) return true;
  return before === "but" && BARRED.has(earlier);
}

/** The token that begins a reason, from `next` on; one past the last where there is none. */
function reasonStart({ tokens }: Text, next: number): number {
  const found = tokens.findIndex(({ word }, at) => at >= next && REASONS.has(word));
  return found < 0 ? tokens.length : found;
}

/** What the reason that begins at a token says, without the words that link it. */
function reasonFrom(text: Text, at: number): string | null {
  const linked = wordAt(text, at + 1) === "to" || wordAt(text, at + 1) === ":" || wordAt(text, at + 1) === "of";
  const link = text.tokens[linked ? at + 1 : at];
  return link === undefined ? null : text.typed.slice(link.end).trim() || null;
}

function byRank(platforms: readonly string[], ranked: readonly string[]): string[] {
  const place = (id: string) => (ranked.includes(id) ? ranked.indexOf(id) : ranked.length);
  return [...platforms].sort((a, b) => place(a) - place(b));
}
