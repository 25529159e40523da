import type { Command } from "commander";
import type { AuditTrail } from "../../app/ports/data.ts";
import type { AuditEntry, Page } from "../../app/records.ts";
import type { Desk } from "./desk.ts";
import type { Io } from "./io.ts";
import { tenantIn } from "./workspace.ts";

/** `data audit`: who did what with what is kept. */
export function addAuditCommand(data: Command, io: Io, desk: () => Promise<Desk>): void {
  data
    .command("audit")
    .description("who shared, decided, changed settings, exported and erased, newest first")
    .option("--workspace <shell:id>", "only this workspace's")
    .option("--all", "all of it, not the newest hundred")
    .option("--json", "an entry a line, as JSON")
    .action(async (asked: Audited) => printAudit(io, (await desk()).audit, asked));
}

const AUDIT_PAGE = 100;

interface Audited {
  workspace?: string;
  json?: true;
  all?: true;
}

/** The newest entries, or all of them: a line each, or as JSON. */
async function printAudit(io: Io, audit: AuditTrail, { workspace, json, all }: Audited): Promise<void> {
  const tenant = workspace === undefined ? null : tenantIn(workspace);
  let before: string | null = null;
  do {
    const page: Page<AuditEntry> = await audit.list(tenant, { limit: AUDIT_PAGE, before });
    if (before === null && page.items.length === 0 && !json)
      io.out("Nothing was shared, decided, changed or erased yet.");
    for (const entry of page.items) io.out(json ? JSON.stringify(entry) : auditLine(entry));
    before = page.next;
  } while (all && before !== null);
  if (before !== null && !json) io.out("There are older entries: add --all.");
}

const auditLine = ({ at, workspace, by, action, about, personId }: AuditEntry) =>
  [at, workspace, `${by.name} (${by.id})`, action, personId ? `${about} (${personId})` : about].join("  ");
