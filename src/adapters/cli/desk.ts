import { randomUUID } from "node:crypto";
import type { Advisor } from "../../app/advisor.ts";
import type { Conversation } from "../../app/conversation.ts";
import type { Library } from "../../app/knowledge.ts";
import { type Asker, TERMINAL } from "../../app/ports/asker.ts";
import type { AuditTrail, DataStore } from "../../app/ports/data.ts";
import type { FileReader } from "../../app/ports/files.ts";
import type { Clock } from "../../app/ports/process.ts";
import type { SessionStore } from "../../app/ports/sessions.ts";
import type { ThreadStore } from "../../app/ports/threads.ts";

/** What commands call: the same use cases as every other shell. */
export interface Desk {
  advisor: Advisor;
  library: Library;
  files: FileReader;
  conversation: Conversation;
  threads: ThreadStore;
  data: DataStore;
  audit: AuditTrail;
  sessions: SessionStore;
  clock: Clock;
  close(): Promise<void>;
}

/** Whoever sits at the terminal. The playground's estimates are another tenant's: that is a chat, this is a machine. */
export const operator = (): Asker => ({
  tenant: TERMINAL,
  person: { id: "operator", name: "you", isAdmin: true, groups: [] },
  channelId: null,
  threadId: null,
  deliveryId: randomUUID(),
});
