import * as openid from "openid-client";
import { z } from "zod";
import { UserError } from "../../core/errors.ts";
import type { IdentityProvider } from "./identity-provider.ts";

export interface SlackIdentityConfig {
  issuer: string; // https://slack.com
  clientId: string;
  clientSecret: string;
  teams: string[]; // the workspaces whose people are let in
}

/** https://docs.slack.dev/authentication/sign-in-with-slack/#response */
const Claims = z.object({
  "https://slack.com/user_id": z.string().min(1),
  "https://slack.com/team_id": z.string().min(1),
  name: z.string().optional(),
});

/** Sign in with Slack, by OpenID Connect. */
export function slackIdentity({ issuer, clientId, clientSecret, teams }: SlackIdentityConfig): IdentityProvider {
  const configuration = remembered(() =>
    openid.discovery(new URL(issuer), clientId, clientSecret, openid.ClientSecretPost(clientSecret), {
      execute: issuer.startsWith("http:") ? [openid.allowInsecureRequests] : [], // a stand-in
    }),
  );
  return {
    id: "slack",
    label: "Slack",
    admits: (via) => teams.some((team) => via === `slack:${team}`),
    async begin(redirect_uri) {
      const pending = { state: openid.randomState(), nonce: openid.randomNonce(), codeVerifier: "" };
      const { state, nonce } = pending;
      const asked = { redirect_uri, scope: "openid profile", state, nonce };
      return { url: openid.buildAuthorizationUrl(await configuration(), asked), pending };
    },
    async finish(url, { state, nonce }) {
      const checks = { expectedState: state, expectedNonce: nonce, idTokenExpected: true };
      const tokens = await openid.authorizationCodeGrant(await configuration(), url, checks);
      const claims = Claims.parse(tokens.claims());
      const { "https://slack.com/user_id": userId, "https://slack.com/team_id": teamId, name = userId } = claims;
      if (!teams.includes(teamId))
        throw new UserError("Your Slack workspace has no access here.", "Sign in with another workspace.");
      return { person: { id: `slack:${userId}`, name }, via: `slack:${teamId}` };
    },
  };
}

/** What was found once; a failure is tried anew. */
function remembered<T>(find: () => Promise<T>): () => Promise<T> {
  let found: Promise<T> | null = null;
  return () => {
    found ??= find().catch((error: unknown) => {
      found = null;
      throw error;
    });
    return found;
  };
}
