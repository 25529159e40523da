/** `text` in at most `most` characters, ended by "…" where something was left out; never half an emoji. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, "");
  return `${cut.trimEnd()}…`;
}

/** As many whole sentences, or clauses up to a semicolon, as `most` characters hold; where not one fits it is cut. */
export function clipSentences(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = [...text.slice(0, most).matchAll(/[.;](?=\s)/g)].at(-1)?.index;
  return end === undefined ? clip(text, most) : `${text.slice(0, end)}.`;
}

/** The text with its first letter in upper case. */
export const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** "Free plan" → "free plan"; a name that begins with more than one capital ("EKS") stays. */
export const lowerFirst = (text: string) =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);

/** "a, b and c". */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}

/** "1 platform", "2 platforms". */
export const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** The first texts that together have at most so many characters; one is always among them. */
export function fitting(texts: readonly string[], mostCharacters: number): string[] {
  let room = mostCharacters;
  const end = texts.findIndex((text, i) => {
    room -= text.length;
    return i > 0 && room < 0;
  });
  return end < 0 ? [...texts] : texts.slice(0, end);
}
