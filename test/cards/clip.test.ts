import { expect, it } from "vitest";
import { clipSentences } from "../../src/cards/clip.ts";

it.each([
  ["It fits. All of it", 18, "It fits. All of it"],
  ["It is said. The rest is too long.", 20, "It is said."],
  ["One thing; another thing; a third", 26, "One thing; another thing."],
  ["At least 99.95 % of all the hours", 14, "At least 99.9…"], // no sentence ends there: a figure has no space behind its point
])("keeps of “%s” in %i characters: %s", (text, most, kept) => expect(clipSentences(text, most)).toBe(kept));
