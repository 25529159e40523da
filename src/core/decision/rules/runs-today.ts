import { GATES } from "./gates.ts";
import type { Check } from "./rule.ts";

export const runsToday: Check = {
  id: "runs-today",
  effect: "warn",
  why: "What runs is compared as it is; what would rule it out for a fresh start is said, and does not hide it.",
  source: "https://www.finops.org/framework/capabilities/architecting-for-cloud/",
  says: ({ candidate }) => {
    if (candidate.platform.id !== candidate.requirement.running) return null;
    const offer = { ...candidate, assumed: [], nothingElseFits: true };
    const lacks = GATES.flatMap((gate) => gate.says(offer) ?? []);
    return lacks.length === 0 ? null : `It is what you run today, so it is ranked, though: ${lacks.join(" ")}`;
  },
};
