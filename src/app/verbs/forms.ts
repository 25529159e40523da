import type { Answers, Form } from "../../cards/form.ts";
import { submitDecision } from "../answers/decisions.ts";
import { followedUp } from "../answers/follow-ups.ts";
import { submitForm } from "../answers/forms.ts";
import { submitSettings } from "../answers/settings.ts";
import type { Intent, Reply } from "../conversation.ts";
import type { Asker } from "../ports/asker.ts";
import type { Talk } from "../talk.ts";

interface Submitted {
  answers: Answers;
  estimateId: string | null;
}

/** What a form is opened by, and what becomes of its answers. */
interface FormSpec {
  opened(estimateId: string | null): Intent;
  submit(talk: Talk, asker: Asker, submitted: Submitted): Promise<Reply>;
  /** Whether its answers may be taken once more where nobody knows if they were. */
  isRepeatable(estimateId: string | null, asker: Asker): boolean;
}

const settingsForm = (scope: "workspace" | "channel"): FormSpec => ({
  opened: () => ({ kind: "press", action: "settings", estimateId: "", value: scope }),
  submit: (talk, asker, { answers }) => submitSettings(talk, asker, answers, scope),
  isRepeatable: () => false,
});

/** The forms there are. */
export const FORMS: Readonly<Record<Form["name"], FormSpec>> = {
  advise: {
    opened: (estimateId) => ({ kind: "open-form", text: null, estimateId }),
    submit: submitForm,
    isRepeatable: (estimateId, { threadId }) => threadId === null || estimateId === null, // else a step of the thread's line
  },
  decide: {
    opened: (estimateId) => ({ kind: "press", action: "decide", estimateId: estimateId ?? "", value: null }),
    submit: submitDecision,
    isRepeatable: () => true, // a decision is known by its delivery
  },
  settings: settingsForm("workspace"),
  "channel-settings": settingsForm("channel"),
  "follow-up": {
    opened: (estimateId) => ({ kind: "open-form", text: null, estimateId }), // the shells draw it themselves
    submit: (talk, asker, { answers, estimateId }) =>
      followedUp(talk, asker, { text: String(answers["text"] ?? ""), estimateId }),
    isRepeatable: () => false,
  },
};
