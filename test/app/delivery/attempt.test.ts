import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Attempt, LeaseLost } from "../../../src/app/delivery/attempt.ts";
import { queueSweep } from "../../../src/app/delivery/queue-sweep.ts";
import { worker } from "../../../src/app/delivery/worker.ts";
import type { Tenant } from "../../../src/app/ports/asker.ts";
import type { JobQueue } from "../../../src/app/ports/job-queue.ts";
import type { Log } from "../../../src/app/ports/process.ts";
import { type SharedQueue, sharedQueue } from "./job-queues.ts";

const TENANT: Tenant = { shell: "slack", id: "T1" };
const WORK = { personId: "U1", body: "work" };

let shared: SharedQueue;
let lines: { fields: Record<string, unknown>; text: string }[];
beforeEach(async () => {
  shared = await sharedQueue();
  lines = [];
});
afterEach(() => vi.useRealTimers());

const write = (fields: Record<string, unknown>, text: string) => void lines.push({ fields, text });
const log: Log = { info: write, warn: write, error: write };
const errors = { fields: (error: unknown) => ({ reason: String(error) }) };

async function begun(queue: JobQueue): Promise<Attempt> {
  const attempt = new Attempt({ queue, log, errors }, queue.begin(TENANT, "a"), false);
  await attempt.keep(WORK);
  return attempt;
}
async function claimed(queue: JobQueue): Promise<Attempt> {
  await shared.fallSilent();
  const job = await queue.claim("slack");
  if (job === null) throw new Error("nothing is due");
  return new Attempt({ queue, log, errors }, job, true);
}
const fails = () => Promise.reject(new Error("broken"));

describe("an attempt", () => {
  it("that was answered leaves nothing, not even what was asked", async () => {
    await (await begun(shared.process())).run(async () => {});
    expect(await shared.kept()).toEqual([]);
  });

  it("that failed is logged and leaves the job for another", async () => {
    await (await begun(shared.process())).run(fails);
    expect(lines).toEqual([{ fields: { attempt: 1, reason: "Error: broken" }, text: "an attempt to answer failed" }]);
    expect(await shared.kept()).toMatchObject([{ key: "a", attempts: 1 }]);
    await (await claimed(shared.process())).run(async () => {});
    expect(await shared.kept()).toEqual([]);
  });

  it("writes its end again until the store takes it, and meanwhile nobody else may begin", async () => {
    const queue = shared.process();
    let failures = 3;
    const flaky: JobQueue = {
      ...queue,
      complete: async (lease) => {
        failures -= 1;
        if (failures >= 0) throw new Error("the disk is full");
        return queue.complete(lease);
      },
    };
    const running = (await begun(flaky)).run(async () => {});
    expect(await shared.process().claim("slack")).toBeNull();
    await running;
    expect(await shared.kept()).toEqual([]);
    expect(lines.map(({ text }) => text)).toEqual(Array(3).fill("the end of a job could not be kept yet"));
  });

  it("that lost its lease does nothing more, and ends nothing", async () => {
    const first = await begun(shared.process());
    const second = await claimed(shared.process());
    await expect(first.assertHeld()).rejects.toThrow(LeaseLost);
    await first.run(() => first.assertHeld());
    await first.run(async () => {});
    expect(await shared.kept()).toMatchObject([{ key: "a", body: "work" }]);
    await second.assertHeld();
    await second.run(async () => {});
    expect(await shared.kept()).toEqual([]);
    expect(lines.map(({ text }) => text)).not.toContain("an attempt to answer failed");
  });

  it("is given up after three: the asker is told once, and a dead letter without words stays", async () => {
    const queue = shared.process();
    await (await begun(queue)).run(fails);
    for (const _ of [2, 3]) await (await claimed(queue)).run(fails);
    let told = 0;
    await (await claimed(queue)).run(async () => {
      told += 1;
    });
    expect(told).toBe(1);
    expect(await shared.kept()).toMatchObject([{ key: "a", body: "", attempts: 4, dead_at: expect.any(String) }]);
    expect(lines.at(-1)).toEqual({
      fields: { reference: expect.stringMatching(/^[0-9a-f]{8}$/), shell: "slack", attempts: 4 },
      text: "a job was given up",
    });
    await shared.fallSilent();
    expect(await queue.claim("slack")).toBeNull();
  });

  it("whose telling fails as well is told three times, and never again", async () => {
    const queue = shared.process();
    await (await begun(queue)).run(fails);
    let tries = 0;
    for (const _ of [2, 3, 4, 5, 6])
      await (await claimed(queue)).run(() => {
        tries += 1;
        return fails();
      });
    expect(tries).toBe(5);
    expect(await shared.kept()).toMatchObject([{ body: "", dead_at: expect.any(String) }]);
  });

  it("that kills its process at every telling is buried unheard", async () => {
    const queue = shared.process();
    await begun(queue);
    for (const _ of [2, 3, 4, 5, 6]) await claimed(queue); // and no word of any
    let tries = 0;
    await (await claimed(queue)).run(async () => {
      tries += 1;
    });
    expect(tries).toBe(0);
    expect(await shared.kept()).toMatchObject([{ body: "", dead_at: expect.any(String) }]);
  });
});

describe("a worker", () => {
  it("claims one job after another, so that one that kills the process takes no other with it", async () => {
    const queue = shared.process();
    for (const key of ["poison", "innocent"]) await queue.keep(queue.begin(TENANT, key), { key, ...WORK });
    await shared.fallSilent();
    const left = worker(queue, "slack", () => new Promise(() => {})); // dies over the first
    void left.workOff();
    await vi.waitFor(async () => expect((await shared.kept()).map(({ attempts }) => attempts)).toContain(2));
    expect((await shared.kept()).map(({ attempts }) => attempts).sort()).toEqual([1, 2]);
  });

  it("begins nothing once it is stopped", async () => {
    const queue = shared.process();
    await queue.keep(queue.begin(TENANT, "a"), { key: "a", ...WORK });
    await shared.fallSilent();
    const answer = vi.fn();
    const left = worker(queue, "slack", answer);
    left.stop();
    await left.workOff();
    expect(answer).not.toHaveBeenCalled();
  });
});

describe("a sweep", () => {
  it("is alive once it renewed, and no longer when it could not for as long as a lease", async () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    let down = false;
    const queue = shared.process();
    const renewAll = async () => {
      if (down) throw new Error("no database");
      await queue.renewAll();
    };
    const takeOver = vi.fn(async () => {});
    const sweep = queueSweep({ ...queue, renewAll }, [{ name: "slack", shell: { takeOver } }], log);
    expect(sweep.assertAlive).toThrow("not looked after");
    await sweep.run();
    sweep.assertAlive();
    expect(takeOver).toHaveBeenCalledTimes(1);
    down = true;
    vi.advanceTimersByTime(15_000);
    await sweep.run();
    sweep.assertAlive();
    vi.advanceTimersByTime(6_000);
    expect(sweep.assertAlive).toThrow("not looked after");
    expect(takeOver).toHaveBeenCalledTimes(1);
  });
});
