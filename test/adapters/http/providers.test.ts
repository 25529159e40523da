import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { discordIdentity } from "../../../src/adapters/http/discord-identity.ts";
import type { HttpOptions, HttpServer } from "../../../src/adapters/http/server.ts";
import { slackIdentity } from "../../../src/adapters/http/slack-identity.ts";
import type { Store } from "../../../src/adapters/store/open.ts";
import { type ProvidersStandIn, providersStandIn } from "./providers-stand-in.ts";
import { memoryStore, serving, signInOn } from "./serving.ts";

let outside: ProvidersStandIn;
let store: Store;
let server: HttpServer;
let address: string;

beforeEach(async () => {
  outside = await providersStandIn();
  store = await memoryStore();
  await start();
});
afterEach(async () => {
  await server.close();
  await store.close();
  await outside.stop();
});

async function start({ teams = ["T1"], servers = ["810"] } = {}): Promise<void> {
  await server?.close();
  const { origin, client } = outside;
  const shared = { clientId: client.id, clientSecret: client.secret };
  const providers = [
    slackIdentity({ issuer: origin, ...shared, teams }),
    discordIdentity({ apiUrl: `${origin}/api`, ...shared, servers }),
  ];
  const publicUrl = "https://advise.example.com";
  const signIn = signInOn(store, { providers, publicUrl, admins: new Set(["slack:U1"]) });
  const pages: HttpOptions["pages"] = [async (app, who) => void app.get("/", (request) => who(request))];
  server = await serving(store, { loopback: false, signIn, pages });
  address = await server.listen({ host: "127.0.0.1", port: 0 });
}

const get = (path: string, cookie = "") => fetch(`${address}${path}`, { redirect: "manual", headers: { cookie } });

/** The cookie that it sets, with no account of those that it takes away. */
function cookieIn({ headers }: Response): string {
  const pairs = headers.getSetCookie().map((cookie) => cookie.split(";", 1)[0] ?? "");
  return pairs.find((pair) => !pair.endsWith("=")) ?? "";
}

/** Goes to the provider and comes back as a browser does; `change` is done to the address on the way back. */
async function signedIn(provider: string, change = (url: URL) => url): Promise<Response> {
  const begun = await get(`/sign-in/${provider}`);
  const back = new URL(await outside.agree(begun.headers.get("location") ?? ""));
  expect(`${back.origin}${back.pathname}`).toBe(`https://advise.example.com/sign-in/${provider}/callback`);
  const { pathname, search } = change(back);
  return get(`${pathname}${search}`, cookieIn(begun));
}

it("offers the providers, and no token", async () => {
  const page = await (await get("/sign-in")).text();
  expect(page).toContain("Sign in with Slack");
  expect(page).toContain("Sign in with Discord");
  expect(page).not.toContain("token");
  const posted = await fetch(`${address}/sign-in`, {
    method: "POST",
    body: new URLSearchParams({ name: "a", token: "b" }),
  });
  expect(posted.status).toBe(404);
});

describe("Slack", () => {
  it("says who somebody is, who is an admin where the settings name them", async () => {
    const response = await signedIn("slack");
    expect([response.status, response.headers.get("location")]).toEqual([303, "/"]);
    const ada = { id: "slack:U1", name: "Ada Lovelace", isAdmin: true, groups: [] };
    expect(await (await get("/", cookieIn(response))).json()).toEqual(ada);
    outside.person = { ...outside.person, id: "U2", name: "Ben" };
    const ben = await (await get("/", cookieIn(await signedIn("slack")))).json();
    expect(ben).toEqual({ id: "slack:U2", name: "Ben", isAdmin: false, groups: [] });
  });

  it("lets nobody in from another workspace, nor any longer from one that was left out since", async () => {
    outside.person.teamId = "T2";
    const refused = await signedIn("slack");
    expect([refused.status, cookieIn(refused)]).toEqual([403, ""]);
    expect(await refused.text()).toContain("Your Slack workspace has no access here.");
    outside.person.teamId = "T1";
    const session = cookieIn(await signedIn("slack"));
    expect((await get("/", session)).status).toBe(200);
    await start({ teams: ["T3"] });
    expect((await get("/", session)).status).toBe(401);
  });

  it.each([
    ["for another client", { aud: "somebody-else" }],
    ["from another issuer", { iss: "https://evil.example" }],
    ["for another sign-in", { nonce: "another" }],
    ["that is over", { exp: 1 }],
    ["without a workspace", { "https://slack.com/team_id": undefined }],
  ])("is not believed with a token %s", async (_what, claims) => {
    outside.claims = claims;
    const response = await signedIn("slack");
    expect([response.status, cookieIn(response)]).toEqual([401, ""]);
    expect(await response.text()).toContain("Slack did not say who you are.");
  });
});

it("says so while Slack is away, and asks anew when it is back", async () => {
  const { port } = new URL(outside.origin);
  await outside.stop();
  const response = await get("/sign-in/slack");
  expect(response.status).toBe(503);
  expect(await response.text()).toContain("Slack cannot be reached.");
  outside = await providersStandIn(Number(port));
  expect((await signedIn("slack")).status).toBe(303);
});

describe("Discord", () => {
  it("says who somebody is, and lets in who is in one of the servers", async () => {
    outside.person = { id: "42", name: "Ada", teamId: "", guilds: ["7", "810"] };
    const session = cookieIn(await signedIn("discord"));
    const ada = { id: "discord:42", name: "Ada", isAdmin: false, groups: [] };
    expect(await (await get("/", session)).json()).toEqual(ada);
    await start({ servers: ["811"] });
    expect((await get("/", session)).status).toBe(401);
  });

  it("lets nobody in who is in none of them", async () => {
    outside.person.guilds = ["7"];
    const refused = await signedIn("discord");
    expect([refused.status, cookieIn(refused)]).toEqual([403, ""]);
    expect(await refused.text()).toContain("You are in no Discord server that has access here.");
  });
});

describe.each(["slack", "discord"])("the way back from %s", (provider) => {
  beforeEach(() => {
    outside.person.guilds = ["810"];
  });

  it("is taken by the browser that went there alone", async () => {
    const begun = await get(`/sign-in/${provider}`);
    const { pathname, search } = new URL(await outside.agree(begun.headers.get("location") ?? ""));
    expect((await get(`${pathname}${search}`)).status).toBe(400);
    const other = await get(`/sign-in/${provider}`);
    expect((await get(`${pathname}${search}`, cookieIn(other))).status).toBe(401);
  });

  it.each([
    ["with another state", (url: URL) => changed(url, "state", "another")],
    ["with a code of somebody's own", (url: URL) => changed(url, "code", "made-up")],
    ["with a refusal", (url: URL) => changed(url, "error", "access_denied")],
  ])("lets nobody in %s", async (_what, change) => {
    const response = await signedIn(provider, change);
    expect([response.status, cookieIn(response)]).toEqual([401, ""]);
  });
});

function changed(url: URL, name: string, value: string): URL {
  url.searchParams.set(name, value);
  return url;
}
