import { type Names, namesOf } from "../cards/names.ts";
import type { Advisor } from "./advisor.ts";
import type { Audience } from "./conversation.ts";
import type { Capabilities, ShellCapabilities } from "./delivery/capabilities.ts";
import type { Library } from "./knowledge.ts";
import type { Asker, Spot } from "./ports/asker.ts";
import type { DecisionStore } from "./ports/decisions.ts";
import type { AskedEstimate, EstimateStore } from "./ports/estimates.ts";
import type { FileReader } from "./ports/files.ts";
import type { Clock } from "./ports/process.ts";
import type { SettingsStore } from "./ports/settings.ts";
import type { ThreadStore, VoteStore } from "./ports/threads.ts";
import type { ThreadRef, Who } from "./records.ts";

/** What answers are made with. */
export interface Talk {
  advisor: Advisor;
  library: Library;
  clock: Clock;
  files: FileReader;
  estimates: EstimateStore;
  threads: ThreadStore;
  votes: VoteStore;
  decisions: DecisionStore;
  settings: SettingsStore;
  capabilities: ShellCapabilities;
}

/** What the platform can do where the asker is. */
export const capabilitiesOf = (
  { capabilities }: Pick<Talk, "capabilities">,
  { tenant }: Pick<Asker, "tenant">,
): Capabilities => capabilities[tenant.shell];

/** An answer to what was said in a thread belongs there, and to what was asked in public beside it; elsewhere it is the asker's. */
export const whereAsked = ({ threadId, isPublic }: Asker): Audience =>
  threadId !== null ? "thread" : isPublic ? "reply" : "asker";

/** The names in today's catalog. An estimate of another day keeps its figures; only what things are called is today's. */
export const namesNow = ({ library }: Talk): Names => namesOf(library.knowledge().book);

/** The thread that the asker is in, whether or not a card owns it, or null. */
export const threadOf = ({ channelId, threadId }: Spot): ThreadRef | null =>
  channelId === null || threadId === null ? null : { channelId, threadId };

/** The thread that the asker is in where a card owns it, or null. */
export async function cardThreadOf({ threads }: Talk, asker: Asker): Promise<ThreadRef | null> {
  const thread = threadOf(asker);
  return thread !== null && (await threads.current(asker.tenant, thread)) !== null ? thread : null;
}

/** The thread whose line a change joins: in a direct message only where a card owns it. */
export const lineThreadOf = (talk: Talk, asker: Asker): Promise<ThreadRef | null> =>
  asker.isDirect ? cardThreadOf(talk, asker) : Promise.resolve(threadOf(asker));

/**
 * Sees to it that a card which the platform says is posted owns its thread: a process that died right after it posted the
 * card did not note that.
 */
export async function noteCard({ threads, clock }: Talk, asker: Asker, estimateId: string): Promise<void> {
  const thread = threadOf(asker);
  if (thread === null) return;
  await threads.open(asker.tenant, thread, { estimateId, by: whoIs(asker), at: clock.now().toISOString() });
}

/** The asker as records keep them: an id, and a name to show. */
export const whoIs = ({ person: { id, name } }: Asker): Who => ({ id, name });

/** The estimate the asker means: the one named, else the newest of the thread they are in; null for neither. */
export async function meant(talk: Talk, spot: Spot, estimateId: string | null): Promise<AskedEstimate | null> {
  if (estimateId !== null) return talk.advisor.find(spot, estimateId);
  const thread = threadOf(spot);
  const current = thread === null ? null : await talk.threads.current(spot.tenant, thread);
  return current === null ? null : talk.advisor.find(spot, current.estimateId);
}
