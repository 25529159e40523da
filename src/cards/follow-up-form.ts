import type { Form } from "./form.ts";

/** A question about an answer in the asker's own words. */
export const FOLLOW_UP_FORM: Form = {
  name: "follow-up",
  title: "Follow up",
  submitLabel: "Ask",
  steps: [
    {
      title: "Follow up",
      fields: [
        {
          kind: "text",
          key: "text",
          label: "What would you like to know or change?",
          help: "In your own words; the answer says what changed, in money and in rank.",
          value: "",
          placeholder: "what if the budget is 100 · why not EKS · in Frankfurt",
          multiline: true,
          required: true,
          mostCharacters: 1_000,
        },
      ],
    },
  ],
};
