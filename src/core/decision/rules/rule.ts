import type { Candidate } from "../../capacity/cluster-plan.ts";
import type { Region } from "../../catalog/catalog.ts";
import type { RequirementKey } from "../../question/requirement.ts";
import type { CostedCandidate } from "../evaluate.ts";

/** A platform and tier before anything is planned; its region is null where it has none in the place asked for. */
export type Offer = Omit<Candidate, "region"> & {
  region: Region | null;
  /** True once it is known that nothing else stays within the budget. */
  nothingElseFits: boolean;
};

interface RuleBase {
  id: string; // stable: tests, traces and saved estimates cite it
  why: string; // the reason for the rule itself
  source: string; // where a reader can check it
}

/** Rules a platform out before it is planned. */
export interface Gate extends RuleBase {
  /** The deciding reason in words for the asker, or null where the rule does not apply. */
  says: (offer: Offer) => string | null;
  /**
   * What to ask where it applies by an assumption alone, and the key that was assumed; null where it applies by what was said.
   * Then nothing is ruled out: the platform stands behind the others, with the question. Left out: it never does.
   */
  asks?: (offer: Offer) => { key: RequirementKey; question: string } | null;
}

/** Rules out, warns of or adds what only the plan and its bill show. */
export interface Check extends RuleBase {
  effect: "reject" | "warn" | "note"; // a note informs: nothing is amiss with the plan
  says: (priced: CostedCandidate) => string | null;
}
