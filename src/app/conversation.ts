import type { Action, Card } from "../cards/card.ts";
import type { Answers, Faults, Form } from "../cards/form.ts";
import type { Asker, Spot } from "./ports/asker.ts";
import type { HandedFile } from "./ports/files.ts";

/** What somebody did, whatever shell they did it in. Shells translate events into one of these and nothing more. */
export type Intent =
  /** `/k8s-advise` with nothing after it, "Change answers", "Ask the advisor about this message". */
  | { kind: "open-form"; text: string | null; estimateId: string | null }
  | { kind: "submit-form"; form: Form["name"]; answers: Answers; estimateId: string | null }
  /** `/k8s-advise` with words after it: a sub-command or free text; or files of what runs, with words beside them or none. */
  | { kind: "command"; text: string; files?: readonly HandedFile[] | undefined }
  /** `/k8s-price …` */
  | { kind: "price"; text: string }
  /**
   * A button or a menu of a card. `posted`: the platform itself says that this card stands in the asker's thread for all to
   * see, which a page's call cannot.
   */
  | { kind: "press"; action: Action["name"]; estimateId: string; value: string | null; posted?: boolean }
  /** Words in a card's thread, or to the bot by name. `estimateId` null: the thread's own, or none. */
  | { kind: "follow-up"; text: string; estimateId: string | null }
  /** Words in a card's thread that nobody said to the bot, with a change their writer may want. */
  | { kind: "offer"; text: string }
  /** The person's own page. */
  | { kind: "home"; before: string | null };

/**
 * Who sees an answer: the asker alone, everybody in the channel, those in the card's thread, or as a reply everybody who could
 * read the message that asked, in a thread on it.
 */
export type Audience = "asker" | "channel" | "thread" | "reply";

/** What a shell shows: a card, a form, or a form with its faults. */
export type Reply =
  | {
      kind: "card";
      card: Card;
      audience: Audience;
      estimateId: string | null;
      replaces: boolean;
      /** The card that owns the asker's thread stands otherwise from now on: the shell draws it anew. */
      changesShared?: true;
    }
  | { kind: "form"; form: Form; estimateId: string | null }
  /** The same form again with what was typed, and what is wrong with it. */
  | { kind: "faults"; form: Form; faults: Faults; estimateId: string | null };

/** All that a shell may call. Throws `UserError` for what the asker can put right. */
export interface Conversation {
  handle(intent: Intent, asker: Asker): Promise<Reply>;
  /**
   * What words in a thread that nobody said to the bot ask of it, or null: people talk to each other, and most of it is none
   * of the bot's business. Keeps nothing.
   */
  overhear(text: string, spot: Spot): Promise<Intent | null>;
  /** The card that owns the thread, as it stands now; null where no card owns it. */
  sharedCard(spot: Spot): Promise<Card | null>;
  /** Called after a card for the channel was posted: from then on that message owns a thread about the estimate. */
  posted(asker: Asker, estimateId: string, message: { channelId: string; threadId: string }): Promise<void>;
  /** Up to `most` completions of a price question, best first. Quick: no store, no waiting. */
  suggestPrices(query: string, most: number): { label: string; value: string }[];
}
