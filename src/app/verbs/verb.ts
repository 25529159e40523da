import { z } from "zod";
import type { Action } from "../../cards/card.ts";
import { UserError } from "../../core/errors.ts";
import type { Reply } from "../conversation.ts";
import type { Asker } from "../ports/asker.ts";
import type { Talk } from "../talk.ts";

/** What a button or a menu of a card brings back. */
export interface Carried {
  estimateId: string;
  value: string | null;
}

/** What a verb does, and what every shell has to know of it before it is done. */
export interface VerbSpec<Args> {
  /** What has to come with it: read, and checked, before anything is done. */
  args: z.ZodType<Args>;
  /** Its answer may be a form, which a platform has to be shown at once or not at all. */
  opensForm: boolean;
  /** It changes what a team keeps, so it is acknowledged only once the change is lasting. */
  changes: boolean;
  /** It may be done once more where nobody knows that it was done: then nothing is added twice, and nothing undone. */
  repeatable: boolean;
  /** Who sees its answer: the asker alone, whoever is where it was asked, or everybody in the channel. */
  audience: "asker" | "where-asked" | "channel";
  /** People do it with a card together, for which the card has to own its thread. */
  joint?: boolean;
  /** It is a button of a message that offers something, and goes with it. */
  ofOffer?: boolean;
  run(talk: Talk, asker: Asker, args: Args): Promise<Reply>;
  /** What to type in a terminal instead of pressing it, each with its label; left out where it takes others or a page. */
  terminal?(action: Action): string[][];
}

/** A verb as shells know it. */
export interface Verb extends Omit<VerbSpec<never>, "args" | "run"> {
  /** Checks what the button carries, and does it. @throws {UserError} where that is nothing the verb takes. */
  run(talk: Talk, asker: Asker, carried: Carried): Promise<Reply>;
}

/** The verb that a specification describes. */
export function verb<Args>({ args, run, ...spec }: VerbSpec<Args>): Verb {
  return {
    ...spec,
    async run(talk, asker, carried) {
      const read = args.safeParse(carried);
      if (read.success) return run(talk, asker, read.data);
      if (carried.value === null) throw new UserError("Nothing was chosen.", "Choose from the menu.");
      throw new UserError("This button is from an earlier version of me.", "Ask again, and press the new one.");
    },
  };
}

/** The estimate that a button is about. */
export const aboutEstimate = z.object({ estimateId: z.string().min(1) });

/** The estimate, and one of its platforms where one was chosen. */
export const aboutPlatform = z
  .object({ estimateId: z.string(), value: z.string().nullable() })
  .transform(({ estimateId, value }) => ({ estimateId, platform: value }));

/** A decision by its id. */
export const aboutDecision = z.object({ value: z.string() }).transform(({ value }) => ({ decisionId: value }));

/** A follow-up to an answer as a terminal takes it. */
export const followUpCommand = (estimateId: string, words: string): string =>
  `k8s-advise advise --from ${estimateId} "${words}"`;
