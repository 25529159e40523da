/** One choice: what is kept, and what is shown. */
export interface Option {
  value: string;
  label: string; // at most 75 characters
  description: string | null; // at most 75 characters
}

interface FieldBase {
  key: string; // unique in the form; errors name it
  label: string; // at most 45 characters
  help: string | null; // at most 100 characters, in plain words
}

/** A question. Forms fit the smallest platform: at most five a step, at most ten options to tick. */
export type Field = FieldBase &
  (
    | { kind: "choice"; options: Option[]; value: string | null; required: boolean }
    | { kind: "choices"; options: Option[]; value: string[]; most: number | null }
    | {
        kind: "number";
        value: string;
        minimum: number | null;
        maximum: number | null;
        whole: boolean;
        required: boolean;
        unit: string | null;
      }
    | {
        kind: "text";
        value: string;
        placeholder: string | null;
        multiline: boolean;
        required: boolean;
        mostCharacters: number;
      }
    | { kind: "toggle"; value: boolean }
    | { kind: "file"; extensions: string[] }
  );

/** Questions asked together, at most five. */
export interface FormStep {
  title: string; // at most 45 characters
  fields: Field[]; // at most five
}

/** The forms there are; an answer says which one it answers. */
export const FORM_NAMES = ["advise", "decide", "settings", "channel-settings", "follow-up"] as const;

/** A set of questions, step by step. */
export interface Form {
  name: (typeof FORM_NAMES)[number];
  title: string; // at most 24 characters
  submitLabel: string; // at most 24 characters
  steps: FormStep[];
}

/** What was typed, by field key. A missing key was not asked yet. */
export type Answers = Record<string, string | string[] | boolean>;

/** Faults by field key, in words for the person who typed. */
export type Faults = Record<string, string>;
