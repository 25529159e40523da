import type { Tenant } from "../ports/asker.ts";
import type { Receipts } from "../ports/job-queue.ts";

/** Something somebody did, by the receipts that name it. */
export interface Receipted {
  tenant: Tenant;
  /** Who claims all of them first answers it; the first of them names it. */
  receipts: [string, ...string[]];
  /** Of what the platform sends again: how often it did before. Null for what is sent once. */
  retry: number | null;
  /**
   * Whether handling it again changes nothing, as with a vote. Then its receipts are claimed after it: when the process is
   * killed in between, or the store fails, what the platform or the person sends again is not taken for done.
   */
  mayRepeat: boolean;
}

const DOUBLE_CLICK_SECONDS = 2;

/** The receipts of a click: of this stretch of time and the next, so that a second click within it finds its own taken. */
export function clickReceipts(what: string, atSeconds: number, stretch = DOUBLE_CLICK_SECONDS): [string, string] {
  const at = Math.floor(atSeconds / stretch);
  return [`press:${what}:${at}`, `press:${what}:${at + 1}`];
}

/** True for whoever comes first with it. */
export async function claimAll(
  receipts: Receipts,
  { tenant, receipts: [first, ...others] }: Pick<Receipted, "tenant" | "receipts">,
): Promise<boolean> {
  if (!(await receipts.claim(tenant, first))) return false;
  await Promise.all(others.map((key) => receipts.claim(tenant, key))); // these only keep out what follows
  return true;
}

/** Whether it is still to be handled. */
export async function isNew(receipts: Receipts, incoming: Receipted): Promise<boolean> {
  const { tenant, mayRepeat } = incoming;
  if (mayRepeat) return !(await receipts.has(tenant, incoming.receipts[0]));
  return (await claimAll(receipts, incoming)) || resumes(receipts, incoming);
}

/** Whether an answer that is ready, a refusal too, is the first to it. A failure of ours leaves the receipt to the next try. */
export const isFirst = async (receipts: Receipts, incoming: Receipted): Promise<boolean> =>
  !incoming.mayRepeat || claimAll(receipts, incoming);

/** Notes that what the platform sends again was answered, well or not: the next sending of it is let go. */
export async function noteEnd(receipts: Receipts, { tenant, receipts: [first], retry }: Receipted): Promise<void> {
  if (retry !== null) await receipts.claim(tenant, ended(first));
}

/** Whether the platform sends again what was begun and never ended: the process died over it. Each sending counts once. */
async function resumes(receipts: Receipts, { tenant, receipts: [first], retry }: Receipted): Promise<boolean> {
  if (retry === null || retry === 0) return false;
  return !(await receipts.has(tenant, ended(first))) && receipts.claim(tenant, `${first}:again:${retry}`);
}

const ended = (receipt: string) => `${receipt}:ended`;
