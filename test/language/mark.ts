import type { PriceBook } from "../../src/core/catalog/price-book.ts";
import { isSame } from "./amounts.ts";
import type { Annotation, MeaningKey } from "./annotation.ts";
import type { AdviseUtterance, FollowUpUtterance, Utterance } from "./corpus.ts";
import { inventedMarks, isSaid, readAs } from "./invented-marks.ts";
import { type Mark, refusal, tellingOf, toldMark } from "./outcome.ts";
import { priceMarks } from "./price-marks.ts";
import type { Heard } from "./reader.ts";

/** The marks of an utterance, at least one. */
export function marksOf(utterance: Utterance, heard: Heard, book: PriceBook): Mark[] {
  if (heard.code === 1) return [{ key: "crash", outcome: "wrong", note: heard.card.trim().slice(0, 200) }];
  const marks = utterance.kind === "price" ? priceMarks(utterance, heard) : adviceMarks(utterance, heard, book);
  const all = [...marks, ...saysMarks(utterance, heard)];
  return all.length === 0 ? [{ key: "nothing", outcome: "right", note: "" }] : all;
}

function adviceMarks(utterance: AdviseUtterance | FollowUpUtterance, heard: Heard, book: PriceBook): Mark[] {
  const said = utterance.annotations.map((annotation) => markOf(annotation, heard, book));
  return [...said, ...inventedMarks(utterance, heard), ...wholeMarks(utterance, heard)];
}

function markOf(annotation: Annotation, heard: Heard, book: PriceBook): Mark {
  const { words, key, value, may } = annotation;
  if (key === null) return toldMark(words, heard);
  const is = readAs(key, heard);
  const isRight = isRightFor(key, value, heard, book) || (may && !isSaid(key, heard));
  return {
    key,
    outcome: isRight ? "right" : tellingOf(words, heard),
    note: `"${words}" is ${JSON.stringify(value)}, read as ${JSON.stringify(is)}`,
  };
}

function isRightFor(key: MeaningKey, value: unknown, { advice }: Heard, book: PriceBook): boolean {
  if (advice === null) return false;
  const ids = [value].flat().map(String);
  const isOf = (platform: string) =>
    ids.includes(platform) || providersOf(platform, book).some((id) => ids.includes(id));
  const hasOthers = (platform: string) => providersOf(platform, book).some((id) => !ids.includes(id));
  if (key === "excluded") return !advice.ranked.some((each) => ids.includes(each) || (isOf(each) && !hasOthers(each)));
  if (key === "only") return advice.ranked.length > 0 && advice.ranked.every(isOf);
  if (key === "without") return !ids.some((id) => [advice.values["features"]].flat().includes(id));
  if (key === "asked") return ids.every((id) => askedPlatforms(advice).includes(id));
  return isSame(key, value, advice.values[key], book);
}

/** Who sells a platform: one machine with Compose is several providers'. */
const providersOf = (platform: string, { platforms }: PriceBook): string[] =>
  platforms.flatMap(({ id, provider }) => (id === platform && provider !== null ? [provider] : []));

const askedPlatforms = ({ understood, followup }: NonNullable<Heard["advice"]>): string[] => [
  ...understood.filter(({ key }) => key === "asked").flatMap(({ value }) => [value].flat().map(String)),
  ...(followup?.platforms ?? []),
];

function wholeMarks(utterance: AdviseUtterance | FollowUpUtterance, heard: Heard): Mark[] {
  const { advice } = heard;
  if (utterance.kind === "advise") {
    const { verdict } = utterance;
    if (verdict === undefined) return [];
    const outcome = advice?.verdict === verdict ? "right" : refusal(heard);
    return [{ key: "verdict", outcome, note: `the verdict is ${verdict}, came out as ${advice?.verdict}` }];
  }
  const { intent, platforms = [] } = utterance;
  const is = advice?.followup?.intent ?? null;
  const isRight = is !== null && [intent].flat().some((each) => each === is);
  const marks: Mark[] = [
    { key: "intent", outcome: isRight ? "right" : refusal(heard), note: `the intent is ${intent}, came out as ${is}` },
  ];
  const named = advice?.followup?.platforms ?? [];
  if (platforms.some((id) => !named.includes(id)))
    marks.push({ key: "platforms", outcome: refusal(heard), note: `about ${platforms}, came out as ${named}` });
  return marks;
}

function saysMarks({ says = [], never = [] }: Utterance, heard: Heard): Mark[] {
  const card = heard.card.toLowerCase().replaceAll(/\s+/g, " ");
  const stands = (text: string) => card.includes(text.toLowerCase());
  return [
    ...says
      .filter((text) => !stands(text))
      .map((text): Mark => ({ key: "says", outcome: refusal(heard), note: `does not say "${text}"` })),
    ...never.filter(stands).map((text): Mark => ({ key: "says", outcome: "wrong", note: `says "${text}"` })),
  ];
}
