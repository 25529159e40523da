import type { Gate } from "./rule.ts";

/** Whoever runs the control plane alone must know how to bring it back. */
export const selfManagedSkill: Gate = {
  id: "self-managed-skill",
  why: "Upgrades, etcd backups and repairs of a self-run control plane are learned before they are needed, not while it is down.",
  source: "https://docs.k3s.io/datastore/backup-restore",
  says: ({ platform, requirement: { kubernetesExperience, purpose } }) => {
    if (platform.kind !== "self-managed") return null;
    if (purpose === "learning")
      return "Running the control plane yourself is a second subject: learn Kubernetes on a managed one first.";
    const unskilled = kubernetesExperience === "none" || kubernetesExperience === "beginner";
    return unskilled
      ? "You would run, upgrade, back up and repair the control plane yourselves, and nobody on the team has done it."
      : null;
  },
  asks: ({ requirement: { purpose } }) =>
    purpose === "learning"
      ? null
      : {
          key: "kubernetesExperience",
          question:
            "Has anybody on the team run Kubernetes for a while? Nobody said so, and here you would run, upgrade, back up and repair the control plane yourselves.",
        },
};
