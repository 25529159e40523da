/** What a follow-up wants. */
export type FollowUpIntent =
  | "what-if"
  | "why-not"
  | "compare"
  | "explain"
  | "breakdown"
  | "decide"
  | "vote"
  | "unvote"
  | "votes"
  | "undo"
  | "help"
  | "price"
  | "none";

/** What can grow or shrink. */
export type Measure =
  | "services"
  | "replicas"
  | "nodes"
  | "budgetUsd"
  | "egressGiB"
  | "storageGiB"
  | "logsGiB"
  | "engineers"
  | "clusters"
  | "loadBalancers";
