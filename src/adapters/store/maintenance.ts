import type { StoreMaintenance } from "../../app/ports/data.ts";
import { UserError } from "../../core/errors.ts";
import { backUp } from "./backup.ts";
import { checkDatabase } from "./check.ts";
import type { Database } from "./database.ts";
import { reseal } from "./installations.ts";
import { migrate } from "./migrate.ts";
import { openDatabase, type StoreSettings } from "./open.ts";
import { sealKeys } from "./seal.ts";

type Settings = Pick<StoreSettings, "dataDir" | "databaseUrl" | "limits" | "tokenKey">;

/** For an operator's commands: opens the database and leaves its tables as they are until told otherwise. */
export async function storeMaintenance(settings: Settings): Promise<StoreMaintenance> {
  return maintenanceOn(await openDatabase(settings), settings);
}

export function maintenanceOn(database: Database, { tokenKey }: Pick<Settings, "tokenKey">): StoreMaintenance {
  return {
    migrate: () => migrate(database),
    check: () => checkDatabase(database),
    backup: (file) => backUp(database, file),
    reseal: async () => {
      if (tokenKey === null)
        throw new UserError(
          "No key is set.",
          "Set TOKEN_KEY: the new key first, then the old ones, with commas between.",
        );
      return reseal(database, sealKeys(tokenKey));
    },
    close: () => database.close(),
  };
}
