import type { CostedCandidate } from "./evaluate.ts";

/** How well each corner is served, from 0 to 5. */
export interface Triangle {
  cost: number;
  control: number;
  operations: number;
}

/**
 * Scores from 1 to 5, 5 best, to one decimal. Cost and operations are set against the least bill and the least work
 * among `peers`: twice as much scores half. Control is the platform's own.
 */
export function triangleOf(priced: CostedCandidate, peers: readonly CostedCandidate[]): Triangle {
  const least = (of: (peer: CostedCandidate) => number) => Math.min(...peers.map(of));
  return {
    cost: score(
      least((peer) => peer.bill.total),
      priced.bill.total,
    ),
    control: priced.candidate.platform.control,
    operations: score(
      least((peer) => peer.labour.cost),
      priced.labour.cost,
    ),
  };
}

const score = (least: number, own: number) =>
  own <= least || own <= 0 ? 5 : Math.max(1, Math.round((50 * Math.max(0, least)) / own) / 10);
