import type { Problem } from "../../cards/error-card.ts";
import type { Shell } from "../ports/asker.ts";
import type { Job } from "../ports/job-queue.ts";
import type { Attempt } from "./attempt.ts";
import type { PlatformErrors } from "./errors.ts";
import type { Receipted } from "./receipts.ts";

/** Something somebody did on a platform, as its shell read it. */
export interface Incoming extends Receipted {
  personId: string;
  /** What was clicked and by whom, where it may be clicked twice; null for all else. */
  click: string | null;
  /** All that another process needs to answer it. */
  body: string;
}

/** An answer that somebody waits for, and the way to them. */
export interface PendingAnswer {
  /** Answers. @throws what went wrong. */
  answer(): Promise<void>;
  /** Tells the asker what went wrong; `error` is what was thrown, where something was. @throws where they cannot be reached. */
  tell(problem: Problem, error?: unknown): Promise<void>;
}

/** What a chat platform has to bring, so that what people do there is answered as it is everywhere. */
export interface Transport {
  shell: Shell;
  /** How long the platform takes answers to what somebody did. */
  answerableMs: number;
  errors: PlatformErrors;
  /**
   * The answer to what another process had kept; null where nobody waits for it any more. `mayRepeat`: should it be done
   * already, nothing is added, posted or undone by doing it once more.
   */
  reopen(job: Job, attempt: Attempt): Promise<(PendingAnswer & { mayRepeat: boolean }) | null>;
}
