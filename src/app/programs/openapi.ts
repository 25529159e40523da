import { z } from "zod";
import { PriceAnswer } from "../../core/price/price-answer.ts";
import { AdviseJson, AdviseRequest } from "./advise.ts";
import { PriceRequest } from "./price.ts";

/** What is said of a question that was not answered, and what to do. */
export const Problem = z.strictObject({ message: z.string(), hint: z.string() });
export type Problem = z.infer<typeof Problem>;

const schemaOf = (schema: z.ZodType, io: "input" | "output") => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io });
  return rest;
};

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (name: string) => ({ "application/json": { schema: ref(name) } });
const refused = (description: string) => ({ description, content: json("Problem") });

const REFUSALS = {
  401: refused("The access token is missing or wrong."),
  413: refused("The request is too long."),
  422: refused("Something in the question is to be put right."),
  429: refused("Too many requests, or too many wrong tokens."),
  500: refused("Our fault; it is logged under the reference given."),
  503: refused("What the answer needs cannot be reached, such as the database."),
} as const;

interface Call {
  id: string;
  summary: string;
  description: string;
  takes: string;
  gives: string;
  example: object;
}

const CALLS: ReadonlyMap<string, Call> = new Map<string, Call>([
  [
    "/api/advise",
    {
      id: "advise",
      summary: "Where to run Kubernetes, with a priced plan for every platform",
      description:
        "Takes the keys of a requirement, words, files, or several of them; gives what `k8s-advise advise --json` prints. With `from` the text follows up an earlier answer.",
      takes: "AdviseRequest",
      gives: "Advice",
      example: { text: "startup, 2 engineers, MVP", budgetUsd: 100 },
    },
  ],
  [
    "/api/price",
    {
      id: "price",
      summary: "What one thing costs",
      description: "Gives what `k8s-advise price --json` prints.",
      takes: "PriceRequest",
      gives: "PriceAnswer",
      example: { query: "t3.medium x3 frankfurt" },
    },
  ],
]);

const pathOf = ({ id, summary, description, takes, gives, example }: Call) => ({
  post: {
    operationId: id,
    summary,
    description,
    requestBody: { required: true, content: { "application/json": { schema: ref(takes), example } } },
    responses: { 200: { description: "The answer", content: json(gives) }, ...REFUSALS },
  },
});

/** The JSON API as an OpenAPI document, made of the schemas that its requests are checked with. https://spec.openapis.org/oas/v3.1.1.html */
export function openApi(version: string) {
  return {
    openapi: "3.1.1",
    info: {
      title: "k8s-advise",
      version,
      description:
        "Where to run Kubernetes, priced line by line. The same question, catalog and day give the same bytes.",
      license: { name: "MIT", identifier: "MIT" },
    },
    security: [{ accessToken: [] }],
    paths: Object.fromEntries([...CALLS].map(([path, call]) => [path, pathOf(call)])),
    components: {
      securitySchemes: {
        accessToken: { type: "http", scheme: "bearer", description: "ACCESS_TOKEN of the process, where it is set." },
      },
      schemas: {
        AdviseRequest: schemaOf(AdviseRequest, "input"),
        Advice: schemaOf(AdviseJson, "output"),
        PriceRequest: schemaOf(PriceRequest, "input"),
        PriceAnswer: schemaOf(PriceAnswer, "output"),
        Problem: schemaOf(Problem, "output"),
      },
    },
  };
}
export type OpenApi = ReturnType<typeof openApi>;
