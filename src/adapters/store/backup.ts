import { access, chmod, rename, rm, stat } from "node:fs/promises";
import { UserError } from "../../core/errors.ts";
import { checkDatabase } from "./check.ts";
import { type Database, sqliteDatabase } from "./database.ts";
import { inWords } from "./failure.ts";

/**
 * Copies an SQLite database to `file` while the bot goes on writing, checks the copy, and gives its size in bytes. The file
 * is there only once it is whole.
 * @throws {UserError} on PostgreSQL, where a file is in the way, or when the copy does not hold.
 */
export async function backUp(database: Database, file: string): Promise<number> {
  if (database.backup === null)
    throw new UserError(
      "PostgreSQL is backed up by its own tools.",
      "Run pg_dump, as docs/backup-and-restore.md says.",
    );
  if (await exists(file)) throw new UserError(`There is a file ${file} already.`, "Name another, or move that one.");
  const part = `${file}.part`;
  try {
    await rm(part, { force: true });
    await database.backup(part);
    await chmod(part, 0o600); // what teams ask is nobody else's business on this machine
    await hold(part);
    await rename(part, file);
    return (await stat(file)).size;
  } catch (error) {
    await rm(part, { force: true });
    throw inWords(error);
  }
}

async function hold(copy: string): Promise<void> {
  const database = sqliteDatabase(copy);
  try {
    for await (const fault of checkDatabase(database))
      throw new UserError(`The copy does not hold: ${fault}`, "Run `k8s-advise data check` on the database itself.");
  } finally {
    await database.close();
  }
}

const exists = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  );
