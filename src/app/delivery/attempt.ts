import { type Job, type JobQueue, type Lease, MOST_ATTEMPTS, type Work } from "../ports/job-queue.ts";
import type { Log } from "../ports/process.ts";
import type { PlatformErrors } from "./errors.ts";

/** Another attempt at the same job has begun: what is left to do is its to do. */
export class LeaseLost extends Error {
  constructor() {
    super("Another attempt at this job has begun.");
    this.name = "LeaseLost";
  }
}

/** What an attempt stands on. */
export interface Attempting {
  queue: JobQueue;
  log: Log;
  errors: Pick<PlatformErrors, "fields">;
}

/** Times that the asker of a dead letter is told before it is let lie: what tells them may be what kills the process. */
const MOST_TELLINGS = 3;
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5_000;

/** One attempt at answering something, from before it is kept until it is answered, to be tried again, or given up. */
export class Attempt {
  readonly #parts: Attempting;
  readonly #lease: Lease;
  readonly #reference: string | null;
  #isKept: boolean;

  /** With a job: an attempt at what is kept already. */
  constructor(parts: Attempting, lease: Lease | Job, isKept: boolean) {
    this.#parts = parts;
    this.#lease = lease;
    this.#reference = "reference" in lease ? lease.reference : null;
    this.#isKept = isKept;
  }

  /** Whether an earlier attempt may have done part of it. */
  get isRepeated(): boolean {
    return this.#lease.attempt > 1;
  }

  /** Resolves once another process could answer it. */
  async keep({ personId, body }: Omit<Work, "key">): Promise<void> {
    this.#isKept = true; // before it is: a write that fails may have been made
    await this.#parts.queue.keep(this.#lease, { key: this.#lease.key, personId, body });
  }

  /** To be asked before anything that everybody sees, or that stays. @throws {LeaseLost} */
  async assertHeld(): Promise<void> {
    if (this.#isKept && !(await this.#parts.queue.renew(this.#lease))) throw new LeaseLost();
  }

  /** Does the work; what was kept is then answered, or due for another attempt where that failed. Never throws. */
  async run(work: () => Promise<void>): Promise<void> {
    const tellings = this.#lease.attempt - MOST_ATTEMPTS;
    const outcome = tellings > MOST_TELLINGS ? "failed" : await this.#outcomeOf(work);
    if (!this.#isKept || outcome === "lost") return;
    const { queue } = this.#parts;
    if (this.#reference === null)
      await this.#insist(() => (outcome === "done" ? queue.complete(this.#lease) : queue.retry(this.#lease)));
    else if (outcome === "done" || tellings >= MOST_TELLINGS) await this.#bury(this.#reference);
    else await this.#insist(() => queue.retry(this.#lease));
  }

  async #outcomeOf(work: () => Promise<void>): Promise<"done" | "failed" | "lost"> {
    try {
      await work();
      return "done";
    } catch (error) {
      if (error instanceof LeaseLost) {
        this.#parts.log.warn({ attempt: this.#lease.attempt }, "an attempt was taken over");
        return "lost";
      }
      const { log, errors } = this.#parts;
      log.warn({ attempt: this.#lease.attempt, ...errors.fields(error) }, "an attempt to answer failed");
      return "failed";
    }
  }

  async #bury(reference: string): Promise<void> {
    const { shell } = this.#lease.tenant;
    this.#parts.log.error({ reference, shell, attempts: this.#lease.attempt }, "a job was given up");
    await this.#insist(() => this.#parts.queue.bury(this.#lease));
  }

  /** Until the store has it: meanwhile the lease is renewed, so that nobody answers once more what was answered. */
  async #insist(write: () => Promise<boolean>): Promise<void> {
    for (let wait = FIRST_WAIT_MS; ; wait = Math.min(2 * wait, LONGEST_WAIT_MS)) {
      try {
        if (!(await write())) this.#parts.log.warn({ attempt: this.#lease.attempt }, "an attempt was taken over");
        return;
      } catch (error) {
        this.#parts.log.error({ err: error }, "the end of a job could not be kept yet");
        await new Promise((resolve) => setTimeout(resolve, wait).unref());
      }
    }
  }
}
