import type { FastifyReply, FastifyRequest } from "fastify";
import { sameText } from "./same-text.ts";
import { tryAgain, type WrongTokens } from "./wrong-tokens.ts";

/** Asks for the access token in the header `Authorization: Bearer …`, as machines send it. */
export function requireBearer(token: string, wrong: WrongTokens) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const guesser = { name: null, address: request.ip };
    const given = /^Bearer (.+)$/i.exec(request.headers.authorization ?? "")?.[1];
    if (given !== undefined) {
      const wait = await wrong.wait(guesser);
      if (wait !== null) return reply.code(429).send({ message: "Too many wrong tokens.", hint: tryAgain(wait) });
      if (sameText(given, token)) return undefined;
      await wrong.count(guesser);
    }
    return reply
      .code(401)
      .header("www-authenticate", "Bearer")
      .send({ message: "This needs the access token.", hint: "Send it as a bearer token." });
  };
}
