import type { Desk } from "./desk.ts";
import { logError } from "./errors.ts";
import { type Heard, tenantOf } from "./heard.ts";

/**
 * A vote counted again is still one vote. So its receipt is claimed after it: when the process is killed in between, or
 * the store fails, the vote that Slack or the person sends again is not taken for one that was counted.
 */
const isRepeatable = ({ intent }: Heard): boolean =>
  intent.kind === "press" && (intent.action === "vote" || intent.action === "withdraw-vote");

/** Whether what was heard is still to be answered. */
export async function isNew(desk: Desk, heard: Heard): Promise<boolean> {
  const [first] = heard.receipts;
  if (!isRepeatable(heard)) return (await claimed(desk, heard)) || resumes(desk, heard);
  return !(await desk.receipts.has(tenantOf(heard.place), first));
}

/** Whether Slack sends again what was begun and never ended: the process died over it. Each sending again counts once. */
async function resumes({ receipts }: Desk, { receipts: [first], place, retry }: Heard): Promise<boolean> {
  if (retry === null || retry === 0) return false;
  const tenant = tenantOf(place);
  return !(await receipts.has(tenant, ended(first))) && receipts.claim(tenant, `${first}:again:${retry}`);
}

const ended = (receipt: string) => `${receipt}:ended`;

/** Notes that an event was answered, well or not: what Slack sends again of it is let go. */
export async function noteEnd({ receipts, log }: Desk, { receipts: [first], place, retry }: Heard): Promise<void> {
  if (retry === null) return;
  await receipts.claim(tenantOf(place), ended(first)).catch((error: unknown) => logError(error, log));
}

/** Whether an answer that is ready, a refusal too, is the first to it. A failure of ours leaves the receipt to the next try. */
export const isFirst = async (desk: Desk, heard: Heard): Promise<boolean> =>
  !isRepeatable(heard) || claimed(desk, heard);

/** True for whoever comes first with what was heard. */
export async function claimed({ receipts }: Desk, { receipts: keys, place }: Heard): Promise<boolean> {
  const [first, ...others] = keys;
  const claim = (key: string) => receipts.claim(tenantOf(place), key);
  if (!(await claim(first))) return false;
  await Promise.all(others.map(claim)); // these only keep out what follows
  return true;
}
