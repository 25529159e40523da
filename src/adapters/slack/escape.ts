// https://docs.slack.dev/messaging/formatting-message-text/#escaping

const CONTROLS = /[^\P{Cc}\n\t]/gu; // control characters other than line break and tab
const DIRECTION_OVERRIDES = /[\u202A-\u202E\u2066-\u2069]/gu; // would turn round the text that follows
const LONE_SURROGATES = /\p{Surrogate}/gu;
const WORD_JOINER = "\u2060"; // no width, no break

/** Text for a field that Slack reads as mrkdwn: it pings nobody, links nothing, and reads as it was typed. */
export function mrkdwn(text: string): string {
  return clean(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Text for plain_text and rich_text, which show it as it is. Still no mention for a client that flattens them. */
export function literal(text: string): string {
  return clean(text).replace(/<(?=[!@#])/g, `<${WORD_JOINER}`);
}

/** At most `most` UTF-16 units, the last an ellipsis where something was cut; never half a character. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** What a person typed, from the form in which Slack hands it on. */
export function typed(text: string): string {
  return text
    .replace(/<([^<>|]*)\|([^<>]*)>/g, "$2") // <https://example.com|label>, <@U1|ann>, <#C1|general>
    .replace(/<[@#!]([^<>]*)>/g, "") // a mention without a name says nothing to us
    .replace(/<([^<>]*)>/g, "$1")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .trim();
}

function clean(text: string): string {
  return text.replace(LONE_SURROGATES, "\uFFFD").replace(CONTROLS, "").replace(DIRECTION_OVERRIDES, "");
}
