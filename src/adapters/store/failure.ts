import { UnavailableError } from "../../core/errors.ts";

/** What is wrong with a database that fails: it is full, cut us short, is not there, is damaged, or takes no writes. */
type Failure = "full" | "slow" | "unreachable" | "damaged" | "read-only" | "failing-disk";

/** By the engine's code. https://www.sqlite.org/rescode.html https://www.postgresql.org/docs/current/errcodes-appendix.html */
const FAILURES: ReadonlyMap<string, Failure> = new Map<string, Failure>([
  ["SQLITE_FULL", "full"],
  ["SQLITE_IOERR_SHMSIZE", "full"], // the file that readers and writers share could not grow
  ["ENOSPC", "full"],
  ["53100", "full"],
  ["SQLITE_BUSY", "slow"],
  ["SQLITE_LOCKED", "slow"],
  ["40001", "slow"], // two transactions in each other's way
  ["40P01", "slow"], // a deadlock
  ["55P03", "slow"], // lock_timeout
  ["57014", "slow"], // statement_timeout
  ["53300", "unreachable"], // too many connections
  ["25P03", "unreachable"], // idle_in_transaction_session_timeout
  ["57P01", "unreachable"],
  ["57P02", "unreachable"],
  ["57P03", "unreachable"],
  ["ECONNREFUSED", "unreachable"],
  ["ECONNRESET", "unreachable"],
  ["EPIPE", "unreachable"],
  ["ETIMEDOUT", "unreachable"],
  ["EHOSTUNREACH", "unreachable"],
  ["ENETUNREACH", "unreachable"],
  ["ENOTFOUND", "unreachable"],
  ["EAI_AGAIN", "unreachable"],
  ["SQLITE_CANTOPEN", "unreachable"],
  ["SQLITE_CORRUPT", "damaged"],
  ["SQLITE_NOTADB", "damaged"],
  ["XX001", "damaged"],
  ["XX002", "damaged"],
  ["SQLITE_READONLY", "read-only"],
  ["EROFS", "read-only"],
  ["EACCES", "read-only"],
  ["25006", "read-only"],
  ["SQLITE_IOERR", "failing-disk"],
  ["58030", "failing-disk"],
]);

/** What the driver says without a code. */
const UNREACHABLE = /timeout exceeded when trying to connect|connection (is )?(terminated|closed|error)/i;

const TELL = "Tell whoever runs this bot";
const WORDS: Record<Failure, [message: string, hint: string]> = {
  full: ["The disk is full, so nothing can be kept.", `${TELL} to make room on it, then try again.`],
  slow: ["The database is too busy to answer in time.", "Nothing was changed. Please try again in a minute."],
  unreachable: ["The database cannot be reached.", `Please try again in a minute; if it stays, ${TELL.toLowerCase()}.`],
  damaged: ["The database is damaged.", `${TELL} to check it and to restore a backup.`],
  "read-only": ["The database takes no changes.", `${TELL}: its disk or server lets it be read only.`],
  "failing-disk": ["The disk fails.", `${TELL} to look at it before anything is lost.`],
};

/** The same error in words, with what the engine said as its cause; any other error as it is. */
export function inWords(error: unknown): unknown {
  const failure = failureOf(error);
  return failure === null ? error : new UnavailableError(...WORDS[failure], { cause: error });
}

/** Whether nothing came of the transaction that it ended: what was cut is rolled back, but a lost commit may have held. */
export function leftNothing(error: unknown, committing: boolean): boolean {
  const failure = failureOf(error);
  return failure === "slow" || (failure === "unreachable" && !committing);
}

function failureOf(error: unknown): Failure | null {
  if (!(error instanceof Error) || error instanceof UnavailableError) return null;
  const code = "code" in error ? String(error.code) : "";
  const primary = code.startsWith("SQLITE_") ? code.split("_", 2).join("_") : code; // "SQLITE_BUSY_SNAPSHOT" is busy
  const known = FAILURES.get(code) ?? FAILURES.get(primary);
  if (known !== undefined) return known;
  return /^08/.test(code) || UNREACHABLE.test(error.message) ? "unreachable" : null;
}
