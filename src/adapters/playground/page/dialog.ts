import { one } from "./dom.ts";

type Answers = Record<string, string | string[] | boolean>;

export interface Submission {
  form: string;
  estimateId: string | null;
  answers: Answers;
}

const MOST_FILE_BYTES = 1_000_000;

/** The form in its dialog, one step at a time. What was typed stays until it is sent, even when the dialog is closed. */
export class FormDialog {
  private readonly dialog = one("#dialog", HTMLDialogElement);
  private readonly unsent = new Map<string, Answers>();
  private readonly submit: (submission: Submission) => Promise<void>;
  private step = 0;

  constructor(submit: (submission: Submission) => Promise<void>) {
    this.submit = submit;
    this.dialog.addEventListener("click", (event) => this.clicked(event));
    this.dialog.addEventListener("keydown", (event) => this.pressed(event));
    this.dialog.addEventListener("close", () => {
      void this.remember();
      this.dialog.replaceChildren();
    });
    this.dialog.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.send();
    });
  }

  /** Shows the form: at its first fault, or where it was left, or at the start. */
  open(markup: string): void {
    const again = this.dialog.open;
    if (again && !this.dialog.querySelector("[aria-busy]")) return; // a second click on what opened it
    const files = this.files();
    this.dialog.innerHTML = markup; // escaped by the server
    this.restore();
    if (again) this.keepFiles(files);
    else this.dialog.showModal();
    const fault = this.dialog.querySelector<HTMLElement>(".step .fault");
    const stepOfFault = fault?.closest<HTMLElement>(".step")?.dataset["step"];
    this.show(stepOfFault === undefined ? 0 : Number(stepOfFault));
    const field = fault?.closest(".field")?.querySelector<HTMLElement>("input, select, textarea");
    if (field) field.focus();
    else this.firstField()?.focus();
  }

  /** Closes after the answers were taken; there is nothing left to remember. */
  done(): void {
    this.unsent.delete(this.key());
    this.dialog.replaceChildren();
    this.dialog.close();
  }

  /** Says what went wrong, above what was typed. */
  fail(message: string): void {
    const form = one("form", HTMLFormElement, this.dialog);
    form.querySelector(".failure")?.remove();
    const says = document.createElement("p");
    says.className = "fault failure";
    says.setAttribute("role", "alert");
    says.textContent = message;
    form.querySelector("header")?.after(says);
  }

  private clicked(event: Event): void {
    const target = event.target instanceof Element ? event.target.closest("button") : null;
    if (target?.dataset["close"] !== undefined) this.dialog.close();
    if (target?.dataset["back"] !== undefined) this.turn(-1);
    if (target?.dataset["next"] !== undefined) this.turn(1);
  }

  /** Enter in a field goes on to the next step, and sends from the last. */
  private pressed(event: KeyboardEvent): void {
    const inField = event.target instanceof HTMLInputElement && event.target.type !== "file";
    if (event.key !== "Enter" || !inField || this.step >= this.steps().length - 1) return;
    event.preventDefault();
    this.turn(1);
  }

  private turn(by: number): void {
    this.show(this.step + by);
    one(`[data-step="${this.step}"] h3`, HTMLHeadingElement, this.dialog).focus();
  }

  private show(step: number): void {
    this.step = step;
    const steps = this.steps();
    for (const [i, section] of steps.entries()) section.hidden = i !== step;
    one("[data-back]", HTMLButtonElement, this.dialog).hidden = step === 0;
    one("[data-next]", HTMLButtonElement, this.dialog).hidden = step >= steps.length - 1;
    this.dialog.scrollTop = 0;
  }

  private async send(): Promise<void> {
    const form = one("form", HTMLFormElement, this.dialog);
    if (form.getAttribute("aria-busy") === "true") return;
    form.setAttribute("aria-busy", "true");
    try {
      const { form: name = "", estimate } = form.dataset;
      const answers = await this.answers();
      this.unsent.set(this.key(), answers); // faults come in a form as it was before it was filled in
      await this.submit({ form: name, estimateId: estimate || null, answers });
    } catch (error) {
      this.fail(error instanceof Error ? error.message : String(error));
    } finally {
      form.removeAttribute("aria-busy");
    }
  }

  private async answers(): Promise<Answers> {
    const answers: Answers = {};
    for (const field of this.fields()) answers[field.dataset["key"] ?? ""] = await answerOf(field);
    return answers;
  }

  private async remember(): Promise<void> {
    if (this.dialog.querySelector("form")) this.unsent.set(this.key(), await this.answers());
  }

  private restore(): void {
    const answers = this.unsent.get(this.key());
    for (const field of this.fields()) {
      const answer = answers?.[field.dataset["key"] ?? ""];
      if (answer !== undefined) fill(field, answer);
    }
  }

  /** A chosen file cannot be written into a new input, so the old inputs move. */
  private keepFiles(chosen: HTMLInputElement[]): void {
    for (const input of this.files()) {
      const before = chosen.find(({ name }) => name === input.name);
      if (before) input.replaceWith(before);
    }
  }

  private key(): string {
    const { form, estimate } = this.dialog.querySelector("form")?.dataset ?? {};
    return `${form} ${estimate}`;
  }

  private steps = () => [...this.dialog.querySelectorAll<HTMLElement>(".step")];
  private files = () => [...this.dialog.querySelectorAll<HTMLInputElement>("input[type=file]")];
  private fields = () => [...this.dialog.querySelectorAll<HTMLElement>(".field")];
  private firstField = () => this.dialog.querySelector<HTMLElement>(".step:not([hidden]) :is(input, select, textarea)");
}

async function answerOf(field: HTMLElement): Promise<string | string[] | boolean> {
  const inputs = [...field.querySelectorAll<HTMLInputElement>("input, select, textarea")];
  const ticked = inputs.filter((input) => input.checked).map((input) => input.value);
  const [input] = inputs;
  if (field.dataset["kind"] === "choices") return ticked;
  if (field.dataset["kind"] === "toggle") return ticked.length > 0;
  if (input?.type === "radio") return ticked[0] ?? "";
  if (input?.type !== "file") return input?.value ?? "";
  const file = input.files?.[0];
  if (file && file.size > MOST_FILE_BYTES) throw new Error(`${file.name} is larger than 1 MB. Send a smaller file.`);
  return (await file?.text()) ?? "";
}

function fill(field: HTMLElement, answer: string | string[] | boolean): void {
  for (const input of field.querySelectorAll<HTMLInputElement>("input, select, textarea")) {
    if (input.type === "file") continue;
    if (input.type === "radio") input.checked = input.value === answer;
    else if (field.dataset["kind"] === "toggle") input.checked = answer === true;
    else if (input.type === "checkbox") input.checked = Array.isArray(answer) && answer.includes(input.value);
    else if (typeof answer === "string") input.value = answer;
  }
}
