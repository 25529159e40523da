import type { Section } from "../../../cards/card.ts";
import { escapeLine, escapeMarkdown, markdown, oneLine } from "../escape.ts";
import { MAX_TEXT } from "../limits.ts";
import type { Piece } from "./piece.ts";
import { chartPiece, tablePiece } from "./table.ts";

/** A section as lines of Markdown; null when it has nothing to show, or is shown elsewhere. */
export function sectionPiece(section: Section): Piece | null {
  switch (section.kind) {
    case "text":
      return prose(markdown(section.text).split("\n"));
    case "heading":
      return section.text.trim() === "" ? null : prose([`### ${escapeLine(section.text)}`]);
    case "facts":
      return prose(
        section.facts.map(({ label, value }) => `**${escapeLine(label)}** ${escapeMarkdown(oneLine(value))}`),
      );
    case "list": {
      const sign = section.tone === "warning" ? "⚠️ " : "";
      const title = section.title === null ? [] : [`**${sign}${escapeLine(section.title)}**`];
      const items = section.items.map((item) => `- ${markdown(item).replace(/\s*\n\s*/g, " ")}`);
      return items.length === 0 ? null : { ...NO_LINES, title, lines: items };
    }
    case "table":
      return tablePiece(section.table);
    case "chart":
      return chartPiece(section.chart);
    case "fold": // its button shows the rest
      return prose([`**${escapeLine(section.title)}** ${escapeLine(section.summary)}`]);
    case "context": // stands beside its button
    case "footer":
      return null;
  }
}

const NO_LINES: Piece = { title: [], before: [], lines: [], after: [], most: MAX_TEXT };

const prose = (lines: string[]): Piece | null => (lines.join("").trim() === "" ? null : { ...NO_LINES, lines });
