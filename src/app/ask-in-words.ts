import { answerCard } from "../cards/answer-card.ts";
import { type AskedFirst, askedFirstCard } from "../cards/asked-first-card.ts";
import type { Card } from "../cards/card.ts";
import type { Names } from "../cards/names.ts";
import type { RecommendationView } from "../cards/recommendation-card.ts";
import { podsThatFit } from "../core/capacity/pods-fit.ts";
import type { Estimate } from "../core/decision/estimate.ts";
import { UserError } from "../core/errors.ts";
import { notPricedIn, notPricedSentence } from "../core/price/not-priced.ts";
import { FIRST_QUESTIONS } from "../core/question/asked-back.ts";
import { type FirstQuestion, firstQuestion } from "../language/first-question.ts";
import type { Understanding } from "../language/understand.ts";
import type { Advisor, Question } from "./advisor.ts";
import { readHanded, withFiles } from "./handed-files.ts";
import type { Library } from "./knowledge.ts";
import type { Asker } from "./ports/asker.ts";
import type { FileReader, HandedFile } from "./ports/files.ts";
import { asQuestion } from "./words.ts";

/** A question in words, with what was handed in beside them. */
interface Wording {
  text: string;
  files: readonly HandedFile[];
  /** What was given by other means: options, a file of requirement keys. */
  given?: Question;
  /** Where the asker finds the form, said to who was not understood: "/k8s-advise with nothing after it". */
  form: string;
}

/** An estimate, all that was read in the words, and what they ask for beside advice. */
export interface AnswerInWords {
  estimate: Estimate;
  said: Understanding;
  asked: AskedFirst | null;
}

/** The card of an answer in words: what was asked for first. */
export const cardInWords = ({ estimate, asked }: AnswerInWords, names: Names, view: RecommendationView): Card =>
  asked === null || estimate.questions !== undefined
    ? answerCard(estimate, names, view)
    : askedFirstCard(estimate, asked, names, view);

/**
 * The answer to words and files, and all that was read in the words. Words of which nothing decides are answered with
 * questions.
 * @throws {UserError} with the same questions for words of which nothing was understood.
 */
export async function askInWords(
  parts: { advisor: Advisor; library: Library; files: FileReader },
  asker: Asker,
  { text, files, given = { input: {} }, form }: Wording,
): Promise<AnswerInWords> {
  const { question, said } = asQuestion(text, parts.library);
  const isAlone = text.trim() !== "" && files.length === 0 && Object.keys(given.input).length === 0;
  if (isAlone && question.understood.length === 0) throw notUnderstood(text, said, form);
  const { input: read, fromFiles } = await readHanded(parts, files);
  const estimate = await parts.advisor.ask(asker, {
    ...given,
    ...question,
    input: withFiles(given.input, read, question.input),
    fromFiles,
    asksBack: isAlone && said.asked.length === 0,
  });
  const asked = firstQuestion(text, said, parts.library.vocabulary());
  return { estimate, said, asked: asked === null ? null : askedFirst(asked, estimate, parts.library) };
}

function askedFirst(asked: FirstQuestion, estimate: Estimate, library: Library): AskedFirst {
  if (asked.kind !== "fit") return asked;
  const { kind, instanceType, ...size } = asked;
  const fits = podsThatFit(instanceType, size, library.knowledge(estimate.asOf));
  return { kind, fits, assumed: Object.keys(size).length < 2 };
}

function notUnderstood(text: string, { questions }: Understanding, form: string): UserError {
  const [open = `I understood nothing in that. ${FIRST_QUESTIONS.join(" ")}`] = questions;
  const unpriced = notPricedIn(text).map(notPricedSentence);
  return new UserError(
    unpriced.length > 0 ? unpriced.join(" ") : open,
    `${unpriced.length > 0 ? "To be advised, say" : "Say"} for instance: 3 services for a startup of two on AWS, 100 a month. Or use the form: ${form}.`,
  );
}
