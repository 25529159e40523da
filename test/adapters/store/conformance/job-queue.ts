import { sql } from "kysely";
import { expect, it } from "vitest";
import type { Database } from "../../../../src/adapters/store/database.ts";
import { momentsOf } from "../../../../src/adapters/store/moments.ts";
import type { Store } from "../../../../src/adapters/store/open.ts";
import type { Tenant } from "../../../../src/app/ports/asker.ts";
import type { Job, JobQueue } from "../../../../src/app/ports/job-queue.ts";
import type { Clock } from "../../../../src/app/ports/process.ts";
import { aTenant } from "../samples.ts";

const A_SECOND_MS = 1_000; // the moment is rounded as it is kept
const HOUR_MS = 3_600_000;

/** Processes are stores on one database, each with a clock of its own. */
export function queuesJobs(process: (clock: Clock) => Store, database: () => Database): void {
  const clockOf = (aheadMs: number): Clock => ({ now: () => new Date(Date.now() + aheadMs) });
  const queue = (aheadMs = 0): JobQueue => process(clockOf(aheadMs)).jobs;
  const work = (key: string) => ({ key, personId: "U1", body: `work ${key}` });

  /** Each test has a shell to itself, so that it claims nothing of another. */
  const tenantOf = (shell: Tenant["shell"]): Tenant => ({ ...aTenant(), shell });
  const kept = async (jobs: JobQueue, tenant: Tenant, key: string) => {
    const lease = jobs.begin(tenant, key);
    await jobs.keep(lease, work(key));
    return lease;
  };
  const fallSilent = (tenant: Tenant, agoMs = 0) => {
    const { fromNow } = momentsOf(database().engine);
    const past = sql`update inbox set held_until = ${fromNow(-1)}, at = ${agoMs === 0 ? sql`at` : fromNow(-agoMs)}`;
    return database().write(`${tenant.shell}:${tenant.id}`, (rows) =>
      sql`${past} where tenant = ${`${tenant.shell}:${tenant.id}`} and dead_at is null`.execute(rows),
    );
  };
  const rowOf = (tenant: Tenant) =>
    database().read(`${tenant.shell}:${tenant.id}`, (rows) =>
      rows.selectFrom("inbox").selectAll().where("tenant", "=", `${tenant.shell}:${tenant.id}`).execute(),
    );
  const claimedOf = async (jobs: JobQueue, tenant: Tenant): Promise<Job> => {
    const job = await jobs.claim(tenant.shell);
    if (job === null) throw new Error("nothing is due");
    return job;
  };

  it("keeps for one of twenty who come with the same at once, and for nobody after", async () => {
    const tenant = tenantOf("cli");
    const { jobs, receipts } = process(clockOf(0));
    const enqueue = () => jobs.enqueue(tenant, work("a"), ["a:1", "a:2"]);
    const leases = (await Promise.all(Array.from({ length: 20 }, enqueue))).filter((lease) => lease !== null);
    expect(leases).toHaveLength(1);
    for (const lease of leases) expect(await jobs.complete(lease)).toBe(true);
    expect(await enqueue()).toBeNull();
    expect(await rowOf(tenant)).toEqual([]); // nor kept again
    expect(await receipts.claim(tenant, "a:2")).toBe(false);
    const second = await jobs.enqueue(tenant, work("b"), ["b:1", "a:2"]); // the first alone decides
    expect(second).toMatchObject({ key: "b", attempt: 1 });
    if (second) await jobs.complete(second);
  });

  it("hands what a silent process kept to one other, oldest first, and what is done to none", async () => {
    const tenant = tenantOf("cli");
    const jobs = queue();
    for (const key of ["a", "b", "c"]) {
      const lease = await kept(jobs, tenant, key);
      if (key === "b") await jobs.complete(lease);
      await new Promise((resolve) => setTimeout(resolve, 5)); // moments are kept in milliseconds
    }
    expect(await queue().claim("cli")).toBeNull(); // held
    await fallSilent(tenant);
    const claimed = await Promise.all([1, 2, 3].map(() => queue().claim("cli")));
    const found = claimed.filter((job) => job !== null).sort((one, other) => (one.key < other.key ? -1 : 1));
    expect(found).toMatchObject([
      { tenant, key: "a", body: "work a", attempt: 2, reference: null },
      { tenant, key: "c", body: "work c", attempt: 2, reference: null },
    ]);
    for (const job of found) await jobs.complete(job);
  });

  it("goes by the database's clock, whatever those of the processes say", async () => {
    const tenant = tenantOf("cli");
    const [early, late] = [queue(-HOUR_MS), queue(HOUR_MS)];
    const lease = await kept(early, tenant, "held");
    expect(await late.claim("cli")).toBeNull();
    await fallSilent(tenant, HOUR_MS + A_SECOND_MS);
    const job = await claimedOf(early, tenant);
    expect(job.ageMs).toBeGreaterThanOrEqual(HOUR_MS);
    expect(job.ageMs).toBeLessThan(HOUR_MS + 60_000);
    expect(await late.claim("cli")).toBeNull();
    expect(await early.complete(lease)).toBe(false);
    expect(await early.complete(job)).toBe(true);
  });

  it("leaves alone what is another shell's, and what its process renews", async () => {
    const tenant = tenantOf("playground");
    const [living, other] = [queue(), queue()];
    const lease = await kept(living, tenant, "held");
    await fallSilent(tenant);
    await living.renewAll();
    expect(await other.claim("playground")).toBeNull();
    await fallSilent(tenant);
    expect(await other.claim("cli")).toBeNull();
    expect(await living.renew(lease)).toBe(true);
    expect(await other.claim("playground")).toBeNull();
    await fallSilent(tenant);
    const job = await claimedOf(other, tenant);
    expect(job.key).toBe("held");
    expect(await other.claim("playground")).toBeNull(); // held by who claimed it
    await other.complete(job);
  });

  it("fences whoever lost its lease: it renews, ends and changes nothing any more", async () => {
    const tenant = tenantOf("playground");
    const jobs = queue();
    const lost = await kept(jobs, tenant, "a");
    await fallSilent(tenant);
    const job = await claimedOf(jobs, tenant); // even the same process, having been stopped for a while
    for (const end of [jobs.renew, jobs.complete, jobs.retry, jobs.bury]) expect(await end(lost)).toBe(false);
    expect(await rowOf(tenant)).toMatchObject([{ body: "work a", token: job.token, dead_at: null }]);
    expect(await jobs.renew(job)).toBe(true);
    expect(await jobs.complete(job)).toBe(true);
    expect(await jobs.complete(job)).toBe(false);
  });

  it("keeps how far the work came in place of what it was", async () => {
    const tenant = tenantOf("playground");
    const jobs = queue();
    const lease = await kept(jobs, tenant, "a");
    await jobs.keep(lease, { ...work("a"), body: "half done" });
    await fallSilent(tenant);
    const job = await claimedOf(queue(), tenant);
    expect(job).toMatchObject({ key: "a", body: "half done" });
    await jobs.complete(job);
  });

  it("waits longer after each attempt, and gives up after three, with one reference for good", async () => {
    const tenant = tenantOf("playground");
    const jobs = queue();
    const heldForMs = async () => {
      const [row] = await rowOf(tenant);
      const now = Date.parse((await momentOf(database())) ?? "");
      return Date.parse(row?.held_until ?? "") - now;
    };
    await kept(jobs, tenant, "poison");
    let job: Job | null = null;
    const held: number[] = [];
    for (const attempt of [2, 3, 4, 5]) {
      held.push(Math.round((await heldForMs()) / 10_000));
      await fallSilent(tenant);
      const next = await claimedOf(jobs, tenant);
      expect(next.attempt).toBe(attempt);
      if (attempt > 4) expect(next.reference).toBe(job?.reference);
      job = next;
    }
    expect(held).toEqual([2, 4, 6, 8]); // 20 s, and as much more for each attempt before
    expect(job?.reference).toMatch(/^[0-9a-f]{8}$/);

    if (job === null) return;
    expect(await jobs.bury(job)).toBe(true);
    expect(await rowOf(tenant)).toMatchObject([{ body: "", reference: job.reference, holder: "" }]);
    await fallSilent(tenant);
    expect(await jobs.claim("playground")).toBeNull();
    expect(await jobs.renew(job)).toBe(false);
  });

  it("lets go of a failed attempt for 5 s, then for 20 s", async () => {
    const tenant = tenantOf("playground");
    const jobs = queue();
    const first = await kept(jobs, tenant, "a");
    const waits = async () => {
      const [row] = await rowOf(tenant);
      return Math.round((Date.parse(row?.held_until ?? "") - Date.parse((await momentOf(database())) ?? "")) / 1_000);
    };
    expect(await jobs.retry(first)).toBe(true);
    expect(await waits()).toBe(5);
    await jobs.renewAll(); // holds nothing that nobody is at
    expect(await waits()).toBe(5);
    await fallSilent(tenant);
    const second = await claimedOf(jobs, tenant);
    await jobs.retry(second);
    expect(await waits()).toBe(20);
    await fallSilent(tenant);
    await jobs.complete(await claimedOf(jobs, tenant));
  });

  it("ends the lease of an attempt that hangs, however often its process renews what it is at", async () => {
    const tenant = tenantOf("playground");
    const jobs = queue();
    await kept(jobs, tenant, "hangs");
    const { fromNow } = momentsOf(database().engine);
    await database().write(`playground:${tenant.id}`, (rows) =>
      sql`update inbox set begun_at = ${fromNow(-6 * 60_000)}, held_until = ${fromNow(-1)}
        where tenant = ${`playground:${tenant.id}`}`.execute(rows),
    );
    await jobs.renewAll();
    await jobs.complete(await claimedOf(queue(), tenant));
  });

  it("counts what waits, runs and was given up, and the age of the oldest", async () => {
    const tenant = tenantOf("discord");
    const jobs = queue();
    const before = (await jobs.figures()).find(({ shell }) => shell === "discord");
    const leases = [];
    for (const key of ["running", "waiting", "dead"]) leases.push(await kept(jobs, tenant, key));
    const [, waiting, dead] = leases;
    if (waiting === undefined || dead === undefined) return;
    await jobs.retry(waiting);
    await jobs.bury(dead);
    await database().write(`discord:${tenant.id}`, (rows) =>
      sql`update inbox set at = ${momentsOf(database().engine).fromNow(-HOUR_MS - A_SECOND_MS)} where key = 'waiting'`.execute(
        rows,
      ),
    );
    const after = (await jobs.figures()).find(({ shell }) => shell === "discord");
    expect(after).toMatchObject({
      running: (before?.running ?? 0) + 1,
      waiting: (before?.waiting ?? 0) + 1,
      dead: (before?.dead ?? 0) + 1,
    });
    expect(after?.oldestMs).toBeGreaterThanOrEqual(HOUR_MS);
    await fallSilent(tenant);
    for (let job = await jobs.claim("discord"); job !== null; job = await jobs.claim("discord"))
      await jobs.complete(job);
  });
}

/** The database's present moment as it is kept. */
async function momentOf(database: Database): Promise<string | undefined> {
  const now = sql<{ now: string }>`select ${momentsOf(database.engine).fromNow(0)} as now`;
  return (await now.execute(database.rows)).rows[0]?.now;
}
