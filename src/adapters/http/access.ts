import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { LOGIN_CSS, loginPage } from "./login-page.ts";

const COOKIE = "k8s-advise";
const COOKIE_SECONDS = 30 * 24 * 3600;
const LOGIN_LIMIT = { max: 10, timeWindow: 60_000 };

/** Asks for `token` before anything else of `app` is served: as a bearer, or once on a login page that sets a cookie. */
export function requireToken(app: FastifyInstance, token: string): void {
  app.addHook("onRequest", async (request, reply) => {
    if (isOpen(request) || isKnown(request, token)) return;
    if (request.method === "GET" && request.headers.accept?.includes("text/html")) return reply.redirect("/login", 303);
    return reply
      .code(401)
      .header("www-authenticate", "Bearer")
      .send({ message: "This needs the access token.", hint: "Send it as a bearer token, or log in at /login." });
  });
}

/** The login page. `/login` and its style are the only addresses that need no token. */
export async function login(app: FastifyInstance, { token }: { token: string }): Promise<void> {
  app.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  app.get("/login.css", (_request, reply) => reply.type("text/css; charset=utf-8").send(LOGIN_CSS));
  app.get("/login", (_request, reply) => sendPage(reply, 200, null));
  app.post<{ Body: { token?: unknown } | null }>("/login", { config: { rateLimit: LOGIN_LIMIT } }, (request, reply) => {
    const given = request.body?.token;
    if (typeof given !== "string" || !sameText(given.trim(), token))
      return sendPage(reply, 401, "That is not the access token.");
    const secure = request.protocol === "https" || request.headers["x-forwarded-proto"] === "https";
    const attributes = `Path=/; HttpOnly; SameSite=Strict; Max-Age=${COOKIE_SECONDS}${secure ? "; Secure" : ""}`;
    return reply.header("set-cookie", `${COOKIE}=${cookieValue(token)}; ${attributes}`).redirect("/", 303);
  });
}

const isOpen = (request: FastifyRequest) => ["/login", "/login.css"].includes(request.routeOptions.url ?? "");

const sendPage = (reply: FastifyReply, status: number, fault: string | null) =>
  reply.code(status).type("text/html; charset=utf-8").header("cache-control", "no-store").send(loginPage(fault));

function isKnown({ headers }: FastifyRequest, token: string): boolean {
  const bearer = /^Bearer (.+)$/i.exec(headers.authorization ?? "")?.[1];
  if (bearer !== undefined) return sameText(bearer, token);
  const cookie = new RegExp(`(?:^|; )${COOKIE}=([^;]+)`).exec(headers.cookie ?? "")?.[1];
  return cookie !== undefined && sameText(cookie, cookieValue(token));
}

/** What the browser keeps: it opens the page, and the token cannot be read from it. */
const cookieValue = (token: string) => createHash("sha256").update(`cookie:${token}`).digest("base64url");

/** Equal, in a time that says nothing about where they differ or how long they are. */
function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
