import type { Intent } from "../../app/conversation.ts";
import { FORMS } from "../../app/verbs/forms.ts";
import type { Answers } from "../../cards/form.ts";
import type { Interaction } from "./interaction.ts";
import type { Parsed, Submitted } from "./parse.ts";
import { readFiles } from "./submitted-files.ts";
import { readTypedText, type Typed, type TypedForms } from "./typed.ts";

/** A question to the conversation, and what its answer has to be shown with. */
export interface Request {
  /** The question; reading an uploaded file takes a moment. */
  intent: () => Promise<Intent>;
  mayBeForm: boolean; // then nothing may be sent before the answer is there
  step: number; // of the form that may come
  overlay: Answers; // typed before, to put over what the form holds
  sent: Submitted | null; // the form step this came from
}

/** The request behind an interaction that asks the conversation something. */
export function requestOf(
  parsed: Extract<Parsed, { kind: "ask" | "fix" | "submit" }>,
  interaction: Interaction,
  typed: Typed | null,
  apiUrl: string,
): Request {
  switch (parsed.kind) {
    case "ask":
      return { ...parsed, intent: async () => parsed.intent, overlay: {}, sent: null };
    case "fix": {
      const { form, step, estimateId } = parsed.control;
      const overlay = readTypedText(interaction.message?.components);
      return { intent: async () => FORMS[form].opened(estimateId), mayBeForm: true, step, overlay, sent: null };
    }
    case "submit": {
      const sent = { ...parsed.submitted, answers: { ...keptFiles(typed), ...parsed.submitted.answers } };
      return { intent: () => submitIntent(sent, apiUrl), mayBeForm: false, step: sent.step, overlay: {}, sent };
    }
  }
}

/** A file cannot be put back into a form, so the one that was sent before stays. */
function keptFiles(typed: Typed | null): Answers {
  const files = typed?.form.steps.flatMap(({ fields }) => fields.filter(({ kind }) => kind === "file")) ?? [];
  return Object.fromEntries(
    files.flatMap(({ key }) => {
      const answer = typed?.answers[key];
      return answer === undefined ? [] : [[key, answer] as const];
    }),
  );
}

async function submitIntent(sent: Submitted, apiUrl: string): Promise<Intent> {
  const { form, answers, estimateId } = sent;
  Object.assign(answers, await readFiles(sent.files, apiUrl));
  return { kind: "submit-form", form, answers, estimateId };
}

/** What was typed before the form came back with faults; null for a first try. */
export function typedBefore(parsed: Parsed, personId: string, typed: TypedForms): Typed | null {
  if (parsed.kind === "fix") return typed.find(parsed.control.key, personId);
  return parsed.kind === "submit" && parsed.submitted.key !== "" ? typed.find(parsed.submitted.key, personId) : null;
}
