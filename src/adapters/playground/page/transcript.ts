import { element, one } from "./dom.ts";

/** One thing said, as it is kept in the tab's session. */
export interface Entry {
  id: string;
  name: string; // who said it
  html: string | null; // an answer's markup, escaped by the server
  text: string; // what was typed, or the answer in a sentence
  tone: "said" | "answer" | "error";
  onlyFor: string | null; // a person's id: nobody else sees it
  inThread: string | null;
  threadId: string | null; // the thread this entry owns
  estimateId: string | null;
}

const STORE = "k8s-advise.transcript";

/** The conversation of this tab: what is drawn, and kept over a reload. */
export class Transcript {
  private entries: Entry[] = [];
  private reader = "";
  private readonly list = one("#transcript", HTMLOListElement);

  /** Draws what the tab kept. */
  restore(): void {
    try {
      const kept: Entry[] = JSON.parse(sessionStorage.getItem(STORE) ?? "[]");
      for (const entry of kept) this.put(entry);
    } catch {
      this.clear();
    }
  }

  /** Adds the entry, or replaces the one with its id, and shows it. */
  put(entry: Entry): HTMLElement {
    const drawn = draw(entry);
    const before = this.find(entry.id);
    this.entries = before ? this.entries.map((e) => (e.id === entry.id ? entry : e)) : [...this.entries, entry];
    const old = this.item(entry.id);
    if (old) {
      const thread = old.querySelector(".thread");
      if (thread) drawn.querySelector(".thread")?.replaceWith(thread);
      old.replaceWith(drawn);
    } else this.place(entry).append(drawn);
    this.showTo(this.reader);
    this.keep();
    return drawn;
  }

  /** Draws the card that owns a thread anew, in its place. */
  redraw({ threadId, html, fallback }: { threadId: string; html: string; fallback: string }): void {
    const owner = this.entries.find((entry) => entry.threadId === threadId);
    if (owner) this.put({ ...owner, html, text: fallback });
  }

  /** Shows what `person` may see: private answers are their asker's alone. */
  showTo(person: string): void {
    this.reader = person;
    for (const { id, onlyFor } of this.entries) {
      const item = this.item(id);
      if (item) item.hidden = onlyFor !== null && onlyFor !== person;
    }
    document.body.classList.toggle("started", this.entries.length > 0);
  }

  find(id: string): Entry | null {
    return this.entries.find((entry) => entry.id === id) ?? null;
  }

  /** The newest estimate outside threads that `person` can see, or null. */
  latestEstimate(person: string): string | null {
    const seen = this.entries.filter((e) => e.estimateId && e.inThread === null && (e.onlyFor ?? person) === person);
    return seen.at(-1)?.estimateId ?? null;
  }

  /** Puts the focus back on a card that was drawn anew: on the same button, or on any. */
  focus(id: string | null, action: string): void {
    const item = id === null ? null : this.item(id);
    const again = item?.querySelector<HTMLElement>(`[data-action="${action}"]`);
    (again ?? item?.querySelector<HTMLElement>("[data-action]"))?.focus();
  }

  clear(): void {
    this.entries = [];
    this.list.replaceChildren();
    this.keep();
    this.showTo(this.reader);
  }

  /** Where an entry, or a sign of work, belongs: in its thread, or at the end. */
  place({ inThread }: Pick<Entry, "inThread">): Element {
    return (inThread && this.list.querySelector(`[data-thread="${inThread}"] ol`)) || this.list;
  }

  private item(id: string): HTMLElement | null {
    return this.list.querySelector<HTMLElement>(`[data-entry="${id}"]`);
  }

  /** Keeps as much of the end as fits the browser's quota. */
  private keep(): void {
    for (let kept = this.entries; ; kept = kept.slice(Math.ceil(kept.length / 2))) {
      try {
        sessionStorage.setItem(STORE, JSON.stringify(kept));
        return;
      } catch {
        if (kept.length === 0) return;
      }
    }
  }
}

function draw(entry: Entry): HTMLElement {
  const item = element("li", `message ${entry.tone}`);
  item.dataset["entry"] = entry.id;
  const byline = element("p", "byline", entry.name);
  if (entry.onlyFor && entry.tone !== "said") byline.append(element("span", "private", "only you can see this"));
  item.append(byline, body(entry));
  if (entry.threadId) item.append(thread(entry.threadId));
  return item;
}

function body(entry: Entry): HTMLElement {
  if (entry.html === null) return element("p", "bubble", entry.text);
  const holder = element("div", "answer-body");
  holder.innerHTML = entry.html; // escaped by the server; the policy of the page lets no script or style in it run
  return holder;
}

function thread(threadId: string): HTMLElement {
  const section = element("section", "thread");
  section.dataset["thread"] = threadId;
  section.setAttribute("aria-label", "Thread");
  const form = element("form", "say");
  const input = element("input", "");
  input.name = "message";
  input.autocomplete = "off";
  input.maxLength = 40_000;
  input.placeholder = "Reply: what if …, why not …, decide …";
  input.setAttribute("aria-label", "Reply in the thread");
  const send = element("button", "", "Reply");
  form.append(input, send);
  section.append(element("ol", ""), form);
  return section;
}
