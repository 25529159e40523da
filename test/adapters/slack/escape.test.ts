import fc from "fast-check";
import { expect, it } from "vitest";
import { clip, literal, mrkdwn, typed } from "../../../src/adapters/slack/escape.ts";

it.each([
  ["3 services &amp; 50 &lt; 60", "3 services & 50 < 60"],
  ["see <https://example.com/a?b=1|the page> or <https://example.com>", "see the page or https://example.com"],
  ["ask <@U123|ann> or <@U456> in <#C1|infra> <!here>", "ask ann or  in infra"],
  ["  40 services\n", "40 services"],
  ["&amp;lt;", "&lt;"], // unescaped once only
])("reads %j as %j", (sent, words) => {
  expect(typed(sent)).toBe(words);
});

it("escapes what mrkdwn would read, so that it comes back as it was", () => {
  expect(mrkdwn("<!channel> & <@U1>")).toBe("&lt;!channel&gt; &amp; &lt;@U1&gt;");
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(mrkdwn(text)).not.toMatch(/[<>]/);
      expect(typed(mrkdwn(text))).toBe(text.trim());
    }),
  );
});

it("lets no text make a mention or turn the text after it round", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(literal(`<!here>${text}<@U1>`)).not.toMatch(/<[!@#]|[\u202A-\u202E\u2066-\u2069]/);
    }),
  );
});

it.each([
  ["abc", 3, "abc"],
  ["abcd", 3, "ab…"],
  ["ab👍d", 4, "ab…"], // not half a thumb
  ["ab👍", 4, "ab👍"],
])("clips %s to %i as %s", (text, most, clipped) => {
  expect(clip(text, most)).toBe(clipped);
});
