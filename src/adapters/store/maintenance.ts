import type { StoreMaintenance } from "../../app/ports.ts";
import { backUp } from "./backup.ts";
import { checkDatabase } from "./check.ts";
import type { Database } from "./database.ts";
import { migrate } from "./migrate.ts";
import { openDatabase, type StoreSettings } from "./open.ts";

/** For an operator's commands: opens the database and leaves its tables as they are until told otherwise. */
export async function storeMaintenance(
  settings: Pick<StoreSettings, "dataDir" | "databaseUrl" | "limits">,
): Promise<StoreMaintenance> {
  return maintenanceOn(await openDatabase(settings));
}

export function maintenanceOn(database: Database): StoreMaintenance {
  return {
    migrate: () => migrate(database),
    check: () => checkDatabase(database),
    backup: (file) => backUp(database, file),
    close: () => database.close(),
  };
}
