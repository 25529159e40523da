import type { CostedCandidate } from "../decision/evaluate.ts";
import type { Commitment } from "../question/choices.ts";

/** Whether all that a plan rents is priced as it was asked to be committed; what nobody can commit to counts as such. */
export function hasCommittedRates({ plan, candidate: { book, platform, requirement } }: CostedCandidate): boolean {
  if (requirement.commitment === "none" || platform.provider === null) return true;
  if (!book.provider(platform.provider).sellsCommitments) return true;
  return plan.pools.length > 0 && plan.pools.every(({ category }) => category !== "standard");
}

/** Whether the machines of a plan have rates for a commitment it was not planned with; what nobody can commit to needs none. */
export function couldCommit(
  { plan, candidate: { book, platform, region } }: CostedCandidate,
  term: Commitment,
): boolean {
  const { provider } = platform;
  if (term === "none" || provider === null || !book.provider(provider).sellsCommitments) return true;
  const category = `committed-${term}` as const;
  const hasRate = (id: string) => book.price(provider, id, region.id, { category }) !== null;
  return plan.pools.length > 0 && plan.pools.every(({ machine }) => hasRate(machine.id));
}
