import { ask, suggestions } from "./api.ts";
import { FormDialog, type Submission } from "./dialog.ts";
import { element, one } from "./dom.ts";
import { type HandedFile, takeFiles } from "./files.ts";
import { type Intent, intentOf } from "./intent.ts";
import { type Entry, Transcript } from "./transcript.ts";
import type { PageError, PageReply } from "./wire.ts";

/** Where a call came from: the thread it belongs to, and the entry whose button was pressed. */
interface Origin {
  threadId: string | null;
  entryId: string | null;
}

const PERSON = "k8s-advise.person";
const NOWHERE: Origin = { threadId: null, entryId: null };
const SUGGEST_AFTER_MS = 120;

const transcript = new Transcript();
const message = one("#message", HTMLInputElement);
const announcer = one("#announcer", HTMLParagraphElement);
let formOrigin = NOWHERE;
let suggestTimer = 0;

const dialog = new FormDialog(async ({ form, estimateId, answers }: Submission) => {
  await call({ kind: "submit-form", form, estimateId, answers }, formOrigin, (error) =>
    dialog.fail(`${error.message} ${error.hint}`),
  );
});

/** Not `crypto.randomUUID`: browsers give that to secure pages alone, and behind a token this one may be plain HTTP. */
const newId = () => Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join("");

function person(): { id: string; name: string } {
  const chosen = one('[name="person"]:checked', HTMLInputElement);
  return { id: chosen.value, name: chosen.dataset["name"] ?? chosen.value };
}

/** Asks the server and draws what comes back; true when there was an answer. */
async function call(
  intent: Intent,
  origin: Origin,
  fail: (error: PageError) => void = (error) => sayError(error, origin),
): Promise<boolean> {
  const { id } = person();
  const working = showWorking(origin);
  const result = await ask({ person: id, threadId: origin.threadId, intent });
  working.remove();
  announcer.textContent = "";
  if ("error" in result) fail(result.error);
  else show(result.reply, origin, id);
  return "reply" in result;
}

function show(reply: PageReply, origin: Origin, personId: string): void {
  if (reply.kind === "form") {
    formOrigin = origin;
    dialog.open(reply.html);
    return;
  }
  dialog.done();
  const replaced = reply.replaces && origin.entryId !== null ? transcript.find(origin.entryId) : null;
  const shown = transcript.put({
    id: replaced?.id ?? newId(),
    name: "Advisor",
    html: reply.html,
    text: reply.fallback,
    tone: "answer",
    onlyFor: reply.audience === "asker" ? personId : null,
    inThread: replaced ? replaced.inThread : reply.audience === "channel" ? null : origin.threadId,
    threadId: replaced?.threadId ?? reply.threadId,
    estimateId: reply.estimateId,
  });
  if (reply.shared) transcript.redraw(reply.shared);
  announcer.textContent = reply.fallback;
  if (!replaced) shown.scrollIntoView({ block: "start" });
}

function sayError({ message: text, hint }: PageError, { threadId }: Origin): void {
  const entry = said("Advisor", `${text} ${hint}`.trim(), threadId);
  transcript.put({ ...entry, tone: "error", onlyFor: person().id }).scrollIntoView({ block: "nearest" });
  announcer.textContent = entry.text;
}

function showWorking({ threadId }: Origin): HTMLElement {
  const working = element("li", "message working");
  working.append(element("p", "bubble", "Working on it"));
  transcript.place({ inThread: threadId }).append(working);
  announcer.textContent = "Working on it";
  working.scrollIntoView({ block: "nearest" });
  return working;
}

function said(name: string, text: string, inThread: string | null): Entry {
  const nothing = { html: null, onlyFor: null, threadId: null, estimateId: null };
  return { id: newId(), name, text, tone: "said", inThread, ...nothing };
}

