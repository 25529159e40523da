import type { Estimate, Understood } from "../core/decision/estimate.ts";
import { notPricedIn, notPricedSentence } from "../core/price/not-priced.ts";
import { claimRemarks } from "../core/question/claim-remarks.ts";
import { type Understanding, understand } from "../language/understand.ts";
import type { Question } from "./advisor.ts";
import type { Library } from "./knowledge.ts";

/** Free text as a question to the advisor, and all that was read in it. */
export function asQuestion(
  text: string,
  library: Library,
): { question: Question & { understood: Understood[] }; said: Understanding } {
  const said = understand(text, library.vocabulary());
  return { question: { input: said.input, understood: said.understood, unparsed: said.unparsed }, said };
}

/** What an answer should say about the words that asked for it: open questions, how names were read, figures put right. */
export function remarksOn(
  { questions, corrections, claims, notes, unparsed }: Understanding,
  estimate: Estimate,
  library: Library,
): string[] {
  const { book } = library.knowledge();
  return [
    ...questions,
    ...corrections.map(({ typed, read }) => `I read “${typed}” as ${read}.`),
    ...notes,
    ...unparsed.flatMap((phrase) => notPricedIn(phrase).map(notPricedSentence)),
    ...claimRemarks(claims, estimate.requirement, book),
  ];
}
