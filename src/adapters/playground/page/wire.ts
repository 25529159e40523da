/** What the page asks: an intent as the server's schema wants it, from one person, in one thread or in none. */
export interface PageRequest {
  person: string;
  threadId: string | null;
  intent: { kind: string } & Record<string, unknown>;
}

/** What the page draws; `html` is escaped and carries no script. */
export type PageReply =
  | {
      kind: "card";
      html: string;
      fallback: string;
      audience: "asker" | "channel" | "thread" | "reply";
      estimateId: string | null;
      replaces: boolean;
      threadId: string | null; // the thread this card owns from now on
      shared: { threadId: string; html: string; fallback: string } | null; // the card that owns the thread, where it stands otherwise now
    }
  | { kind: "form"; html: string };

/** What the page says when there is no answer. */
export interface PageError {
  message: string;
  hint: string;
}

/** A price question's completion. */
export interface Suggestion {
  label: string;
  value: string;
}
