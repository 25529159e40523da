import { consider, type Knowledge } from "../../../../src/core/decision/consider.ts";
import type { Flip } from "../../../../src/core/decision/estimate.ts";
import type { FlipFinder, Question } from "../../../../src/core/decision/flips/flip-finder.ts";
import { parseRequirement } from "../../../../src/core/question/parse-requirement.ts";
import type { Requirement, RequirementInput } from "../../../../src/core/question/requirement.ts";
import { LIST_TERMS } from "../../../../src/core/question/terms.ts";
import { today } from "../../real-catalog.ts";

/** Who wins when the question is really asked again, with `change`. */
export function winnerOf(asked: RequirementInput, change: Partial<Requirement> = {}, knowledge: Knowledge = today) {
  const requirement = { ...parseRequirement(asked).requirement, ...change };
  return consider(requirement, knowledge).ranked[0]?.priced.candidate.platform.id ?? null;
}

/** The answered question as a finder gets it. */
export function questionOf(asked: RequirementInput, only: string[] = [], knowledge: Knowledge = today): Question {
  const { requirement } = parseRequirement({ ...asked, only });
  const considered = consider(requirement, knowledge);
  const winner = considered.ranked[0]?.priced.candidate.platform.id;
  if (winner === undefined) throw new Error("Nothing stands");
  return { requirement, considered, knowledge, terms: LIST_TERMS, assumed: [], winner };
}

/** The one flip that a finder finds. */
export function onlyFlip(find: FlipFinder, asked: RequirementInput): Flip & { to: number } {
  const [flip, ...others] = find(questionOf(asked));
  if (flip === undefined || others.length > 0)
    throw new Error(`Found ${others.length + Number(flip !== undefined)} flips`);
  const { to } = flip;
  if (typeof to !== "number") throw new Error(`${to} is no number`);
  return { ...flip, to };
}
