import { expect, it } from "vitest";
import { escapeCode, escapeMarkdown, markdown, oneLine } from "../../../src/adapters/discord/escape.ts";

it.each([
  ["@everyone <@1> <#2> <t:3> </c:4>", "\\@everyone \\<\\@1> \\<#2> \\<t:3> \\</c:4>"],
  ["**b** _i_ ~~s~~ ||x|| `c`", "\\*\\*b\\*\\* \\_i\\_ \\~\\~s\\~\\~ \\|\\|x\\|\\| \\`c\\`"],
  ["[text](https://a.b)", "\\[text](https\\://a.b)"],
  [":tada: 10:30", "\\:tada: 10:30"],
  ["# head\n> quote\n- item\n1. one\n-# small", "\\# head\n\\> quote\n\\- item\n1\\. one\n\\-# small"],
  ["99.5 % - fine", "99.5 % - fine"],
  ["C:\\temp", "C:\\\\temp"],
])("takes %j as it is", (text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped);
});

it("leaves out what nobody can see, and keeps what joins letters and emoji", () => {
  expect(escapeMarkdown("a\u202e\u200b\u0000\ufeff\ud800b\tc")).toBe("ab c");
  expect(escapeMarkdown("👩‍👧 می‌خواهم")).toBe("👩‍👧 می‌خواهم");
});

it("lets nothing close a code block", () => {
  expect(escapeCode("a```b")).toBe("aˋˋˋb");
});

it("puts lines into one", () => {
  expect(oneLine(" a \n\n b ")).toBe("a b");
});

it.each([
  [{ text: "a*b", mark: "strong" as const }, "**a\\*b**"],
  [{ text: "a`b", mark: "code" as const }, "`aˋb`"],
  [{ text: " ", mark: "strong" as const }, " "],
  [[{ text: "Ruled out: ", mark: "strong" as const }, "no GPU"], "**Ruled out:** no GPU"],
  [{ text: "https://a.b/", href: "https://a.b/" }, "<https://a.b/>"],
  [{ text: "docs", href: "https://a.b/c(d)" }, "[docs](<https://a.b/c%28d%29>)"],
  [{ text: "bad", href: "javascript:alert(1)" }, "bad"],
  [["a", { text: "b", mark: "strong" as const }], "a**b**"],
])("writes %j as Discord's Markdown", (text, expected) => {
  expect(markdown(text)).toBe(expected);
});
