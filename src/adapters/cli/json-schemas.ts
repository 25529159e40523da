import { z } from "zod";
import { AdviseJson } from "../../app/programs/advise.ts";
import { PriceAnswer } from "../../core/price/price-answer.ts";
import { RequirementInput } from "../../core/question/requirement.ts";

/** What goes in and comes out as JSON, by the name `schema` knows it by. */
export const JSON_SCHEMAS = {
  estimate: () => z.toJSONSchema(AdviseJson),
  requirement: () => z.toJSONSchema(RequirementInput, { io: "input" }),
  price: () => z.toJSONSchema(PriceAnswer),
} as const;
