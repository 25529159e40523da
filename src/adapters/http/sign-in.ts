import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Log } from "../../app/ports/process.ts";
import type { Session } from "../../app/ports/sessions.ts";
import { UserError } from "../../core/errors.ts";
import { cookieOf, setCookie } from "./cookies.ts";
import type { IdentityProvider, PendingSignIn } from "./identity-provider.ts";
import { sameText } from "./same-text.ts";
import { SESSION_COOKIE, SESSION_COOKIE_SECONDS, tokenVia } from "./session.ts";
import type { SignIn } from "./sign-in-options.ts";
import { SIGN_IN_CSS, signInPage } from "./sign-in-page.ts";
import { tryAgain, type WrongTokens } from "./wrong-tokens.ts";

const PENDING_COOKIE = "k8s-advise-sign-in";
const PENDING_SECONDS = 10 * 60;

/** Letters, digits and what stands between them in a name. */
const Name = z
  .string()
  .transform((name) => name.normalize("NFKC").trim().replace(/\s+/g, " "))
  .pipe(z.string().regex(/^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} .,'’_-]{0,39}$/u));

const Form = z.object({ name: z.string().max(200), token: z.string().max(1_000) });
const Pending = z.strictObject({ state: z.string().min(16), nonce: z.string(), codeVerifier: z.string() });

/** `/sign-in`, the way to each provider and back, and `/sign-out`. */
export function signInRoutes(signIn: SignIn, wrong: WrongTokens, log: Log) {
  const { providers } = signIn;
  const page = (reply: FastifyReply, status: number, fault: string | null, name = "") =>
    reply
      .code(status)
      .type("text/html; charset=utf-8")
      .header("cache-control", "no-store")
      .send(signInPage({ providers, fault, name }));

  const isHttps = signIn.publicUrl?.startsWith("https:") === true;
  const keep = (reply: FastifyReply, name: string, value: string, seconds: number) =>
    setCookie(reply, { name, value, seconds, secure: isHttps || reply.request.protocol === "https" });

  async function begin(reply: FastifyReply, session: Session): Promise<FastifyReply> {
    const secret = await signIn.sessions.start(signIn.tenant, session);
    keep(reply, SESSION_COOKIE, secret, SESSION_COOKIE_SECONDS);
    return reply.redirect("/", 303);
  }

  return async (app: FastifyInstance): Promise<void> => {
    app.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_request, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    app.get("/sign-in.css", (_request, reply) => reply.type("text/css; charset=utf-8").send(SIGN_IN_CSS));
    app.get("/sign-in", (_request, reply) => page(reply, 200, null));
    if (providers.length === 0 && signIn.accessToken !== null) {
      const { accessToken } = signIn;
      app.post("/sign-in", (request, reply) => byToken(request, reply, accessToken));
    }
    for (const provider of providers) withProvider(app, provider);
    app.post("/sign-out", async (request, reply) => {
      const secret = cookieOf(request, SESSION_COOKIE);
      if (secret !== null) await signIn.sessions.end(signIn.tenant, secret);
      keep(reply, SESSION_COOKIE, "", 0);
      return reply.redirect("/sign-in", 303);
    });
  };

  async function byToken(request: FastifyRequest, reply: FastifyReply, accessToken: string): Promise<FastifyReply> {
    const form = Form.safeParse(request.body);
    const name = Name.safeParse(form.data?.name);
    if (!form.success || !name.success)
      return page(reply, 422, "Give a name of at most 40 letters, and the access token.");
    const account = name.data.toLowerCase();
    const guesser = { name: account, address: request.ip };
    const wait = await wrong.wait(guesser);
    if (wait !== null) return page(reply, 429, `Too many wrong tokens. ${tryAgain(wait)}`, name.data);
    if (!sameText(form.data.token.trim(), accessToken)) {
      await wrong.count(guesser);
      log.warn({ address: request.ip }, "a wrong access token was given");
      return page(reply, 401, "That is not the access token.", name.data);
    }
    await wrong.forget(guesser);
    return begin(reply, {
      person: { id: `guest:${account}`, name: `${name.data} (guest)` },
      via: tokenVia(accessToken),
    });
  }

  function withProvider(app: FastifyInstance, provider: IdentityProvider): void {
    const path = `/sign-in/${provider.id}`;
    const back = () => new URL(`${path}/callback`, signIn.publicUrl ?? undefined);
    app.get(path, async (_request, reply) => {
      try {
        const { url, pending } = await provider.begin(back().href);
        keep(reply, PENDING_COOKIE, encoded(pending), PENDING_SECONDS);
        return reply.redirect(url.href, 303);
      } catch (error) {
        log.error({ err: error, provider: provider.id }, "signing in could not begin");
        return page(reply, 503, `${provider.label} cannot be reached. Try again in a minute.`);
      }
    });
    app.get(`${path}/callback`, async (request, reply) => {
      const pending = decoded(cookieOf(request, PENDING_COOKIE));
      if (pending === null) return page(reply, 400, "That took too long. Sign in again.");
      try {
        const url = back();
        url.search = new URL(request.url, "http://localhost").search;
        const session = await provider.finish(url, pending);
        keep(reply, PENDING_COOKIE, "", 0);
        return await begin(reply, session);
      } catch (error) {
        if (error instanceof UserError) return page(reply, 403, `${error.message} ${error.hint}`);
        log.warn({ err: error, provider: provider.id }, "signing in failed");
        return page(reply, 401, `${provider.label} did not say who you are. Sign in again.`);
      }
    });
  }
}

const encoded = (pending: PendingSignIn) => Buffer.from(JSON.stringify(pending)).toString("base64url");

function decoded(value: string | null): PendingSignIn | null {
  try {
    return Pending.parse(JSON.parse(Buffer.from(value ?? "", "base64url").toString()));
  } catch {
    return null;
  }
}
