import { SHELLS, type Tenant } from "../../app/ports/asker.ts";
import { UserError } from "../../core/errors.ts";

/** "slack:T0123" as a tenant. @throws {UserError} for any other form. */
export function tenantIn(workspace: string): Tenant {
  const at = workspace.indexOf(":");
  const shell = SHELLS.find((each) => each === workspace.slice(0, at));
  const id = workspace.slice(at + 1);
  if (shell !== undefined && id !== "") return { shell, id };
  throw new UserError(
    `"${workspace}" is no workspace.`,
    `Write ${SHELLS.join(", ")}, a colon and the workspace's id, as in slack:T0123.`,
  );
}
