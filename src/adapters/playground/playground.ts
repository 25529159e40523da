import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Conversation } from "../../app/conversation.ts";
import { type PlatformErrors, userMessage } from "../../app/delivery/errors.ts";
import type { Person } from "../../app/ports/asker.ts";
import type { Log } from "../../app/ports/process.ts";
import { problemWords } from "../../cards/error-card.ts";
import { UnavailableError, UserError } from "../../core/errors.ts";
import { answer } from "./api.ts";
import { pageFiles } from "./assets.ts";
import type { PageError } from "./page/wire.ts";
import { pageHtml } from "./page-html.ts";

const MOST_SUGGESTIONS = 12;
const BODY_LIMIT = 2 * 1024 * 1024; // a manifest and the rest of its form

/** The chat page and the calls it makes. Throws at start when the page's script was not built. */
export function playground({ conversation, log }: { conversation: Conversation; log: Log }) {
  const files = pageFiles();
  return async (app: FastifyInstance, who: (request: FastifyRequest) => Person | null): Promise<void> => {
    app.setErrorHandler((error, _request, reply) => sayError(log, error, reply));
    app.get("/", (request, reply) =>
      reply
        .type("text/html; charset=utf-8")
        .header("cache-control", "no-store")
        .send(pageHtml(who(request)).text),
    );
    for (const file of files) {
      app.get(file.path, (_request, reply) =>
        reply.type(file.mediaType).header("cache-control", "no-cache").send(file.text),
      );
    }
    app.post("/api/intent", { bodyLimit: BODY_LIMIT }, async (request, reply) => {
      reply.header("cache-control", "no-store");
      return answer(conversation, request.body, who(request));
    });
    app.get("/api/suggest", (request) => {
      const { q } = z.object({ q: z.string().max(200).catch("") }).parse(request.query);
      return conversation.suggestPrices(q, MOST_SUGGESTIONS);
    });
  };
}

/** What the framework refuses before we see it, in words. */
const REFUSALS: Record<number, PageError> = {
  413: { message: "That is too long.", hint: "Shorten it, or send a smaller file." },
  429: { message: "That is too much at once.", hint: "Wait a minute, then try again." },
};
/** Between us and the page is no platform that could refuse. */
const PAGE_ERRORS: PlatformErrors = { refusal: () => null, fields: (err) => ({ err }), mayPass: () => true };
const UNREADABLE: PageError = { message: "The page sent something unknown.", hint: "Load the page again." };

function sayError(log: Log, error: unknown, reply: FastifyReply): FastifyReply {
  if (error instanceof UserError) return reply.code(422).send({ message: error.message, hint: error.hint });
  const status = error instanceof Error && "statusCode" in error ? Number(error.statusCode) : 500;
  if (status < 500) return reply.code(status).send(REFUSALS[status] ?? UNREADABLE);
  const { title, text } = problemWords(userMessage(error, PAGE_ERRORS, log));
  return reply.code(error instanceof UnavailableError ? 503 : 500).send({ message: title, hint: text });
}
