/** Where a command reads from and writes to: the terminal, or a test. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  /** Everything on standard input. */
  stdin(): Promise<string>;
  /** A file's text. @throws as `node:fs` does. */
  readFile(path: string): Promise<string>;
  colour: boolean;
  /** How far something slow is, on one line of a terminal, and elsewhere nowhere; null takes the line away. */
  progress(text: string | null): void;
  /** Who sits at the terminal, as this machine calls them. */
  user: string;
}

/** What a command's end tells the shell: answered, our fault, the asker's, or answered and above what was allowed. */
export const EXIT = { answered: 0, ours: 1, asker: 2, above: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
