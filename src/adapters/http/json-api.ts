import { randomUUID } from "node:crypto";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { Log } from "../../app/ports/process.ts";
import { adviseJson, answerOf, type ProgramParts, readAdviseRequest } from "../../app/programs/advise.ts";
import { program } from "../../app/programs/asker.ts";
import { openApi, type Problem } from "../../app/programs/openapi.ts";
import { priceOf, readPriceRequest } from "../../app/programs/price.ts";
import { printed } from "../../app/programs/printed.ts";
import { UnavailableError, UserError } from "../../core/errors.ts";
import type { requireBearer } from "./bearer.ts";
import { API_CSS, apiPage } from "./openapi-page.ts";

const BODY_LIMIT = 8 * 1024 * 1024; // a large list of manifests; more is read by the command line

/** Answers programs over HTTP: in JSON what the command line prints with `--json`, to the byte; and says how to ask. */
export function jsonApi({ programs, version, log }: { programs: ProgramParts; version: string; log: Log }) {
  const document = openApi(version);
  const page = apiPage(document);
  return async (app: FastifyInstance, onRequest: ReturnType<typeof requireBearer>[]): Promise<void> => {
    app.setErrorHandler((error, _request, reply) => sayError(log, error, reply));
    app.post("/api/advise", { bodyLimit: BODY_LIMIT, onRequest }, async ({ body }, reply) =>
      sayJson(reply, adviseJson(await answerOf(programs, program(), readAdviseRequest(body)))),
    );
    app.post("/api/price", { onRequest }, ({ body }, reply) =>
      sayJson(reply, priceOf(programs.library, readPriceRequest(body))),
    );
    app.get("/api/openapi.json", (_request, reply) => sayJson(reply, document));
    app.get("/api", (_request, reply) => reply.type("text/html; charset=utf-8").send(page));
    app.get("/api/page.css", (_request, reply) => reply.type("text/css; charset=utf-8").send(API_CSS));
  };
}

const sayJson = (reply: FastifyReply, answer: object): FastifyReply =>
  reply
    .type("application/json; charset=utf-8")
    .header("cache-control", "no-store")
    .send(`${printed(answer)}\n`);

/** What the framework refuses before we see it, in words. */
const REFUSALS: ReadonlyMap<number, Problem> = new Map<number, Problem>([
  [400, { message: "That is no JSON.", hint: "Send a JSON object; /api/openapi.json says which." }],
  [413, { message: "That is too long.", hint: "Send less than 8 MiB, or use the command line." }],
  [415, { message: "That is no JSON.", hint: "Send it with content-type: application/json." }],
  [429, { message: "That is too much at once.", hint: "Wait a minute, then try again." }],
]);

function sayError(log: Log, error: unknown, reply: FastifyReply): FastifyReply {
  const say = (status: number, problem: Problem) => reply.code(status).send(problem);
  if (error instanceof UserError) return say(422, { message: error.message, hint: error.hint });
  const status = error instanceof Error && "statusCode" in error ? Number(error.statusCode) : 500;
  if (status < 500)
    return say(status, REFUSALS.get(status) ?? { message: "That cannot be read.", hint: "See /api/openapi.json." });
  const reference = randomUUID().slice(0, 8);
  log.error({ err: error, reference }, "a program could not be answered");
  if (error instanceof UnavailableError)
    return say(503, { message: error.message, hint: `${error.hint} Reference: ${reference}.` });
  return say(500, { message: "Something went wrong on our side.", hint: `It is logged as ${reference}. Try again.` });
}
