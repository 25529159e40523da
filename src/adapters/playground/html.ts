/** Markup that needs no more escaping. Only `html` makes one. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | null | false | Part[];

const ESCAPES: ReadonlyMap<string, string> = new Map<string, string>([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
]);

function markup(part: Part): string {
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(markup).join("");
  return part === null || part === false ? "" : String(part).replace(/[&<>"']/g, (sign) => ESCAPES.get(sign) ?? sign);
}

/** A template whose every value is escaped, for text and for quoted attributes. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(strings.reduce((out, text, i) => out + markup(parts[i - 1] ?? null) + text));
}
