import type { Faults, Field, Form, FormStep, Option } from "../../cards/form.ts";
import { type Html, html } from "./html.ts";

const NO_ANSWER: Option = { value: "", label: "No answer", description: null };
/** Past this many options a menu is kinder than a list of radio buttons. */
const MOST_RADIOS = 4;

/** A form as the content of the dialog: all steps, of which the script shows one. */
export function formHtml(form: Form, faults: Faults, estimateId: string | null): Html {
  const mustAnswer = form.steps.some(({ fields }) => fields.some((field) => "required" in field && field.required));
  const steps = form.steps.map((step, i) => stepHtml(step, i, form.steps.length, faults, mustAnswer));
  const general = Object.entries(faults).filter(
    ([key]) => !form.steps.some((s) => s.fields.some((f) => f.key === key)),
  );
  return html`<form method="dialog" novalidate data-form="${form.name}" data-estimate="${estimateId}">
<header><h2 id="form-title">${form.title}</h2><button type="button" class="quiet" data-close aria-label="Close">✕</button></header>
${general.map(([, says]) => html`<p class="fault" role="alert">${says}</p>`)}${steps}
<div class="actions"><button type="button" data-back>Back</button><button type="button" data-next>Next</button>
<span class="spring"></span><button type="submit" class="primary">${form.submitLabel}</button></div></form>`;
}

/** Where nothing must be answered, nothing needs to be called optional. */
function stepHtml(
  { title, fields }: FormStep,
  index: number,
  count: number,
  faults: Faults,
  mustAnswer: boolean,
): Html {
  const place = count > 1 && html`<span class="place">Step ${index + 1} of ${count}</span>`;
  return html`<section class="step" data-step="${index}" aria-label="${title}"><h3 tabindex="-1">${title} ${place}</h3>
${fields.map((field) => fieldHtml(field, faults[field.key] ?? null, mustAnswer))}</section>`;
}

function fieldHtml(field: Field, fault: string | null, mustAnswer: boolean): Html {
  const id = `field-${field.key}`;
  const described = [field.help && `${id}-help`, fault && `${id}-fault`].filter(Boolean).join(" ");
  const attributes = html`id="${id}" name="${field.key}" aria-describedby="${described}" ${fault && html`aria-invalid="true"`}`;
  const notes = html`${field.help && html`<p class="help" id="${id}-help">${field.help}</p>`}${
    fault && html`<p class="fault" id="${id}-fault">${fault}</p>`
  }`;
  const optional =
    mustAnswer && "required" in field && !field.required && html` <span class="optional">optional</span>`;
  if (isGroup(field)) {
    return html`<fieldset class="field" data-kind="${field.kind}" data-key="${field.key}" aria-describedby="${described}"><legend>${field.label}${optional}</legend>${notes}${groupHtml(field)}</fieldset>`;
  }
  const control = controlHtml(field, attributes);
  return html`<div class="field" data-kind="${field.kind}" data-key="${field.key}"><label for="${id}">${field.label}${optional}</label>${notes}${control}</div>`;
}

type Group = Extract<Field, { kind: "choice" | "choices" }>;

const isGroup = (field: Field): field is Group =>
  field.kind === "choices" || (field.kind === "choice" && field.options.length <= MOST_RADIOS);

/** A choice can be taken back, unless it must be made. */
const optionsOf = (field: Group) =>
  field.kind === "choice" && !field.required ? [NO_ANSWER, ...field.options] : field.options;

function groupHtml(field: Group): Html {
  const type = field.kind === "choice" ? "radio" : "checkbox";
  const chosen = (value: string) =>
    field.kind === "choice" ? (field.value ?? "") === value : field.value.includes(value);
  const tick = ({ value, label, description }: Option) =>
    html`<label class="tick"><input type="${type}" name="${field.key}" value="${value}" ${chosen(value) && html`checked`}><span>${label}${
      description && html`<small>${description}</small>`
    }</span></label>`;
  const most = field.kind === "choices" && field.most !== null && html`<p class="help">At most ${field.most}.</p>`;
  return html`${most}<div class="ticks">${optionsOf(field).map(tick)}</div>`;
}

function controlHtml(field: Exclude<Field, { kind: "choices" }>, attributes: Html): Html {
  switch (field.kind) {
    case "choice": {
      const option = ({ value, label, description }: Option) =>
        html`<option value="${value}" ${value === (field.value ?? "") && html`selected`}>${label}${description && ` – ${description}`}</option>`;
      const unset = field.required && field.value === null && html`<option value="">Choose …</option>`;
      return html`<select ${attributes}>${unset}${optionsOf(field).map(option)}</select>`;
    }
    case "number": // a text input: what was mistyped must reach the reader again, and a number input drops it
      return html`<span class="number"><input ${attributes} inputmode="${field.whole ? "numeric" : "decimal"}" autocomplete="off" value="${field.value}">${
        field.unit && html`<span class="unit">${field.unit}</span>`
      }</span>`;
    case "text":
      return field.multiline
        ? html`<textarea ${attributes} rows="4" maxlength="${field.mostCharacters}" placeholder="${field.placeholder}">${field.value}</textarea>`
        : html`<input ${attributes} autocomplete="off" maxlength="${field.mostCharacters}" placeholder="${field.placeholder}" value="${field.value}">`;
    case "toggle":
      return html`<input type="checkbox" role="switch" ${attributes} ${field.value && html`checked`}>`;
    case "file":
      return html`<input type="file" accept="${field.extensions.map((e) => (e.startsWith(".") ? e : `.${e}`)).join(",")}" ${attributes}>`;
  }
}
