import type { IdentityProvider } from "./adapters/http/identity-provider.ts";
import type { SignIn } from "./adapters/http/sign-in-options.ts";
import { PLAYGROUND } from "./app/ports/asker.ts";
import type { SessionStore } from "./app/ports/sessions.ts";
import type { Config } from "./config.ts";

/** How people sign in to the pages; null where nobody does. What speaks to providers is loaded only where there are some. */
export async function signInOf({ signIn, accessToken }: Config, sessions: SessionStore): Promise<SignIn | null> {
  if (signIn === null) return null;
  const { slack, discord, publicUrl, admins } = signIn;
  const providers: IdentityProvider[] = [];
  if (slack !== null) providers.push((await import("./adapters/http/slack-identity.ts")).slackIdentity(slack));
  if (discord !== null) providers.push((await import("./adapters/http/discord-identity.ts")).discordIdentity(discord));
  return { providers, accessToken, publicUrl, sessions, tenant: PLAYGROUND, admins: new Set(admins) };
}
