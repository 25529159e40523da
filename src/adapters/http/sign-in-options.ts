import type { Tenant } from "../../app/ports/asker.ts";
import type { SessionStore } from "../../app/ports/sessions.ts";
import type { IdentityProvider } from "./identity-provider.ts";

/** How people say who they are: to a provider where there is one, otherwise by the access token under a name of their own. */
export interface SignIn {
  providers: IdentityProvider[];
  accessToken: string | null; // needed where there is no provider
  publicUrl: string | null; // where providers send browsers back to; needed with providers
  sessions: SessionStore;
  tenant: Tenant;
  admins: ReadonlySet<string>; // ids such as slack:U0123
}
