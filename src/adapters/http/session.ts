import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Person } from "../../app/ports/asker.ts";
import { cookieOf } from "./cookies.ts";
import type { SignIn } from "./sign-in-options.ts";

export const SESSION_COOKIE = "k8s-advise";
export const SESSION_COOKIE_SECONDS = 30 * 24 * 3600; // the session itself ends after a day of disuse

/** Who a request comes from; null where nobody signs in. */
export type WhoAsks = (request: FastifyRequest) => Person | null;

/** Where a session by the access token comes from: another token ends those of the one before. */
export const tokenVia = (accessToken: string): string =>
  `token:${createHash("sha256").update(`via:${accessToken}`).digest("base64url").slice(0, 16)}`;

/** What those who are not signed in may ask for. */
const OPEN = /^\/sign-(in(\.css|\/.*)?|out)$/;

/** Lets only those who signed in pass to what `app` serves, and says who they are. */
export function requireSession(app: FastifyInstance, signIn: SignIn): WhoAsks {
  const asking = new WeakMap<FastifyRequest, Person>();
  app.addHook("onRequest", async (request, reply) => {
    if (OPEN.test(request.routeOptions.url ?? "")) return;
    const person = await signedIn(request, signIn);
    if (person !== null) return void asking.set(request, person);
    if (request.method === "GET" && request.headers.accept?.includes("text/html"))
      return reply.redirect("/sign-in", 303);
    return reply
      .code(401)
      .send({ message: "You are not signed in, or not any more.", hint: "Load the page again to sign in." });
  });
  return (request) => asking.get(request) ?? null;
}

async function signedIn(request: FastifyRequest, signIn: SignIn): Promise<Person | null> {
  const secret = cookieOf(request, SESSION_COOKIE);
  const session = secret === null ? null : await signIn.sessions.find(signIn.tenant, secret);
  if (session === null || !admits(signIn, session.via)) return null;
  const isKnown = signIn.providers.length > 0; // whoever has the token may take any name
  return { ...session.person, isAdmin: isKnown && signIn.admins.has(session.person.id), groups: [] };
}

function admits({ providers, accessToken }: SignIn, via: string): boolean {
  if (providers.length > 0) return providers.some((provider) => provider.admits(via));
  return accessToken !== null && via === tokenVia(accessToken);
}
