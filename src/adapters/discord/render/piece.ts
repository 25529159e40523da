/** Text that may be cut between lines; everything but `lines` stays with whatever is shown of them. */
export interface Piece {
  title: string[];
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

/** As many lines of the piece as fit into `room` characters. */
export function fit({ title, before, lines, after, most }: Piece, room: number): Fitted {
  const text = (shown: string[]) => [...title, ...before, ...shown, ...after].join("\n");
  const limit = Math.min(room, most);
  if (text(lines).length <= limit) return { text: text(lines), left: 0 };
  let used = text([]).length;
  const shown = lines.findIndex((line) => {
    used += line.length + 1;
    return used > limit;
  });
  const count = shown < 0 ? lines.length : shown;
  return count === 0
    ? { text: "", left: Math.max(1, lines.length) }
    : { text: text(lines.slice(0, count)), left: lines.length - count };
}
