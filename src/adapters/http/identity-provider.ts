import type { Who } from "../../app/records.ts";

/** Where people have an account that says who they are. */
export interface IdentityProvider {
  id: "slack" | "discord";
  label: string; // "Slack"
  /** Whether a session that began there may go on: it names the workspace or server, which may have been left out since. */
  admits(via: string): boolean;
  /** The address to send a browser to, and what to keep until it comes back. */
  begin(redirectUri: string): Promise<{ url: URL; pending: PendingSignIn }>;
  /**
   * Who came back to `url`. @throws {UserError} for who is in none of the workspaces or servers that are let in, and any other
   * error for a call that `pending` did not begin.
   */
  finish(url: URL, pending: PendingSignIn): Promise<{ person: Who; via: string }>;
}

/** What only the browser that began knows; it proves that the same one came back. */
export interface PendingSignIn {
  state: string;
  nonce: string;
  codeVerifier: string;
}
