import { clip, upperFirst } from "./clip.ts";
import type { Option } from "./form.ts";

const MOST_LABEL = 75;

/** One choice of a form. */
export const option = (value: string, label: string, description: string | null = null): Option => ({
  value,
  label: clip(label, MOST_LABEL),
  description: description === null ? null : clip(description, MOST_LABEL),
});

/** An option for each value, named by `names`. */
export const optionsOf = <Value extends string>(values: readonly Value[], names: Record<Value, string>): Option[] =>
  values.map((value) => option(value, upperFirst(names[value])));

/** The options, with one for what was chosen before where none is: a prefilled answer is never lost. */
export const withChosen = (options: Option[], chosen: string, label: string): Option[] =>
  options.some(({ value }) => value === chosen) ? options : [...options, option(chosen, label)];
