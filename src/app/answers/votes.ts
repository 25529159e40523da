import { voteCard, votedCard } from "../../cards/votes.ts";
import { UserError } from "../../core/errors.ts";
import type { Reply } from "../conversation.ts";
import type { Asker } from "../ports/asker.ts";
import type { VoteResult } from "../ports/threads.ts";
import type { ThreadRef } from "../records.ts";
import { namesNow, type Talk, threadOf, whereAsked, whoIs } from "../talk.ts";

/** Counts the asker's vote in their thread, in place of an earlier one. They are told; the tally is the card's to show. */
export async function castVote(talk: Talk, asker: Asker, estimateId: string, platform: string): Promise<Reply> {
  const { estimate } = await talk.advisor.find(asker, estimateId);
  if (![...estimate.ranking, ...estimate.rejected].some((each) => each.platform === platform)) {
    throw new UserError(
      `"${platform}" is not among the platforms of this answer.`,
      `Vote for one of ${estimate.ranking.map((each) => each.platform).join(", ")}.`,
    );
  }
  const thread = voting(asker);
  const at = talk.clock.now().toISOString();
  check(await talk.votes.cast(asker.tenant, thread, { platform, by: whoIs(asker), at }));
  return counted(talk, estimateId, platform);
}

/** Takes the asker's vote back. */
export async function withdrawVote(talk: Talk, asker: Asker, estimateId: string): Promise<Reply> {
  await talk.advisor.find(asker, estimateId);
  check(await talk.votes.withdraw(asker.tenant, voting(asker), asker.person.id));
  return counted(talk, estimateId, null);
}

const counted = (talk: Talk, estimateId: string, platform: string | null): Reply => ({
  kind: "card",
  card: votedCard(platform, estimateId, namesNow(talk)),
  audience: "asker",
  estimateId,
  replaces: false,
  changesShared: true,
});

/** How the votes stand, to whoever asks. */
export async function showVotes(talk: Talk, asker: Asker, estimateId: string): Promise<Reply> {
  const { estimate } = await talk.advisor.find(asker, estimateId);
  const card = voteCard(await talk.votes.tally(asker.tenant, voting(asker)), estimate, namesNow(talk));
  return { kind: "card", card, audience: whereAsked(asker), estimateId: estimate.id, replaces: false };
}

function voting(asker: Asker): ThreadRef {
  const thread = threadOf(asker);
  if (thread !== null) return thread;
  throw new UserError("Votes belong to a card that everybody sees.", "Share the card first; then vote on it.");
}

function check(result: VoteResult): void {
  if (result === "closed")
    throw new UserError("A decision was recorded, and the vote is closed.", "A new decision can supersede it.");
  if (result === "no-thread")
    throw new UserError("No shared card owns this thread.", "Vote on the card that was shared.");
}
