import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Answers, Form } from "../../cards/form.ts";

/** A form as somebody last sent it, so that putting it right starts from there. */
export interface Typed {
  personId: string;
  form: Form;
  answers: Answers;
}

/** Keeps what was typed for a while. A restart forgets it; what fits is in the message too, see `typedText`. */
export interface TypedForms {
  keep(typed: Typed): string;
  /** What that person typed, or null when it was somebody else or too long ago. */
  find(key: string, personId: string): Typed | null;
}

const MOST_KEPT = 500;
const MOST_CHARACTERS = 8 * 1_048_576; // over all: uploaded manifests are among what was typed
const KEPT_MS = 60 * 60_000;

export function typedForms(now: () => number = Date.now): TypedForms {
  const kept = new Map<string, { typed: Typed; until: number; size: number }>();
  const total = () => [...kept.values()].reduce((sum, { size }) => sum + size, 0);
  return {
    keep: (typed) => {
      const key = randomBytes(6).toString("base64url");
      kept.set(key, { typed, until: now() + KEPT_MS, size: JSON.stringify(typed.answers).length });
      for (const [old, { until }] of kept) {
        const isTooMuch = kept.size > 1 && (kept.size > MOST_KEPT || total() > MOST_CHARACTERS);
        if (isTooMuch || until < now()) kept.delete(old);
      }
      return key;
    },
    find: (key, personId) => {
      const found = kept.get(key);
      return found !== undefined && found.until >= now() && found.typed.personId === personId ? found.typed : null;
    },
  };
}

const MOST_TEXT = 1_500; // characters of what was typed that a message shows
const LINE = /^([\w-]+): (.+)$/;
const Answer = z.union([z.string(), z.array(z.string()), z.boolean()]);
const TypedComponent = z.object({ id: z.literal(900), content: z.string() });

/** The component of a message that holds what was typed, found again by this id. */
export const TYPED_COMPONENT_ID = 900;

/** What was typed as a code block, a key a line, that `readTypedText` reads back; null when it is too long to show. */
export function typedText(answers: Answers): string | null {
  const lines = Object.entries(answers).map(
    ([key, answer]) => `${key}: ${JSON.stringify(answer).replaceAll("`", "\\u0060")}`,
  );
  const text = ["```yaml", ...lines, "```"].join("\n");
  return text.length > MOST_TEXT || lines.some((line) => !LINE.test(line)) ? null : text;
}

/** The answers that a message of ours shows, from its components as Discord gives them back. */
export function readTypedText(components: unknown): Answers {
  const found = TypedComponent.safeParse(components);
  if (found.success) return Object.fromEntries(found.data.content.split("\n").flatMap(answerLine));
  if (typeof components !== "object" || components === null) return {};
  return Object.assign({}, ...Object.values(components).map((nested: unknown) => readTypedText(nested)));
}

function answerLine(line: string): [string, Answers[string]][] {
  const [, key, json] = LINE.exec(line) ?? [];
  if (key === undefined || json === undefined) return [];
  try {
    return [[key, Answer.parse(JSON.parse(json))]];
  } catch {
    return []; // not one of our lines
  }
}
