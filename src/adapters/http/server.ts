import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import Fastify, { type FastifyInstance } from "fastify";
import { Gauge, type Registry } from "prom-client";
import type { Log } from "../../app/ports/process.ts";
import type { RateLimits } from "../../app/ports/rate-limits.ts";
import { UnavailableError, UserError } from "../../core/errors.ts";
import { requireBearer } from "./bearer.ts";
import { isLocalHost, isOwnPage } from "./origin.ts";
import { requireSession, type WhoAsks } from "./session.ts";
import { signInRoutes } from "./sign-in.ts";
import type { SignIn } from "./sign-in-options.ts";
import { wrongTokens } from "./wrong-tokens.ts";

/** A shell's own listener: it gets every request below `prefix` untouched, body and all. */
export interface Mount {
  prefix: string; // "/slack"
  listener: RequestListener;
}

export interface HttpOptions {
  log: Log;
  mounts: Mount[];
  /** What must work before requests may come; each rejects while it does not. */
  ready: { name: string; check: () => Promise<unknown> }[];
  /** Pages for people, who are signed in where that is asked for. */
  pages: ((app: FastifyInstance, who: WhoAsks) => Promise<void>)[];
  /** Routes for programs, which ask for the access token by `onRequest` where there is one. */
  programs: ((app: FastifyInstance, onRequest: ReturnType<typeof requireBearer>[]) => Promise<void>)[];
  metrics: Registry | null; // null: no /metrics
  accessToken: string | null; // asked for by the metrics and of programs; null: only where nobody but this machine can connect
  signIn: SignIn | null; // null: nobody signs in, only where nobody but this machine can connect
  rateLimits: RateLimits; // of wrong tokens
  trustedProxies: string[]; // addresses and ranges whose word is taken for where a request comes from
  loopback: boolean;
}

export interface HttpServer {
  app: FastifyInstance;
  /** Resolves with the address once requests are taken. */
  listen(at: { host: string; port: number }): Promise<string>;
  /** Says that it is not ready any more, and asks who is connected to come back on another connection; still answers. */
  drain(): void;
  /** Takes no more requests, lets those under way end, and gives up on them after a while. */
  close(): Promise<void>;
}

const CLOSE_AFTER_MS = 8_000; // below the 10 s that `docker stop` waits
const CALLS_A_MINUTE = 600;
const READY_WITHIN_MS = 2_000;

/** The process's one server: health, metrics, the pages, and the shells' own listeners. */
export async function httpServer(options: HttpOptions): Promise<HttpServer> {
  let draining = false;
  let closing = false;
  let server: Server | null = null;
  const app = Fastify({
    logger: false,
    trustProxy: options.trustedProxies.length > 0 ? options.trustedProxies : false,
    serverFactory: (handler) => {
      server = createServer((request, response) => {
        if (draining) response.setHeader("connection", "close"); // whoever kept it alive asks another process next
        response.once("finish", () => closing && request.socket.end()); // a kept-alive connection would keep us
        dispatch(options.mounts, handler, request, response);
      });
      return server;
    },
  });
  app.removeContentTypeParser("text/plain"); // a form of another site can send it; JSON it cannot
  logRequests(app, options.log);
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: POLICY },
    strictTransportSecurity: false, // the proxy that ends TLS says this, if there is one
  });
  await app.register(rateLimit, {
    max: CALLS_A_MINUTE,
    timeWindow: 60_000,
    allowList: (request) => isHealth(request.url),
  });
  app.get("/healthz", () => ({ status: "alive" }));
  const failingNow = async (): Promise<FailingCheck[]> =>
    draining ? [{ name: "stopping" }] : failingChecks(options.ready, options.log);
  if (options.metrics !== null) observeReadiness(options.metrics, failingNow);
  app.get("/readyz", async (_request, reply) => {
    const failing = await failingNow();
    if (failing.length === 0) return { status: "ready", failing: [] };
    const reasons = Object.fromEntries(failing.flatMap(({ name, reason }) => (reason ? [[name, reason]] : [])));
    return reply.code(503).send({ status: "not ready", failing: failing.map(({ name }) => name), reasons });
  });
  await app.register((guarded) => guardedPages(guarded, options));
  return {
    app,
    listen: (at) => app.listen(at),
    drain() {
      draining = true;
    },
    async close() {
      draining = true;
      closing = true;
      const late = setTimeout(() => server?.closeAllConnections(), CLOSE_AFTER_MS);
      await app.close();
      clearTimeout(late);
    },
  };
}

