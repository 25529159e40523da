import * as openid from "openid-client";
import { z } from "zod";
import { UserError } from "../../core/errors.ts";
import type { IdentityProvider } from "./identity-provider.ts";

export interface DiscordIdentityConfig {
  apiUrl: string; // https://discord.com/api
  clientId: string;
  clientSecret: string;
  servers: string[]; // the ids of those whose members are let in
}

const User = z.object({ id: z.string().min(1), username: z.string(), global_name: z.string().nullish() });
const Guilds = z.array(z.object({ id: z.string() }));

/** Discord by OAuth 2. https://docs.discord.com/developers/topics/oauth2 */
export function discordIdentity({ apiUrl, clientId, clientSecret, servers }: DiscordIdentityConfig): IdentityProvider {
  const at = (path: string) => `${apiUrl.replace(/\/$/, "")}${path}`;
  const server = {
    issuer: new URL(apiUrl).origin,
    authorization_endpoint: new URL("/oauth2/authorize", apiUrl).href,
    token_endpoint: at("/oauth2/token"),
  };
  const configuration = new openid.Configuration(server, clientId, clientSecret, openid.ClientSecretPost(clientSecret));
  if (apiUrl.startsWith("http:")) openid.allowInsecureRequests(configuration); // a stand-in

  async function read<T>(path: string, token: string, schema: z.ZodType<T>): Promise<T> {
    const response = await openid.fetchProtectedResource(configuration, token, new URL(at(path)), "GET");
    return schema.parse(await response.json());
  }

  return {
    id: "discord",
    label: "Discord",
    admits: (via) => servers.some((id) => via === `discord:${id}`),
    async begin(redirect_uri) {
      const pending = { state: openid.randomState(), nonce: "", codeVerifier: openid.randomPKCECodeVerifier() };
      const code_challenge = await openid.calculatePKCECodeChallenge(pending.codeVerifier);
      const proof = { state: pending.state, code_challenge, code_challenge_method: "S256" };
      const asked = { redirect_uri, scope: "identify guilds", ...proof };
      return { url: openid.buildAuthorizationUrl(configuration, asked), pending };
    },
    async finish(url, { state, codeVerifier }) {
      const checks = { expectedState: state, pkceCodeVerifier: codeVerifier };
      const { access_token } = await openid.authorizationCodeGrant(configuration, url, checks);
      const user = await read("/users/@me", access_token, User);
      const guilds = await read("/users/@me/guilds", access_token, Guilds);
      const shared = servers.find((id) => guilds.some((guild) => guild.id === id));
      if (shared === undefined)
        throw new UserError("You are in no Discord server that has access here.", "Join it, then sign in again.");
      return {
        person: { id: `discord:${user.id}`, name: user.global_name ?? user.username },
        via: `discord:${shared}`,
      };
    },
  };
}