/** Asks about files that were chosen, dropped or pasted, with the words in the message box. */
async function handIn(files: readonly HandedFile[]): Promise<void> {
  const { id, name } = person();
  const words = message.value.trim();
  const names = files.map((file) => file.name || "a pasted file").join(", ");
  transcript.put({ ...said(name, [words, names].filter(Boolean).join(" · "), null), onlyFor: id });
  message.value = "";
  const answered = await call({ kind: "command", text: words, files }, NOWHERE);
  if (!answered && message.value === "") message.value = words;
}

async function say(text: string, origin: Origin): Promise<boolean> {
  const { id, name } = person();
  const intent = intentOf(text, origin.threadId !== null, transcript.latestEstimate(id));
  const entry = said(name, text, origin.threadId);
  const onlyFor = origin.threadId === null ? id : null;
  if (intent?.kind !== "open-form") transcript.put({ ...entry, onlyFor });
  if (intent) return call(intent, origin);
  sayError({ message: "There is no such command.", hint: "There are /k8s-advise and /k8s-price." }, origin);
  return false;
}

function originOf(target: Element): Origin {
  const entryId = target.closest<HTMLElement>("[data-entry]")?.dataset["entry"] ?? null;
  const entry = entryId === null ? null : transcript.find(entryId);
  return { entryId, threadId: entry?.threadId ?? entry?.inThread ?? null };
}

async function press(control: HTMLButtonElement | HTMLSelectElement, value: string | null): Promise<void> {
  if (control.getAttribute("aria-disabled") === "true") return; // a second click while the first is under way
  const { action = "", estimate = "" } = control.dataset;
  const origin = originOf(control);
  control.setAttribute("aria-disabled", "true");
  await call({ kind: "press", action, estimateId: estimate, value }, origin);
  control.removeAttribute("aria-disabled");
  if (!control.isConnected) transcript.focus(origin.entryId, action); // its card was drawn anew
}

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("button") : null;
  if (!button) return;
  const { say: words, action, value, noValue } = button.dataset;
  if (words !== undefined) void say(words, NOWHERE);
  else if (action !== undefined) void press(button, noValue === undefined ? (value ?? null) : null);
  else if (button.id === "home") void call({ kind: "home", before: null }, NOWHERE);
  else if (button.id === "clear") transcript.clear();
});

document.addEventListener("change", (event) => {
  const { target } = event;
  if (target instanceof HTMLSelectElement && target.dataset["action"] && target.value) {
    void press(target, target.value);
    target.selectedIndex = 0;
  }
  if (target instanceof HTMLInputElement && target.name === "person") {
    sessionStorage.setItem(PERSON, target.value);
    transcript.showTo(target.value);
  }
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.classList.contains("say")) return;
  event.preventDefault();
  const input = one("[name=message]", HTMLInputElement, form);
  const text = input.value.trim();
  if (text === "") return;
  input.value = "";
  const threadId = form.closest<HTMLElement>("[data-thread]")?.dataset["thread"] ?? null;
  void say(text, { threadId, entryId: null }).then((answered) => {
    if (!answered && input.value === "") input.value = text; // nothing typed is lost
  });
});

message.addEventListener("input", () => {
  clearTimeout(suggestTimer);
  const [, query] = /^\/k8s-price\s+(.+)$/.exec(message.value) ?? [];
  if (query === undefined) return;
  suggestTimer = setTimeout(async () => {
    const options = (await suggestions(query)).map(({ label, value }) => new Option(label, `/k8s-price ${value}`));
    one("#suggestions", HTMLDataListElement).replaceChildren(...options);
  }, SUGGEST_AFTER_MS);
});

takeFiles(
  one("#files", HTMLInputElement),
  message,
  (files) => void handIn(files),
  (text) => sayError({ message: text, hint: "" }, NOWHERE),
);

const remembered = document.querySelector<HTMLInputElement>(
  `[name="person"][value="${sessionStorage.getItem(PERSON)}"]`,
);
(remembered ?? one('[name="person"]', HTMLInputElement)).checked = true;
transcript.restore();
transcript.showTo(person().id);
