/** Text that every shell escapes itself. Marks are few on purpose: each platform has these, and nobody's input can make one. */
export type Inline = string | { text: string; mark: "strong" | "code" } | { text: string; href: string };
/** Text with links and marks, in pieces. */
export type RichText = Inline | Inline[];

/** A column of a table; numbers stand right. */
export interface Column {
  name: string;
  align: "left" | "right";
}
/** Rows of text under named columns, with a sum below where there is one. */
export interface Table {
  title: string;
  columns: Column[];
  rows: string[][]; // as many cells as columns
  total: string[] | null; // a last row, set apart
}

/** Money a month by category for each platform: bars, stacked. */
export interface Chart {
  title: string;
  alt: string; // the chart in one or two sentences, for who cannot see it
  currency: string;
  bars: string[]; // platform names, cheapest first
  series: { name: string; values: number[] }[]; // a value for every bar, 0 or more
}

/** A section that holds no other. */
export type FlatSection =
  | { kind: "text"; text: RichText }
  | { kind: "heading"; text: string }
  | { kind: "facts"; facts: { label: string; value: string }[] }
  | { kind: "list"; title: string | null; tone: "plain" | "warning"; items: RichText[] }
  | { kind: "table"; table: Table }
  | { kind: "chart"; chart: Chart }
  /** One line on what the card is about, small, with a button beside it where there is one. */
  | { kind: "context"; text: RichText; action: Action | null }
  | { kind: "footer"; text: string };

/** A part that is folded away: one press opens it. Where nothing folds, its button shows it to whoever presses. */
export interface Fold {
  kind: "fold";
  title: string;
  summary: string; // the part in one line, shown beside the title
  sections: FlatSection[];
  open: Action;
}

/** What every shell can show. A new kind breaks each renderer's build until that renderer draws it. */
export type Section = FlatSection | Fold;

/** What a button can ask for. */
export const ACTION_NAMES = [
  "share",
  "ask",
  "change",
  "show-part",
  "details",
  "compare",
  "why-not",
  "cost-lines",
  "vote",
  "decide",
  "undo",
  "take-back",
  "step",
  "page",
  "export",
  "settings",
  "open",
  "withdraw-vote",
  "reprice",
  "undo-decision",
  "replan",
  "dismiss",
  "explain",
  "accept",
] as const;

/** A button. `estimateId` and `value` are all it carries: what they mean is looked up, and checked, when it is pressed. */
export interface Action {
  name: (typeof ACTION_NAMES)[number];
  label: string;
  style: "primary" | "plain" | "danger";
  estimateId: string;
  value: string | null; // one platform, one page: what the button is about
  choices: { label: string; value: string }[] | null; // not null: a menu, and `value` is what was chosen
  inMenu?: true; // seldom needed: all of these stand in one menu. Never with choices
}

/** A whole message: title, sections, buttons and files; `fallback` is what a notification shows. */
export interface Card {
  title: string; // empty for an answer of a few lines
  tone: "good" | "warning" | "neutral";
  fallback: string; // the whole card in one sentence: notifications and screen readers
  sections: Section[];
  actions: Action[];
  /** Files that belong to the card: long content moves here and is never dropped. */
  files: { name: string; mediaType: "text/csv" | "text/markdown"; text: string }[];
}
