import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { HttpOptions, HttpServer } from "../../../src/adapters/http/server.ts";
import type { Store } from "../../../src/adapters/store/open.ts";
import { type Person, PLAYGROUND } from "../../../src/app/ports/asker.ts";
import { memoryStore, serving, signInOn, TOKEN } from "./serving.ts";

const HOUR_MS = 3_600_000;

let now: Date;
let store: Store;
let server: HttpServer;
let address: string;

beforeEach(async () => {
  now = new Date();
  store = await memoryStore({ now: () => now });
  await start();
});
afterEach(async () => {
  await server.close();
  await store.close();
});

/** A server off the loopback, whose page says who asks. */
async function start(options: Partial<HttpOptions> = {}): Promise<void> {
  await server?.close();
  server = await serving(store, {
    loopback: false,
    signIn: signInOn(store),
    pages: [async (app, who) => void app.get("/", (request) => who(request))],
    ...options,
  });
  address = await server.listen({ host: "127.0.0.1", port: 0 });
}

const signIn = (form: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${address}/sign-in`, { method: "POST", redirect: "manual", headers, body: new URLSearchParams(form) });
const cookieIn = (response: Response) => response.headers.get("set-cookie") ?? "";
const sessionIn = (response: Response) => cookieIn(response).split(";", 1)[0] ?? "";
const page = (cookie: string, headers: Record<string, string> = {}) =>
  fetch(address, { redirect: "manual", headers: { cookie, ...headers } });
const personSeen = async (cookie: string) => (await (await page(cookie)).json()) as Person;

describe("who is not signed in", () => {
  it("is sent to the page for it in a browser, and told so elsewhere", async () => {
    const browser = await page("", { accept: "text/html,*/*" });
    expect([browser.status, browser.headers.get("location")]).toEqual([303, "/sign-in"]);
    const other = await page("k8s-advise=made-up");
    expect([other.status, await other.json()]).toEqual([
      401,
      { message: "You are not signed in, or not any more.", hint: "Load the page again to sign in." },
    ]);
    expect(await (await fetch(`${address}/sign-in`)).text()).toContain("Access token");
  });

  it("gets no further with the token alone: a person has a name", async () => {
    expect((await page("", { authorization: `Bearer ${TOKEN}` })).status).toBe(401);
    expect((await signIn({ token: TOKEN, name: "" })).status).toBe(422);
    expect((await signIn({ token: TOKEN, name: "<b>Ada</b>" })).status).toBe(422);
  });
});

describe("the access token", () => {
  it("lets people in under a name of their own, never as an admin", async () => {
    await start({ signIn: signInOn(store, { admins: new Set(["guest:ada", "slack:U1"]) }) });
    const response = await signIn({ name: "  Ada  Lovelace ", token: TOKEN });
    expect([response.status, response.headers.get("location")]).toEqual([303, "/"]);
    expect(await personSeen(sessionIn(response))).toEqual({
      id: "guest:ada lovelace",
      name: "Ada Lovelace (guest)",
      isAdmin: false,
      groups: [],
    });
    const admin = await personSeen(sessionIn(await signIn({ name: "ada", token: TOKEN })));
    expect(admin).toMatchObject({ id: "guest:ada", isAdmin: false });
  });

  it("gives each sign-in a random cookie that no script reads and that nothing tells the token from", async () => {
    const [one, other] = [await signIn({ name: "Ada", token: TOKEN }), await signIn({ name: "Ada", token: TOKEN })];
    expect(cookieIn(one)).toMatch(/^k8s-advise=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/);
    expect(sessionIn(one)).not.toBe(sessionIn(other));
    expect((await page(`a=b; ${sessionIn(one)}`)).status).toBe(200);
    expect((await page(`${sessionIn(one)}x`)).status).toBe(401);
  });

  it("ends its sessions when another token is set", async () => {
    const session = sessionIn(await signIn({ name: "Ada", token: TOKEN }));
    await start();
    expect((await page(session)).status).toBe(200);
    await start({ signIn: signInOn(store, { accessToken: "another-token-of-length" }) });
    expect((await page(session)).status).toBe(401);
  });
});

describe("a session", () => {
  it("ends after a day of disuse", async () => {
    const session = sessionIn(await signIn({ name: "Ada", token: TOKEN }));
    now = new Date(now.getTime() + 23 * HOUR_MS);
    expect((await page(session)).status).toBe(200);
    now = new Date(now.getTime() + 23 * HOUR_MS);
    expect((await page(session)).status).toBe(200);
    now = new Date(now.getTime() + 25 * HOUR_MS);
    expect((await page(session)).status).toBe(401);
  });

  it("ends by signing out, and by whoever runs this", async () => {
    const [ada, ben] = [await signIn({ name: "Ada", token: TOKEN }), await signIn({ name: "Ben", token: TOKEN })].map(
      sessionIn,
    );
    const out = await fetch(`${address}/sign-out`, {
      method: "POST",
      redirect: "manual",
      headers: { cookie: ada ?? "" },
    });
    expect([out.status, out.headers.get("location")]).toEqual([303, "/sign-in"]);
    expect(cookieIn(out)).toContain("Max-Age=0");
    expect((await page(ada ?? "")).status).toBe(401);
    expect((await page(ben ?? "")).status).toBe(200);
    expect(await store.sessions.endAll(PLAYGROUND, "guest:ben")).toBe(1);
    expect((await page(ben ?? "")).status).toBe(401);
  });

  it("is not ended by another site's form", async () => {
    const session = sessionIn(await signIn({ name: "Ada", token: TOKEN }));
    const headers = { cookie: session, origin: "https://evil.example" };
    expect((await fetch(`${address}/sign-out`, { method: "POST", headers })).status).toBe(403);
    expect((await page(session)).status).toBe(200);
  });
});

describe("wrong tokens", () => {
  const guess = (name: string, from?: string) =>
    signIn({ name, token: "guess" }, from === undefined ? {} : { "x-forwarded-for": from });
  const right = (name: string, from: string) => signIn({ name, token: TOKEN }, { "x-forwarded-for": from });

  it("say so, and keep the name that was typed", async () => {
    const response = await guess("Ada");
    expect([response.status, cookieIn(response)]).toEqual([401, ""]);
    const body = await response.text();
    expect(body).toContain("That is not the access token.");
    expect(body).toContain('value="Ada"');
  });

  it("are limited by name, wherever they come from behind the proxy", async () => {
    await start({ trustedProxies: ["127.0.0.1"] });
    for (let tries = 1; tries <= 10; tries++) expect((await guess("ada", `192.0.2.${tries}`)).status).toBe(401);
    const refused = await right("Ada", "192.0.2.99");
    expect(refused.status).toBe(429);
    expect(await refused.text()).toContain("Too many wrong tokens. Try again in 15 min.");
    expect((await right("Ben", "192.0.2.99")).status).toBe(303);
  });

  it("are limited by address, under whatever names, and by the address that the proxy tells", async () => {
    await start({ trustedProxies: ["127.0.0.0/8"] });
    for (let tries = 1; tries <= 30; tries++) expect((await guess(`n${tries}`, "192.0.2.1")).status).toBe(401);
    expect((await right("Ada", "192.0.2.1")).status).toBe(429);
    expect((await right("Ada", "192.0.2.2")).status).toBe(303);
  });

  it("are limited by the real address where the header comes from nobody we trust", async () => {
    for (let tries = 1; tries <= 30; tries++) await guess(`n${tries}`, `192.0.2.${tries}`);
    expect((await right("Ada", "192.0.2.99")).status).toBe(429);
  });

  it("are forgotten for a name once its token is right", async () => {
    for (let tries = 1; tries <= 9; tries++) await guess("Ada");
    expect((await signIn({ name: "Ada", token: TOKEN })).status).toBe(303);
    for (let tries = 1; tries <= 9; tries++) expect((await guess("Ada")).status).toBe(401);
  });
});

describe("behind a proxy that speaks TLS", () => {
  const cookie = async (headers: Record<string, string>) =>
    cookieIn(await signIn({ name: "Ada", token: TOKEN }, headers));

  it("marks the cookie as secure where the proxy is trusted, or the public address says so", async () => {
    expect(await cookie({ "x-forwarded-proto": "https" })).not.toContain("Secure");
    await start({ trustedProxies: ["127.0.0.1"] });
    expect(await cookie({ "x-forwarded-proto": "https" })).toMatch(/; Secure$/);
    await start({ signIn: signInOn(store, { publicUrl: "https://advise.example.com" }) });
    expect(await cookie({})).toMatch(/; Secure$/);
  });
});
