import { localhostHostValidation, localhostOriginValidation } from "@modelcontextprotocol/fastify";
import { createMcpHandler } from "@modelcontextprotocol/server";
import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestHookHandler } from "fastify";
import { type McpParts, mcpServers } from "./server.ts";

const BODY_LIMIT = 8 * 1024 * 1024; // a large list of manifests

/**
 * The tools at `/mcp` over Streamable HTTP, a server for each request and none kept between them. Where no token is asked for,
 * only names and pages of this machine are answered. https://modelcontextprotocol.io/specification/2026-07-28/basic/transports
 */
export function mcpRoute(parts: McpParts) {
  const handler = createMcpHandler(mcpServers(parts), {
    onerror: (error) => parts.log.warn({ err: error }, "a call of a tool could not be read"),
  });
  return async (app: FastifyInstance, guards: onRequestHookHandler[]): Promise<void> => {
    const onRequest = guards.length > 0 ? guards : [localhostHostValidation(), localhostOriginValidation()];
    app.addHook("onClose", () => handler.close());
    app.route({
      method: ["GET", "POST", "DELETE"],
      url: "/mcp",
      bodyLimit: BODY_LIMIT,
      onRequest,
      handler: async (request, reply) =>
        reply.send(await handler.fetch(webRequest(request, reply), { parsedBody: request.body })),
    });
  };
}

/** The request as the web's own, without its body, which is read already. */
function webRequest({ method, url, headers }: FastifyRequest, reply: FastifyReply): Request {
  const gone = new AbortController();
  reply.raw.once("close", () => gone.abort());
  const given = Object.entries(headers).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value ?? ""]).map((each): [string, string] => [name, each]),
  );
  return new Request(`http://${headers.host ?? "localhost"}${url}`, { method, headers: given, signal: gone.signal });
}
