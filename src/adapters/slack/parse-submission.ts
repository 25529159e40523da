import { z } from "zod";
import { type Answers, FORM_NAMES } from "../../cards/form.ts";
import { unpackMetadata } from "./metadata.ts";
import { Interaction, placeOfInteraction } from "./parse.ts";
import { FORM_CALLBACK } from "./render/form.ts";
import type { SlackRequest } from "./request.ts";

const Chosen = z.object({ value: z.string() });
const Attached = z.object({ name: z.string(), size: z.number(), url_private_download: z.url() });

/** What Slack says was put into each kind of input. https://docs.slack.dev/reference/views/view-object */
const Input = z.discriminatedUnion("type", [
  z.object({ type: z.enum(["static_select", "radio_buttons"]), selected_option: Chosen.nullish() }),
  z.object({ type: z.enum(["multi_static_select", "checkboxes"]), selected_options: z.array(Chosen).default([]) }),
  z.object({ type: z.enum(["plain_text_input", "number_input"]), value: z.string().nullish() }),
  z.object({ type: z.literal("file_input"), files: z.array(Attached).default([]) }),
]);

const View = Interaction.extend({
  view: z.object({
    id: z.string().min(1),
    callback_id: z.string(),
    private_metadata: z.string(),
    blocks: z.array(z.object({ type: z.string(), block_id: z.string() })),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), Input)) }),
  }),
});

export type AttachedFile = z.infer<typeof Attached>;

/** A form sent off. `files` are not read yet: their text belongs to the answers under the same keys. */
export interface Submission extends SlackRequest {
  intent: Extract<SlackRequest["intent"], { kind: "submit-form" }>;
  files: { key: string; file: AttachedFile }[];
  viewId: string;
  fields: string[]; // keys of the questions on the form, in order: where faults can be shown
}

export const isSubmission = (request: SlackRequest): request is Submission => "viewId" in request;

/** The submission, or null when its form or its metadata is not ours, or not this person's in this workspace. */
export function parseSubmission(body: unknown, openReply: (sealed: string) => string | null): Submission | null {
  const { view, ...from } = View.parse(body);
  const place = placeOfInteraction(from);
  const metadata = unpackMetadata(view.private_metadata, { team: place.teamId, user: place.userId });
  const form = FORM_NAMES.find((name) => view.callback_id === `${FORM_CALLBACK}${name}`);
  if (!metadata || !form) return null;
  const { answers, files } = readInputs(view.state.values);
  return {
    intent: { kind: "submit-form", form, answers, estimateId: metadata.estimate },
    files,
    place: {
      ...place,
      channelId: metadata.channel,
      threadTs: metadata.thread,
      ephemeral: metadata.draft,
      responseUrl: metadata.reply === null ? null : openReply(metadata.reply),
    },
    receipts: [`view:${view.id}`],
    click: null,
    addressed: true,
    retry: null,
    viewId: view.id,
    fields: view.blocks.filter(({ type }) => type === "input").map(({ block_id }) => block_id),
  };
}

function readInputs(
  values: z.infer<typeof View>["view"]["state"]["values"],
): Pick<Submission, "files"> & { answers: Answers } {
  const answers: Answers = {};
  const files: Submission["files"] = [];
  for (const [key, inputs] of Object.entries(values)) {
    for (const [kind, input] of Object.entries(inputs)) {
      if (input.type === "file_input") files.push(...input.files.map((file) => ({ key, file })));
      answers[key] = answer(kind, input);
    }
  }
  return { answers, files };
}

/** `kind` is the field's kind, which its `action_id` says: a toggle and several choices both come as ticked boxes. */
function answer(kind: string, input: z.infer<typeof Input>): Answers[string] {
  switch (input.type) {
    case "static_select":
    case "radio_buttons":
      return input.selected_option?.value ?? "";
    case "multi_static_select":
    case "checkboxes":
      return kind === "toggle" ? input.selected_options.length > 0 : input.selected_options.map(({ value }) => value);
    case "plain_text_input":
    case "number_input":
      return input.value ?? "";
    case "file_input":
      return "";
  }
}
