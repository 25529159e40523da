import { oldVersionSurcharge } from "../../cost/leaving.ts";
import { money } from "../../cost/money.ts";
import { categoryCost } from "../evaluate.ts";
import type { Check } from "./rule.ts";

export const oldVersion: Check = {
  id: "old-version",
  effect: "warn",
  why: "The dearest part of an old Kubernetes version is often the version itself.",
  source: "https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html",
  says: ({ candidate, bill }) => {
    const { clusters } = candidate.requirement;
    const surcharge = oldVersionSurcharge(candidate);
    if (surcharge === 0) return null;
    const fee = categoryCost(bill, "control-plane");
    const each = (amount: number) => money(amount / clusters, bill.currency);
    const all = clusters === 1 ? "" : `, ${money(surcharge, bill.currency)} for all ${clusters}`;
    return `Your Kubernetes version is past standard support: ${each(fee)} a month for a control plane instead of ${each(fee - surcharge)}. Upgrading saves ${each(surcharge)} a month${all}.`;
  },
};
