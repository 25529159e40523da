import type { RequestListener } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { createMetrics } from "../../../src/adapters/http/metrics.ts";
import type { HttpOptions, HttpServer } from "../../../src/adapters/http/server.ts";
import { UnavailableError } from "../../../src/core/errors.ts";
import { memoryStore, serving, TOKEN } from "./serving.ts";

const running: HttpServer[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

async function serve(options: Partial<HttpOptions> = {}) {
  const server = await serving(await memoryStore(), {
    pages: [
      async (app) => {
        app.get("/", (_request, reply) => reply.type("text/html").send("<p>page</p>"));
        app.post("/api", () => ({ done: true }));
      },
    ],
    ...options,
  });
  running.push(server);
  return server;
}

const onLoopback = (url: string, headers: Record<string, string> = {}) =>
  ({ method: "GET", url, headers: { host: "127.0.0.1:3000", ...headers } }) as const;
const post = (headers: Record<string, string>) =>
  ({ method: "POST", url: "/api", headers: { host: "localhost:3000", ...headers }, payload: {} }) as const;

describe("told to stop", () => {
  it("says that it is not ready, answers on, and asks who is connected to go elsewhere; then it closes", async () => {
    const server = await serve();
    const address = await server.listen({ host: "127.0.0.1", port: 0 });
    const before = await fetch(`${address}/`);
    expect([before.status, before.headers.get("connection")]).toEqual([200, "keep-alive"]);
    server.drain();
    const ready = await fetch(`${address}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([
      503,
      { status: "not ready", failing: ["stopping"], reasons: {} },
    ]);
    const during = await fetch(`${address}/`);
    expect([during.status, during.headers.get("connection")]).toEqual([200, "close"]);
    await server.close();
    await expect(fetch(`${address}/`)).rejects.toThrow();
  });
});

describe("health", () => {
  it("is a metric, too", async () => {
    let up = true;
    const { registry } = createMetrics();
    const check = async () => {
      if (!up) throw new Error("down");
    };
    await serve({ metrics: registry, ready: [{ name: "store", check }] });
    expect(await registry.metrics()).toContain("k8s_advise_ready 1");
    up = false;
    expect(await registry.metrics()).toContain("k8s_advise_ready 0");
  });

  it("is alive whatever else fails", async () => {
    const { app } = await serve({ ready: [{ name: "store", check: () => Promise.reject(new Error("down")) }] });
    expect((await app.inject("/healthz")).statusCode).toBe(200);
  });

  it("is ready when every check passes, and otherwise names those that fail", async () => {
    let up = false;
    const check = async () => {
      if (!up) throw new Error("down");
    };
    const { app } = await serve({
      ready: [
        { name: "store", check },
        { name: "slack", check: async () => {} },
      ],
    });
    const before = await app.inject("/readyz");
    expect([before.statusCode, before.json()]).toEqual([503, { status: "not ready", failing: ["store"], reasons: {} }]);
    up = true;
    expect((await app.inject("/readyz")).statusCode).toBe(200);
  });

  it("says why where there are words for it", async () => {
    const check = () =>
      Promise.reject(new UnavailableError("The disk is full.", "Make room.", { cause: new Error("13") }));
    const { app } = await serve({ ready: [{ name: "store", check }] });
    expect((await app.inject("/readyz")).json().reasons).toEqual({ store: "The disk is full." });
  });

  it("does not wait for a check that hangs", async () => {
    const { app } = await serve({ ready: [{ name: "store", check: () => new Promise(() => {}) }] });
    expect((await app.inject("/readyz")).json().failing).toEqual(["store"]);
  });
});

describe("mounts", () => {
  it("get the request untouched, body and all, below their own prefix alone", async () => {
    const heard: string[] = [];
    const listener: RequestListener = (request, response) => {
      request.setEncoding("utf8").on("data", (body) => heard.push(`${request.url} ${body}`));
      request.on("end", () => response.end("mounted"));
    };
    const server = await serve({ mounts: [{ prefix: "/slack", listener }] });
    const address = await server.listen({ host: "127.0.0.1", port: 0 });
    const call = (path: string) => fetch(`${address}${path}`, { method: "POST", body: "a=%20b&c" });
    expect(await (await call("/slack/events?x=1")).text()).toBe("mounted");
    expect(heard).toEqual(["/slack/events?x=1 a=%20b&c"]);
    expect((await call("/slackers")).status).toBe(404);
  });
});

describe("the loopback playground", () => {
  it.each(["127.0.0.1:3000", "localhost", "[::1]:3000"])("answers to the name %s", async (host) => {
    const { app } = await serve();
    expect((await app.inject(onLoopback("/", { host }))).statusCode).toBe(200);
  });

  it.each(["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:3000"])(
    "refuses the name %s, which another page made resolve here",
    async (host) => {
      const { app } = await serve();
      expect((await app.inject(onLoopback("/", { host }))).statusCode).toBe(403);
    },
  );

  it.each([
    ["its own page", 200, { "sec-fetch-site": "same-origin" }],
    ["its own page in an older browser", 200, { origin: "http://localhost:3000" }],
    ["no page at all", 200, { accept: "*/*" }],
    ["another site", 403, { "sec-fetch-site": "cross-site" }],
    ["another port of this machine", 403, { "sec-fetch-site": "same-site" }],
    ["another site in an older browser", 403, { origin: "https://evil.example" }],
    ["a page without an origin", 403, { origin: "null" }],
  ])("answers a change that %s asks for with %i", async (_from, status, headers: Record<string, string>) => {
    const { app } = await serve();
    expect((await app.inject(post(headers))).statusCode).toBe(status);
  });

  it("takes JSON alone, which no form of another site can send", async () => {
    const { app } = await serve();
    const form = { ...post({ "content-type": "text/plain" }), payload: "{}" };
    const urlencoded = { ...post({ "content-type": "application/x-www-form-urlencoded" }), payload: "a=b" };
    expect((await app.inject(urlencoded)).statusCode).toBe(415);
    expect((await app.inject(form)).statusCode).toBe(415);
  });

  it("forbids scripts, styles and frames from anywhere else", async () => {
    const { app } = await serve();
    const policy = String((await app.inject(onLoopback("/"))).headers["content-security-policy"]);
    expect(policy.split(";").sort()).toEqual([
      "base-uri 'none'",
      "connect-src 'self'",
      "default-src 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "img-src 'self' data:",
      "script-src 'self'",
      "style-src 'self'",
    ]);
  });
});

describe("metrics", () => {
  const bearer = (authorization: string) => ({ method: "GET", url: "/metrics", headers: { authorization } }) as const;
  const far = () => serve({ loopback: false, accessToken: TOKEN, metrics: createMetrics().registry });

  it.each([
    [`Bearer ${TOKEN}`, 200],
    [`bearer ${TOKEN}`, 200],
    ["Bearer wrong", 401],
    [`Bearer ${TOKEN}x`, 401],
    ["Basic abc", 401],
  ])("take the header %s as they should", async (authorization, status) => {
    const { app } = await far();
    expect((await app.inject(bearer(authorization))).statusCode).toBe(status);
    expect((await app.inject("/healthz")).statusCode).toBe(200);
  });

  it("stop a guesser, and not whoever asks without a token", async () => {
    const { app } = await far();
    for (let tries = 1; tries <= 40; tries++) expect((await app.inject("/metrics")).statusCode).toBe(401);
    for (let tries = 1; tries <= 30; tries++) await app.inject(bearer("Bearer guess"));
    const refused = await app.inject(bearer(`Bearer ${TOKEN}`));
    expect([refused.statusCode, refused.json()]).toEqual([
      429,
      { message: "Too many wrong tokens.", hint: "Try again in 15 min." },
    ]);
  });

  it("are not served unless switched on", async () => {
    const { app } = await serve();
    expect((await app.inject(onLoopback("/metrics"))).statusCode).toBe(404);
  });
});

describe("closing", () => {
  it("lets what is under way end, and takes nothing more", async () => {
    let finish = () => {};
    let begun = () => {};
    const hasBegun = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const listener: RequestListener = (_request, response) => {
      finish = () => response.end("finished");
      begun();
    };
    const server = await serve({ mounts: [{ prefix: "/slow", listener }] });
    const address = await server.listen({ host: "127.0.0.1", port: 0 });
    const underWay = fetch(`${address}/slow`);
    await hasBegun;
    const closed = server.close();
    await expect(fetch(`${address}/healthz`)).rejects.toThrow();
    finish();
    expect(await (await underWay).text()).toBe("finished");
    await closed;
  });
});
