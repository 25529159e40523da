import { expect, it } from "vitest";
import type { RichText } from "../../src/cards/card.ts";
import { sectionMarkdown } from "../../src/cards/markdown.ts";

const shown = (text: RichText) => sectionMarkdown({ kind: "text", text });

it("keeps the spaces between pieces, and outside of their marks", () => {
  expect(shown([{ text: "Amazon EKS: ", mark: "strong" }, "too dear"])).toBe("**Amazon EKS:** too dear");
  expect(shown(["Read from ", { text: "a page ", href: "https://example.org/" }, "by us"])).toBe(
    "Read from [a page](<https://example.org/>) by us",
  );
  expect(shown(["one", " ", "two"])).toBe("one two");
});
