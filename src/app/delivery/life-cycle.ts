import type { Job, JobQueue, Receipts } from "../ports/job-queue.ts";
import type { Log } from "../ports/process.ts";
import { Attempt, type Attempting, LeaseLost } from "./attempt.ts";
import { gaveUp, INTERRUPTED, userMessage } from "./errors.ts";
import { LATE, within } from "./late.ts";
import { isNew, noteEnd } from "./receipts.ts";
import type { Incoming, PendingAnswer, Transport } from "./transport.ts";
import { type Worker, worker } from "./worker.ts";

/** What a life cycle stands on. */
export interface Parts {
  queue: JobQueue;
  receipts: Receipts;
  log: Log;
}

/** How something is answered that the platform waits for. */
export interface Answering {
  /** How long the platform is left without an acknowledgement; null where the answer keeps and acknowledges it in time itself. */
  patienceMs: number | null;
  acknowledge(): Promise<void>;
  /** Takes note of the second click of two, while the first is being answered. */
  ignore(): Promise<void>;
  /** The answer, which calls `lasting` once what it changes is kept, before it is on its way. */
  pending(attempt: Attempt, lasting: () => void): PendingAnswer;
}

/** How long a process that was told to stop waits for what it is answering. */
const SHUTDOWN_MS = 10_000;

/**
 * What becomes of anything that somebody does on a platform: it is claimed, kept, acknowledged, handled and answered, and
 * then complete. Killed in between, another process resumes it.
 */
export class LifeCycle {
  readonly #transport: Transport;
  readonly #parts: Parts;
  readonly #attempting: Attempting;
  readonly #left: Worker;
  readonly #inFlight = new Set<Promise<unknown>>();
  readonly #clicks = new Set<string>();

  constructor(transport: Transport, parts: Parts) {
    const { errors, shell } = transport;
    this.#transport = transport;
    this.#parts = parts;
    this.#attempting = { queue: parts.queue, log: parts.log, errors };
    this.#left = worker(parts.queue, shell, (job) => this.track(this.#resume(job)));
  }

  /** Keeps it, acknowledges it, and answers it: what the platform was told of, this process or another answers. */
  async keepFirst(
    incoming: Incoming,
    { acknowledge, pending }: Pick<Answering, "acknowledge"> & { pending(attempt: Attempt): PendingAnswer },
  ): Promise<void> {
    const { tenant, receipts, personId, body, click } = incoming;
    if (this.#isBusy(click)) return acknowledge();
    const lease = await this.#parts.queue.enqueue(tenant, { key: receipts[0], personId, body }, receipts);
    await acknowledge();
    if (lease === null) return;
    const attempt = new Attempt(this.#attempting, lease, true);
    await this.#oneAtATime(click, () => attempt.run(() => this.#answerOrTell(pending(attempt))));
  }

  /**
   * Answers it, and acknowledges it when it is answered, or when what it changes is lasting: until then the platform, or the
   * person, sends it again. What takes longer than the platform waits is kept before it is acknowledged.
   */
  async answerFirst(incoming: Incoming, { patienceMs, acknowledge, ignore, pending }: Answering): Promise<void> {
    if (this.#isBusy(incoming.click)) return ignore();
    const attempt = this.begin(incoming);
    let markLasting = () => {};
    const lasting = new Promise<void>((resolve) => {
      markLasting = resolve;
    });
    const answered = this.#oneAtATime(incoming.click, () => this.#answerNew(incoming, pending(attempt, markLasting)));
    const early = Promise.race([lasting, answered]).catch(() => {}); // `run` hears of it
    if (patienceMs !== null && (await within(early, patienceMs)) === LATE) {
      await attempt.keep(incoming);
      await this.#noteEnd(incoming);
    }
    await attempt.run(async () => {
      await acknowledge();
      await answered;
    });
  }

  /** An attempt at what is not kept yet. */
  begin({ tenant, receipts: [key] }: Pick<Incoming, "tenant" | "receipts">): Attempt {
    return new Attempt(this.#attempting, this.#parts.queue.begin(tenant, key), false);
  }

  /** The same work, which a process that was told to stop waits for. */
  track<T>(work: Promise<T>): Promise<T> {
    this.#inFlight.add(work);
    return work.finally(() => this.#inFlight.delete(work));
  }

  /** Answers what other processes left unanswered, until nothing more is due. */
  takeOver(): Promise<void> {
    return this.#left.workOff();
  }

  /** Begins nothing new, hears nothing new, and waits, with an end to it, for what is being answered. */
  async stop(disconnect: () => Promise<void>): Promise<void> {
    this.#left.stop();
    await disconnect();
    await within(Promise.allSettled(this.#inFlight), SHUTDOWN_MS);
  }

  /** Or tells the asker what went wrong. @throws {LeaseLost}, and where they could not be told either but may be later. */
  async #answerOrTell({ answer, tell }: PendingAnswer): Promise<void> {
    const { errors } = this.#transport;
    const { log } = this.#parts;
    try {
      await answer();
    } catch (error) {
      if (error instanceof LeaseLost) throw error;
      await tell(userMessage(error, errors, log), error).catch((failure: unknown) => {
        log.warn(errors.fields(failure), "the asker could not be told");
        if (errors.mayPass(failure)) throw failure;
      });
    }
  }

  /** What nobody waits for any more it lets go. Never throws. */
  async #resume(job: Job): Promise<void> {
    const { answerableMs, shell } = this.#transport;
    const attempt = new Attempt(this.#attempting, job, true);
    await attempt.run(async () => {
      const pending = job.ageMs > answerableMs ? null : await this.#transport.reopen(job, attempt);
      if (pending === null) {
        const ageMs = Math.round(job.ageMs);
        return this.#parts.log.warn({ shell, ageMs }, "nobody waits for this answer any more");
      }
      if (job.reference !== null) await pending.tell(gaveUp(job.reference));
      else if (pending.mayRepeat) await this.#answerOrTell(pending);
      else await pending.tell(INTERRUPTED);
    });
  }

  async #answerNew(incoming: Incoming, pending: PendingAnswer): Promise<void> {
    let isOurs = true;
    await this.#answerOrTell({
      answer: async () => {
        isOurs = await isNew(this.#parts.receipts, incoming);
        if (isOurs) await pending.answer();
      },
      tell: pending.tell,
    });
    if (isOurs) await this.#noteEnd(incoming);
  }

  async #noteEnd(incoming: Incoming): Promise<void> {
    await noteEnd(this.#parts.receipts, incoming).catch((error: unknown) =>
      this.#parts.log.error(this.#transport.errors.fields(error), "that something was answered could not be noted"),
    );
  }

  /** Whether the same person is still being answered the same click: the second of two is acknowledged, and that is all. */
  #isBusy(click: string | null): boolean {
    return click !== null && this.#clicks.has(click);
  }

  async #oneAtATime(click: string | null, work: () => Promise<void>): Promise<void> {
    if (click === null) return work();
    this.#clicks.add(click);
    await work().finally(() => this.#clicks.delete(click));
  }
}
