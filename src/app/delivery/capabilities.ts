import type { Commands } from "../../cards/help-card.ts";
import type { Shell } from "../ports/asker.ts";

/** What a platform can do, as far as answers differ by it. */
export interface Capabilities {
  /** A form opens a step at a time, so cards carry a button for each further step. */
  stepwiseForms: boolean;
  /** A message can be shown to one person alone who asked for nothing: elsewhere an offer would be for all to see. */
  privateOffers: boolean;
  /** What is typed there. */
  commands: Commands;
}

/** Of every shell. */
export type ShellCapabilities = Readonly<Record<Shell, Capabilities>>;
