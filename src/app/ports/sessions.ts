import type { Who } from "../records.ts";
import type { Tenant } from "./asker.ts";

/** Keeps Slack's installations, encrypted. Every method throws where no encryption key is set. */
export interface InstallationStore {
  /** Insert or replace. `key` is the id of the workspace or organisation, `json` what Slack gave, tokens and all. */
  save(installation: { key: string; json: string }): Promise<void>;
  /** What was saved, or null. @throws when none of the keys set now encrypted it. */
  get(key: string): Promise<string | null>;
  delete(key: string): Promise<void>;
}

/** Somebody signed in; `via` names what let them in, such as the workspace they are in. */
export interface Session {
  person: Who;
  via: string;
}

export interface KeptSession extends Session {
  since: string; // ISO 8601, UTC
  lastUsedAt: string; // to some minutes
}

/** Keeps who is signed in. A session is found by a random secret that only its holder has, and ends after a day of disuse. */
export interface SessionStore {
  /** Gives the secret: it is kept as a hash, and cannot be had again. */
  start(tenant: Tenant, session: Session): Promise<string>;
  /** Who holds that secret, which counts as a use; null where nobody does, or not any more. */
  find(tenant: Tenant, secret: string): Promise<Session | null>;
  end(tenant: Tenant, secret: string): Promise<void>;
  /** Those that have not ended, last used first. */
  list(tenant: Tenant): Promise<KeptSession[]>;
  /** Ends all, or all of one person, and gives their number. */
  endAll(tenant: Tenant, personId: string | null): Promise<number>;
  /** Of every tenant: forgets those that are over, and gives their number. */
  purge(): Promise<number>;
}
