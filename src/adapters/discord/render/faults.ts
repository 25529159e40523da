import { type APITextDisplayComponent, ComponentType } from "discord.js";
import { clip } from "../../../cards/clip.ts";
import type { Answers, Faults, Form } from "../../../cards/form.ts";
import { customId } from "../custom-id.ts";
import { escapeLine } from "../escape.ts";
import { TYPED_COMPONENT_ID, typedText } from "../typed.ts";
import { button, row } from "./actions.ts";
import { type Message, message } from "./message.ts";

const WARNING = 0xe0a030;
const MAX_SAID = 2_000; // characters of the faults

/** A form's faults in words, what was typed, and the button that opens the form again with it. */
export function faultsMessage(
  form: Form,
  faults: Faults,
  typed: { answers: Answers; step: number; estimateId: string | null; key: string },
): Message {
  const labels = new Map(form.steps.flatMap(({ fields }) => fields.map(({ key, label }) => [key, label] as const)));
  const lines = Object.entries(faults).map(
    ([key, words]) => `- **${escapeLine(labels.get(key) ?? key)}**: ${escapeLine(words)}`,
  );
  const head = lines.length === 1 ? "One answer needs another look" : `${lines.length} answers need another look`;
  const said: APITextDisplayComponent = {
    type: ComponentType.TextDisplay,
    content: clip([`### ${head}`, ...lines].join("\n"), MAX_SAID),
  };
  const shown = typedText(typed.answers);
  const kept: APITextDisplayComponent[] = [
    { type: ComponentType.TextDisplay, content: "-# What you typed is kept." },
    ...(shown === null ? [] : [{ type: ComponentType.TextDisplay as const, id: TYPED_COMPONENT_ID, content: shown }]),
  ];
  const { estimateId, key } = typed;
  const fix = customId({ kind: "fix", form: form.name, step: stepAtFault(form, faults, typed.step), estimateId, key });
  return message([
    { type: ComponentType.Container, accent_color: WARNING, components: [said, ...kept] },
    row([button("Fix it", fix, "primary")]),
  ]);
}

/** The step to open: the one that was sent when it has a fault, otherwise the first that has. */
function stepAtFault(form: Form, faults: Faults, sent: number): number {
  const faulty = form.steps.flatMap(({ fields }, at) => (fields.some(({ key }) => key in faults) ? [at] : []));
  return faulty.includes(sent) ? sent : (faulty[0] ?? sent);
}
