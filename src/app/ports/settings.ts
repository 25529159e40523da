import type { Page, SettingsVersion, Who } from "../records.ts";
import type { Tenant } from "./asker.ts";

/** Keeps settings, tenant-wide (`channelId` null) and for single channels, with who changed them and when. */
export interface SettingsStore {
  /** The newest version, or null where nothing was ever set. */
  get(tenant: Tenant, channelId: string | null): Promise<SettingsVersion | null>;
  /** Sets the version after `expected` (0 for the first); false where somebody else set it in the meantime. */
  put(
    tenant: Tenant,
    channelId: string | null,
    change: { expected: number; value: Record<string, unknown>; by: Who; at: string },
  ): Promise<boolean>;
  /** Newest first, the present one too. `before` is the cursor of the page before. */
  changes(
    tenant: Tenant,
    channelId: string | null,
    query: { limit: number; before: string | null },
  ): Promise<Page<SettingsVersion>>;
}
