import type { Estimate } from "../core/decision/estimate.ts";
import type { Card, FlatSection, Section } from "./card.ts";
import { button, platformMenu } from "./card-actions.ts";
import { clip, counted } from "./clip.ts";
import type { Names } from "./names.ts";

const MOST_TITLE = 150;
const MOST_NAMES = 12;

/** The votes of a thread as they stand, most first. */
export interface Tally {
  votes: readonly { platform: string; people: readonly { name: string }[] }[];
  closedBy: string | null; // the decision that closed them
}

/** Who voted for what, in one table; nothing where nobody has voted. */
export function votesTable({ votes, closedBy }: Tally, names: Names): Section[] {
  if (votes.length === 0) return [];
  return [
    {
      kind: "table",
      table: {
        title: closedBy === null ? "Votes" : "Votes, closed by the decision",
        columns: [
          { name: "Platform", align: "left" },
          { name: "Votes", align: "right" },
          { name: "Who", align: "left" },
        ],
        rows: votes.map(({ platform, people }) => [
          names.platform(platform).name,
          String(people.length),
          peopleText(people.map(({ name }) => name)),
        ]),
        total: null,
      },
    },
  ];
}

/** "Votes: DOKS 2 (Ada, Bo), EKS 1 (Cem)": how the votes stand in one line; nothing where nobody has voted. */
export function votesLine({ votes, closedBy }: Tally, names: Names): FlatSection[] {
  if (votes.length === 0) return [];
  const counts = votes.map(
    ({ platform, people }) =>
      `${names.platform(platform).short} ${people.length} (${peopleText(people.map(({ name }) => name))})`,
  );
  return [{ kind: "footer", text: `${closedBy === null ? "Votes" : "Votes, closed"}: ${counts.join(", ")}` }];
}

/** What the voter sees, and nobody else: the tally is on the card. `platform` null: the vote was taken back. */
export function votedCard(platform: string | null, estimateId: string, names: Names): Card {
  const text =
    platform === null
      ? "✓ Your vote is taken back."
      : `✓ Your vote: ${names.platform(platform).name}. The card shows how the votes stand.`;
  return {
    title: "",
    tone: "neutral",
    fallback: text,
    sections: [{ kind: "text", text }],
    actions: platform === null ? [] : [button("withdraw-vote", "Take my vote back", estimateId)],
    files: [],
  };
}

/** "Ada, Bo and 3 more". */
export function peopleText(people: readonly string[]): string {
  const shown = people.slice(0, MOST_NAMES).map((name) => clip(name, 40));
  const more = people.length - shown.length;
  return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(", ");
}

/** The state of a vote, with the means to vote while it is open. */
export function voteCard(tally: Tally, estimate: Estimate, names: Names): Card {
  const open = tally.closedBy === null;
  const cast = tally.votes.reduce((sum, { people }) => sum + people.length, 0);
  const counts = tally.votes.map(({ platform, people }) => `${names.platform(platform).name} ${people.length}`);
  const title = cast === 0 ? "No votes yet" : `${counted(cast, "vote")}: ${counts.join(", ")}`;
  return {
    title: clip(title, MOST_TITLE),
    tone: "neutral",
    fallback: title,
    sections: [
      ...votesTable(tally, names),
      {
        kind: "text",
        text: open
          ? "One vote each; choose again to change yours. Recording a decision closes the vote."
          : "A decision was recorded: the vote is closed.",
      },
    ],
    actions: open
      ? [
          button("decide", "Record decision", estimate.id),
          button("withdraw-vote", "Take my vote back", estimate.id),
          ...platformMenu(
            "vote",
            "Vote…",
            estimate.id,
            estimate.ranking.map(({ platform }) => platform),
            names,
          ),
        ]
      : [],
    files: [],
  };
}
