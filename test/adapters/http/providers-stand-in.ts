import { createHash, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

const CLIENT = { id: "123456789012345678", secret: "client-secret" };
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** What a browser was sent here with, until its code is exchanged. */
interface Asked {
  redirectUri: string;
  nonce: string | null;
  challenge: string | null;
}

/** Slack's OpenID Connect and Discord's OAuth 2 on the loopback, where one person is signed in and agrees to everything. */
export interface ProvidersStandIn {
  origin: string;
  client: typeof CLIENT;
  person: { id: string; name: string; teamId: string; guilds: string[] };
  /** Laid over the claims of the next tokens: a wrong issuer, audience, nonce. */
  claims: Record<string, unknown>;
  /** Follows the browser's redirect to the provider, and gives the address it sends the browser back to. */
  agree(authorizationUrl: string): Promise<string>;
  stop(): Promise<unknown>;
}

export async function providersStandIn(port = 0): Promise<ProvidersStandIn> {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const codes = new Map<string, Asked>();
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const standIn: ProvidersStandIn = {
    origin,
    client: CLIENT,
    person: { id: "U1", name: "Ada Lovelace", teamId: "T1", guilds: [] },
    claims: {},
    async agree(url) {
      const response = await fetch(url, { redirect: "manual" });
      return response.headers.get("location") ?? `no redirect: ${response.status} ${await response.text()}`;
    },
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };

  // https://docs.slack.dev/authentication/sign-in-with-slack/ https://docs.discord.com/developers/topics/oauth2
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", origin);
    switch (url.pathname) {
      case "/.well-known/openid-configuration":
        return json(response, {
          issuer: origin,
          authorization_endpoint: `${origin}/openid/connect/authorize`,
          token_endpoint: `${origin}/api/openid.connect.token`,
          jwks_uri: `${origin}/openid/connect/keys`,
          response_types_supported: ["code"],
          subject_types_supported: ["public"],
          id_token_signing_alg_values_supported: ["RS256"],
        });
      case "/openid/connect/keys":
        return json(response, {
          keys: [{ ...publicKey.export({ format: "jwk" }), kid: "k1", alg: "RS256", use: "sig" }],
        });
      case "/openid/connect/authorize":
      case "/oauth2/authorize":
        return authorize(url, response);
      case "/api/openid.connect.token":
        return token(request, response, (asked) => ({ ok: true, id_token: idToken(asked) }));
      case "/api/oauth2/token":
        return token(request, response, () => ({}));
      case "/api/users/@me":
        return whenBearer(request, response, {
          id: standIn.person.id,
          username: "ada",
          global_name: standIn.person.name,
        });
      case "/api/users/@me/guilds":
        return whenBearer(
          request,
          response,
          standIn.person.guilds.map((id) => ({ id, name: id })),
        );
      default:
        response.writeHead(404).end();
    }
  }

  function authorize({ searchParams: asked }: URL, response: ServerResponse): void {
    if (asked.get("client_id") !== CLIENT.id || asked.get("response_type") !== "code")
      return void response.writeHead(400).end();
    const code = randomUUID();
    const back = new URL(asked.get("redirect_uri") ?? "");
    codes.set(code, { redirectUri: back.href, nonce: asked.get("nonce"), challenge: asked.get("code_challenge") });
    back.searchParams.set("code", code);
    back.searchParams.set("state", asked.get("state") ?? "");
    response.writeHead(302, { location: back.href }).end();
  }

  async function token(
    request: IncomingMessage,
    response: ServerResponse,
    more: (asked: Asked) => object,
  ): Promise<void> {
    const form = new URLSearchParams(String(Buffer.concat(await request.toArray())));
    const asked = codes.get(form.get("code") ?? "");
    codes.delete(form.get("code") ?? "");
    const isClient = form.get("client_id") === CLIENT.id && form.get("client_secret") === CLIENT.secret;
    const proof = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    const isProven = asked?.challenge === null || asked?.challenge === proof;
    if (!isClient || !asked || !isProven || form.get("redirect_uri") !== asked.redirectUri)
      return json(response, { error: "invalid_grant" }, 400);
    json(response, { access_token: "xoxp-1", token_type: "Bearer", ...more(asked) });
  }

  function idToken({ nonce }: Asked): string {
    const { id, name, teamId } = standIn.person;
    const now = Math.floor(Date.now() / 1_000);
    const own = { "https://slack.com/user_id": id, "https://slack.com/team_id": teamId, name };
    const claims = { iss: origin, sub: id, aud: CLIENT.id, exp: now + 300, iat: now, nonce, ...own, ...standIn.claims };
    const body = `${encoded({ alg: "RS256", typ: "JWT", kid: "k1" })}.${encoded(claims)}`;
    return `${body}.${sign("sha256", Buffer.from(body), privateKey).toString("base64url")}`;
  }

  return standIn;
}

function json(response: ServerResponse, body: object, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

function whenBearer(request: IncomingMessage, response: ServerResponse, body: object): void {
  if (request.headers.authorization === "Bearer xoxp-1") json(response, body);
  else response.writeHead(401).end();
}
