/** Text that may be cut between lines: `before` and `after` stay with whatever is shown of `lines`. */
export interface Piece {
  before: string[];
  lines: string[];
  after: string[];
  most: number; // characters it may take of the message, however much room there is
}

/** What is shown of a piece, and how many of its lines are not. `text` is empty when none fits. */
export interface Fitted {
  text: string;
  left: number;
}

export const pieceText = ({ before, lines, after }: Piece): string => [...before, ...lines, ...after].join("\n");

/** As many lines of the piece as fit into `room` characters. */
export function fit(piece: Piece, room: number): Fitted {
  const most = Math.min(room, piece.most);
  const whole = pieceText(piece);
  if (whole.length <= most) return { text: whole, left: 0 };
  let shown = 0;
  let used = [...piece.before, ...piece.after].reduce((sum, line) => sum + line.length + 1, 0);
  for (const line of piece.lines) {
    if (used + line.length + 1 > most) break;
    used += line.length + 1;
    shown += 1;
  }
  const left = piece.lines.length - shown;
  return shown === 0 ? { text: "", left } : { text: pieceText({ ...piece, lines: piece.lines.slice(0, shown) }), left };
}
