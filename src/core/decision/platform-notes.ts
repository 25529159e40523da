import type { Note } from "../catalog/platform.ts";
import type { CostedCandidate } from "./evaluate.ts";

/** What the catalog says to whoever takes this plan, in its own order: notes that do not concern the plan are left out. */
export const notesOn = (priced: CostedCandidate): string[] =>
  knownNotes(priced)
    .filter((note) => concerns(note, priced))
    .map(({ says }) => says);

/** What makes older figures for this platform wrong, whatever was planned. */
export const priceNotesOn = (priced: CostedCandidate): string[] =>
  knownNotes(priced)
    .filter(({ about }) => about === "price")
    .map(({ says }) => says);

/** Those that were true on the day the answer is as of. */
const knownNotes = ({ candidate: { platform, book } }: CostedCandidate): Note[] =>
  platform.notes.filter(({ from }) => from === undefined || from <= book.asOf);

function concerns({ tiers, features, belowNodeMemoryGiB }: Note, { candidate, plan }: CostedCandidate): boolean {
  const { tier, requirement } = candidate;
  const holds = [
    tiers?.includes(tier.id),
    features?.some((feature) => requirement.features.includes(feature)),
    belowNodeMemoryGiB === undefined
      ? undefined
      : plan.pools.some(({ machine }) => machine.memoryGiB < belowNodeMemoryGiB),
  ];
  return holds.every((each) => each !== false);
}
