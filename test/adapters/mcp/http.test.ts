import { afterEach, describe, expect, it } from "vitest";
import type { HttpServer } from "../../../src/adapters/http/server.ts";
import { mcpRoute } from "../../../src/adapters/mcp/http.ts";
import { aTeam } from "../../app/team.ts";
import { memoryStore, serving, silent, TOKEN } from "../http/serving.ts";

const running: HttpServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

const PING = { jsonrpc: "2.0", id: 1, method: "ping" };

async function knock(headers: Record<string, string>, accessToken: string | null = null): Promise<number> {
  const { advisor, library, store } = await aTeam("cli", "local");
  const files = { read: () => Promise.reject(new Error("nobody hands in files here")) };
  const programs = { advisor, library, files, threads: store.threads, clock: { now: () => new Date() } };
  const route = mcpRoute({ programs, version: "1.2.3", log: silent });
  const server = await serving(await memoryStore(), { programs: [route], accessToken });
  running.push(server);
  const accept = "application/json, text/event-stream";
  const response = await server.app.inject({
    method: "POST",
    url: "/mcp",
    headers: { host: "127.0.0.1:3000", accept, ...headers },
    payload: PING,
  });
  return response.statusCode;
}

describe("/mcp on the loopback address without a token", () => {
  it("answers programs of this machine", async () => {
    expect(await knock({})).toBe(200);
  });

  it.each([
    ["a name that another page made resolve here", { host: "evil.example" }],
    ["a page of another site", { origin: "https://evil.example" }],
  ])("refuses %s", async (_what, headers: Record<string, string>) => {
    expect(await knock(headers)).toBe(403);
  });
});

describe("/mcp with a token", () => {
  it("answers who has it, by whatever name it is reached, and nobody else", async () => {
    expect(await knock({ authorization: `Bearer ${TOKEN}` }, TOKEN)).toBe(200);
    expect(await knock({}, TOKEN)).toBe(401);
  });
});
