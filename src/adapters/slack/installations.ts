import type { Installation, InstallationQuery, InstallProviderOptions } from "@slack/bolt";
import type { InstallationStore } from "../../app/ports/sessions.ts";

type BoltStore = NonNullable<InstallProviderOptions["installationStore"]>;

/** Our store as Slack's installer wants it. */
export function boltInstallations(store: InstallationStore): BoltStore {
  return {
    async storeInstallation(installation) {
      await store.save({ key: keyOfInstallation(installation), json: JSON.stringify(installation) });
    },
    async fetchInstallation(query) {
      const json = await store.get(keyOfQuery(query));
      if (json === null) throw new Error("the app is not installed there");
      return JSON.parse(json); // as we stored it
    },
    async deleteInstallation(query) {
      await store.delete(keyOfQuery(query));
    },
  };
}

function keyOfInstallation({ isEnterpriseInstall, enterprise, team }: Installation): string {
  return given(isEnterpriseInstall ? enterprise?.id : team?.id);
}

function keyOfQuery({ isEnterpriseInstall, enterpriseId, teamId }: InstallationQuery<boolean>): string {
  return given(isEnterpriseInstall ? enterpriseId : teamId);
}

function given(id: string | undefined): string {
  if (id === undefined) throw new Error("Slack named neither a workspace nor an organisation");
  return id;
}