const POLICY = {
  "default-src": ["'none'"],
  "script-src": ["'self'"],
  "style-src": ["'self'"],
  "img-src": ["'self'", "data:"],
  "connect-src": ["'self'"],
  "form-action": ["'self'"],
  "base-uri": ["'none'"],
  "frame-ancestors": ["'none'"],
};

function dispatch(mounts: Mount[], pages: RequestListener, request: IncomingMessage, response: ServerResponse): void {
  const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
  const mount = mounts.find(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`));
  (mount?.listener ?? pages)(request, response);
}

async function guardedPages(
  app: FastifyInstance,
  { pages, programs, metrics, accessToken, signIn, rateLimits, loopback, log }: HttpOptions,
): Promise<void> {
  app.addHook("onRequest", async (request, reply) => {
    const changes = request.method !== "GET" && request.method !== "HEAD";
    const isOpen = loopback && signIn === null; // then its name is all that tells this machine's pages from others
    if ((isOpen && !isLocalHost(request.headers)) || (changes && !isOwnPage(request.headers)))
      return reply.code(403).send({ message: "This page answers only itself.", hint: "Open it by its own address." });
  });
  const wrong = wrongTokens(rateLimits);
  const onRequest = accessToken === null ? [] : [requireBearer(accessToken, wrong)];
  if (metrics !== null)
    app.get("/metrics", { onRequest }, async (_request, reply) =>
      reply.type(metrics.contentType).send(await metrics.metrics()),
    );
  for (const program of programs) await app.register((own) => program(own, onRequest));
  if (pages.length === 0) return;
  await app.register(async (people) => {
    const who = signIn === null ? () => null : requireSession(people, signIn);
    if (signIn !== null) await people.register(signInRoutes(signIn, wrong, log));
    for (const page of pages) await people.register((own) => page(own, who));
  });
}

const isHealth = (url: string | undefined) => url === "/healthz" || url === "/readyz";

/** Asked for every few seconds by machines: only their failures are worth a line. */
const isProbe = (url: string | undefined) => isHealth(url) || url === "/metrics";

/** By route, never by address or body: those hold what people typed. */
function logRequests(app: FastifyInstance, log: Log): void {
  app.addHook("onResponse", async (request, reply) => {
    if (isProbe(request.url) && reply.statusCode < 400) return;
    const { method, routeOptions } = request;
    const ms = Math.round(reply.elapsedTime);
    log.info({ method, route: routeOptions.url ?? "none", status: reply.statusCode, ms }, "answered over HTTP");
  });
}

/** Whether requests should come, as a metric. */
function observeReadiness(registry: Registry, failingNow: () => Promise<unknown[]>): void {
  new Gauge({
    name: "k8s_advise_ready",
    help: "1 where the process may be asked, 0 where it starts, stops or lacks something",
    registers: [registry],
    async collect() {
      this.set((await failingNow()).length === 0 ? 1 : 0);
    },
  });
}

interface FailingCheck {
  name: string;
  reason?: string; // only where there are words for it that give nothing away
}

async function failingChecks(checks: HttpOptions["ready"], log: Log): Promise<FailingCheck[]> {
  const failing = await Promise.all(
    checks.map(async ({ name, check }) => {
      const late = AbortSignal.timeout(READY_WITHIN_MS);
      const tooLate = new Promise((_, reject) => late.addEventListener("abort", () => reject(late.reason)));
      try {
        await Promise.race([check(), tooLate]);
        return null;
      } catch (error) {
        log.warn({ err: error, check: name }, "not ready");
        return error instanceof UserError || error instanceof UnavailableError
          ? { name, reason: error.message }
          : { name };
      }
    }),
  );
  return failing.filter((check) => check !== null);
}
