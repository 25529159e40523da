import { randomBytes, randomUUID } from "node:crypto";
import { sql } from "kysely";
import { SHELLS, type Shell, type Tenant } from "../../app/ports/asker.ts";
import {
  type Job,
  type JobQueue,
  LEASE_MS,
  type Lease,
  LONGEST_ATTEMPT_MS,
  MOST_ATTEMPTS,
  type QueueFigures,
  type Work,
} from "../../app/ports/job-queue.ts";
import type { Clock } from "../../app/ports/process.ts";
import { type Database, type Rows, tenantKey } from "./database.ts";
import { momentsOf } from "./moments.ts";
import { claimed } from "./receipts.ts";

const FIRST_RETRY_MS = 5_000; // four times as long after every further attempt
const NEVER = "9999-12-31T23:59:59.999Z";

export function jobQueue(database: Database, clock: Clock): JobQueue {
  const holder = randomUUID(); // this process
  const { fromNow, since } = momentsOf(database.engine);
  const now = fromNow(0);
  const begin = (tenant: Tenant, key: string): Lease => ({ tenant, key, token: randomUUID(), attempt: 1 });

  /** Another attempt waits longer for the one before it: what killed a process does not kill the next at once. */
  const held = (attempts: ReturnType<typeof sql<number>>) => fromNow(sql<number>`${LEASE_MS} * (${attempts})`);

  const insert = async (rows: Rows, { tenant, key, token }: Lease, { personId, body }: Work) => {
    const attempt = { token, holder, body, begun_at: now, dead_at: null };
    const kept = rows.insertInto("inbox").values({
      tenant: tenantKey(tenant),
      key,
      person_id: personId,
      at: now,
      held_until: fromNow(LEASE_MS),
      ...attempt,
    });
    const again = sql<number>`inbox.attempts + case when inbox.token = ${token} then 0 else 1 end`;
    await kept
      .onConflict((conflict) =>
        conflict.columns(["tenant", "key"]).doUpdateSet({ ...attempt, attempts: again, held_until: held(again) }),
      )
      .execute();
  };

  /** Changes the job that the lease is of; false where it is another's by now, or gone. */
  const change = ({ tenant, key, token }: Lease, values: ReturnType<typeof sql>) =>
    database.write(tenantKey(tenant), async (rows) => {
      const update = sql`update inbox set ${values} where tenant = ${tenantKey(tenant)} and key = ${key} and token = ${token}`;
      return (await update.execute(rows)).numAffectedRows === 1n;
    });

  return {
    begin,

    enqueue: (tenant, work, [first, ...others]) =>
      database.write(tenantKey(tenant), async (rows) => {
        const claim = (key: string) => claimed(rows, tenantKey(tenant), key, clock);
        if (!(await claim(first))) return null;
        for (const receipt of others) await claim(receipt); // these only keep out what follows
        const lease = begin(tenant, work.key);
        await insert(rows, lease, work);
        return lease;
      }),

    keep: (lease, work) => database.write(tenantKey(lease.tenant), (rows) => insert(rows, lease, work)),

    renew: (lease) => change(lease, sql`held_until = ${held(sql<number>`attempts`)}`),

    renewAll: () =>
      database.across("take-over", async (rows) => {
        await sql`update inbox set held_until = ${held(sql<number>`attempts`)}
          where holder = ${holder} and begun_at > ${fromNow(-LONGEST_ATTEMPT_MS)} and dead_at is null`.execute(rows);
      }),

    claim: (shell) =>
      database.across("take-over", async (rows) => {
        const token = randomUUID();
        const due = sql`held_until < ${now} and dead_at is null and tenant like ${`${shell}:%`}`;
        const skip = database.engine === "postgres" ? sql`for update skip locked` : sql``;
        const next = sql<ClaimedRow>`with next as materialized (
            select tenant, key from inbox where ${due} order by at, tenant, key limit 1 ${skip})
          update inbox set token = ${token}, holder = ${holder}, attempts = attempts + 1, begun_at = ${now},
            held_until = ${held(sql<number>`attempts + 1`)},
            reference = case when attempts >= ${MOST_ATTEMPTS} then coalesce(reference, ${randomBytes(4).toString("hex")}) end
          from next where inbox.tenant = next.tenant and inbox.key = next.key
          returning inbox.tenant, inbox.key, body, at, attempts, reference, ${since("at")} as age_ms`;
        const [row] = (await next.execute(rows)).rows;
        return row === undefined ? null : jobOf(row, shell, token);
      }),

    complete: ({ tenant, key, token }) =>
      database.write(tenantKey(tenant), async (rows) => {
        const answered = { tenant: tenantKey(tenant), key, token };
        const { numDeletedRows } = await rows
          .deleteFrom("inbox")
          .where((eb) => eb.and(answered))
          .executeTakeFirst();
        return numDeletedRows === 1n;
      }),

    retry: (lease) =>
      change(lease, sql`token = '', holder = '', held_until = ${fromNow(FIRST_RETRY_MS * 4 ** (lease.attempt - 1))}`),

    bury: (lease) => change(lease, sql`token = '', holder = '', body = '', held_until = ${NEVER}, dead_at = ${now}`),

    figures: () =>
      database.across("take-over", async (rows) => {
        const figures: QueueFigures[] = [];
        for (const shell of SHELLS) figures.push(await figuresOf(rows, shell));
        return figures;
      }),
  };

  async function figuresOf(rows: Rows, shell: Shell): Promise<QueueFigures> {
    const isRunning = sql`dead_at is null and holder <> '' and held_until >= ${now}`;
    const { rows: found } = await sql<Counts>`select count(*) as total,
        coalesce(sum(case when ${isRunning} then 1 else 0 end), 0) as running,
        coalesce(sum(case when dead_at is null then 0 else 1 end), 0) as dead,
        coalesce(max(case when dead_at is null then ${since("at")} end), 0) as oldest_ms
      from inbox where tenant like ${`${shell}:%`}`.execute(rows);
    const { total = 0, running = 0, dead = 0, oldest_ms = 0 } = found[0] ?? {};
    return {
      shell,
      waiting: Number(total) - Number(running) - Number(dead),
      running: Number(running),
      dead: Number(dead),
      oldestMs: Math.max(0, Number(oldest_ms)),
    };
  }
}

interface ClaimedRow {
  tenant: string;
  key: string;
  body: string;
  at: string;
  attempts: number;
  reference: string | null;
  age_ms: number;
}

/** PostgreSQL gives counts as text. */
interface Counts {
  total: number | string;
  running: number | string;
  dead: number | string;
  oldest_ms: number;
}

function jobOf({ tenant, attempts, age_ms, ...row }: ClaimedRow, shell: Shell, token: string): Job {
  const id = tenant.slice(shell.length + 1);
  return { ...row, tenant: { shell, id }, token, attempt: attempts, ageMs: Math.max(0, age_ms) };
}
