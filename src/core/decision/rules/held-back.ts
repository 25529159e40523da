import type { Candidate } from "../../capacity/cluster-plan.ts";
import { GATES } from "./gates.ts";
import type { Check, Gate, Offer } from "./rule.ts";

/**
 * What has to be asked before `gate`, which applies, may rule the offer out: it rests on a value that nobody named. Null
 * where it rests on what was said.
 */
export function questionBefore(gate: Gate, offer: Offer): string | null {
  const asked = gate.asks?.(offer) ?? null;
  return asked !== null && offer.assumed.includes(asked.key) ? asked.question : null;
}

/** The first question that holds a platform behind the others; null where none does. What runs today is never held back. */
export function heldBackBy(candidate: Candidate): string | null {
  if (candidate.platform.id === candidate.requirement.running) return null;
  const offer = { ...candidate, nothingElseFits: false };
  for (const gate of GATES) {
    const question = gate.says(offer) === null ? null : questionBefore(gate, offer);
    if (question !== null) return question;
  }
  return null;
}

export const heldBack: Check = {
  id: "held-back",
  effect: "warn",
  why: "What was only assumed rules nothing out: it is asked about, and until it is known the platform stands last.",
  source: "https://sre.google/sre-book/evolving-sre-engagement-model/",
  says: ({ candidate }) => heldBackBy(candidate),
};
