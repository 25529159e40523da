import { describe, expect, it } from "vitest";
import { renderCard, type View } from "../../../../src/adapters/discord/render/card.ts";
import type { Card, Chart, Section } from "../../../../src/cards/card.ts";
import { type Component, messageFaults, partsOf } from "../../../discord-stand-in/message-rules.ts";
import { aCard, aChart, anAction } from "../samples.ts";

const view = (more: Partial<View> = {}): View => ({
  pictures: new Map(),
  mayAttach: true,
  followUpOn: null,
  notes: [],
  ...more,
});
const bare = (more: Partial<Card> = {}) => aCard({ sections: [], actions: [], files: [], ...more });
const withPictures = (charts: Chart[]) => new Map(charts.map((chart) => [chart, new Uint8Array([1])]));

/** What people would see: the parts, checked by Discord's rules. */
function shown(card: Card, how: Partial<View> = {}) {
  const { body, files } = renderCard(card, view(how));
  expect(
    messageFaults(
      body,
      files.map(({ name }) => name),
    ),
  ).toEqual([]);
  const parts = partsOf(body.components as Component[]);
  const text = parts.flatMap((part) => (part.type === 10 ? [part.content] : [])).join("\n");
  return { parts, text, files, attachments: body.attachments };
}
const kinds = (parts: { type: number }[]) => parts.map(({ type }) => type);

describe("a whole card", () => {
  it("goes into one message: a container, its file, its buttons and its menu", () => {
    const card = aCard();
    const charts = card.sections.flatMap((section) => (section.kind === "chart" ? [section.chart] : []));
    const { parts, files, attachments } = shown(card, { pictures: withPictures(charts), followUpOn: "e1" });
    // container, section (title, button), text, rule, text, gallery, text, footer, file, 4 buttons, menu
    expect(kinds(parts)).toEqual([17, 9, 10, 2, 10, 14, 10, 12, 10, 10, 13, 1, 2, 2, 2, 2, 1, 3]);
    expect(files.map(({ name }) => name)).toEqual(["chart-1.png", "cost-lines.csv"]);
    expect(attachments[0]?.description).toBe(charts[0]?.alt);
  });

  it("pings nobody and runs no markup, whatever it repeats", () => {
    const evil = "@everyone <@1> **x** [a](https://b.c) https://evil.example ```\u202eabc";
    const card = bare({
      title: evil,
      sections: [
        { kind: "text", text: evil },
        { kind: "footer", text: evil },
      ],
    });
    const { text } = shown(card);
    expect(text).not.toMatch(/(?<!\\)@everyone|(?<!\\)<@|(?<!\\)\*\*x|https:\/\/|(?<!\\)`|\u202e/);
    expect(renderCard(card, view()).body.allowed_mentions).toEqual({ parse: [] });
  });

  it("says in its footer what could not be done", () => {
    expect(shown(bare(), { notes: ["Only you see this."] }).text).toContain("-# Only you see this.");
  });
});

describe("text", () => {
  const room = 4_000 - "## T".length - 120 - 2; // the title, the line that says what is missing, the gap
  const card = (length: number) => bare({ title: "T", sections: [{ kind: "text", text: "a".repeat(length) }] });

  it.each([room - 1, room])("shows %i characters whole", (length) => {
    const { text, files } = shown(card(length));
    expect(text).toContain("a".repeat(length));
    expect(files).toEqual([]);
  });

  it("moves what is longer into a file, and says so", () => {
    const { text, files } = shown(card(room + 1));
    expect(text).toContain("1 more line in **full-answer.md**, attached.");
    expect(String(files[0]?.data)).toContain("a".repeat(room + 1));
  });

  it("says that it is missing where no file may be attached", () => {
    expect(shown(card(room + 1), { mayAttach: false }).text).toContain("I lack the permission **Attach Files**");
  });
});

describe("tables", () => {
  const table = (columns: string[], rows: string[][], total: string[] | null = null): Section => ({
    kind: "table",
    table: {
      title: "",
      columns: columns.map((name, at) => ({ name, align: at === 0 ? "left" : "right" })),
      rows,
      total,
    },
  });
  const drawn = (section: Section) =>
    shown(bare({ title: "T", sections: [section] }))
      .text.split("\n")
      .slice(1)
      .join("\n");

  it("are aligned, wide characters too, with the total set apart", () => {
    expect(
      drawn(
        table(
          ["Part", "Cost"],
          [
            ["漢字", "1.00"],
            ["Nodes", "12.00"],
          ],
          ["Sum", "13.00"],
        ),
      ),
    ).toBe(
      [
        "```",
        "Part    Cost",
        "────────────",
        "漢字    1.00",
        "Nodes  12.00",
        "────────────",
        "Sum    13.00",
        "```",
      ].join("\n"),
    );
  });

  it("wrap their words where they are wider than 62 columns", () => {
    const text = drawn(table(["What", "Cost"], [["a ".repeat(40).trim(), "1.00"]]));
    expect(text.split("\n").every((line) => line.length <= 62)).toBe(true);
    expect(text.split("\n").filter((line) => line.startsWith("a a"))).toHaveLength(2);
  });

  it("become lists where even that is too wide", () => {
    const columns = ["Platform", ...Array.from({ length: 7 }, (_, at) => `Figure ${at}`)];
    const text = drawn(table(columns, [["EKS", ...Array.from({ length: 7 }, (_, at) => `${at},000.00`)]]));
    expect(text).toMatch(/^- \*\*EKS\*\* · Figure 0: 0,000.00 · /);
  });

  it("show as many rows as fit and count the rest", () => {
    const rows = Array.from({ length: 200 }, (_, at) => [`Line ${at}`, "1.00"]);
    const { text, files } = shown(bare({ sections: [table(["What", "Cost"], rows)] }));
    const left = Number(/(\d+) more lines in/.exec(text)?.[1]);
    expect(left).toBe(200 - (text.match(/^Line \d+/gm) ?? []).length);
    expect(String(files[0]?.data)).toContain("Line 199");
  });

  it("name a row of such a list by its first column of words", () => {
    const columns = [
      { name: "Rank", align: "right" as const },
      ...Array.from({ length: 8 }, (_, at) => ({ name: `Column ${at}`, align: "left" as const })),
    ];
    const rows = [["1", "EKS", ...Array.from({ length: 7 }, () => "something or other")]];
    expect(drawn({ kind: "table", table: { title: "", columns, rows, total: null } })).toMatch(
      /^- \*\*EKS\*\* · Rank: 1 · Column 1: s/,
    );
  });

  it("cannot be broken out of", () => {
    expect(drawn(table(["A"], [["``` @everyone"]]))).toContain("ˋˋˋ @everyone");
  });
});

describe("charts", () => {
  const charts = Array.from({ length: 4 }, () => aChart());
  const card = bare({ sections: charts.map((chart) => ({ kind: "chart", chart })) });

  it("are pictures up to three, then text", () => {
    const { files, text } = shown(card, { pictures: withPictures(charts) });
    expect(files).toHaveLength(3);
    expect(text.match(/█/g)?.length).toBeGreaterThan(0);
  });

  it("are text where pictures may not be attached", () => {
    const { files, text } = shown(card, { pictures: withPictures(charts), mayAttach: false });
    expect(files).toEqual([]);
    expect(text).toContain("DigitalOcean Kubernetes   84.00  ████████");
  });
});

describe("what is folded", () => {
  const open = anAction("show-part", "The bill", { value: "bill" });
  const sections: Section[] = [
    { kind: "context", text: "Assumed: US East.", action: anAction("change", "Change") },
    {
      kind: "fold",
      title: "The bill",
      summary: "84.00 USD a month",
      sections: [{ kind: "text", text: "Hidden." }],
      open,
    },
  ];

  it("is a line, and a button that shows it; what was assumed stands beside its button", () => {
    const { parts, text } = shown(bare({ sections, actions: [anAction("decide", "Record decision")] }));
    expect(text).toContain("**The bill** 84.00 USD a month");
    expect(text).toContain("-# Assumed: US East.");
    expect(text).not.toContain("Hidden.");
    expect(parts.flatMap((part) => (part.type === 2 ? [part.label] : []))).toEqual([
      "Change",
      "The bill",
      "Record decision",
    ]);
  });

  it("keeps what is seldom needed in one menu, and asks once", () => {
    const actions = [anAction("ask", "Ask"), anAction("compare", "Compare all", { inMenu: true })];
    const { parts } = shown(bare({ actions }), { followUpOn: "e1" });
    expect(parts.flatMap((part) => (part.type === 2 ? [part.label] : []))).toEqual(["Ask"]);
    const menus = parts.flatMap((part) => (part.type === 3 ? [part.options.map(({ label }) => label)] : []));
    expect(menus).toEqual([["Compare all"]]);
  });
});

describe("actions", () => {
  const buttons = (count: number) =>
    Array.from({ length: count }, (_, at) => anAction("page", `Page ${at}`, { value: String(at) }));
  const rows = (count: number) =>
    kinds(shown(bare({ actions: buttons(count) })).parts.filter(({ type }) => type !== 10 && type !== 17));

  it.each([
    [5, [1, 2, 2, 2, 2, 2]],
    [6, [1, 2, 2, 2, 2, 2, 1, 2]],
    [10, [1, 2, 2, 2, 2, 2, 1, 2, 2, 2, 2, 2]],
    [11, [1, 2, 2, 2, 2, 2, 1, 2, 2, 2, 2, 2, 1, 3]], // the eleventh moves into a menu
  ])("of %i buttons stand five a row", (count, expected) => {
    expect(rows(count)).toEqual(expected);
  });

  it.each([
    [25, 1],
    [26, 2],
  ])("with %i choices take %i menus", (count, menus) => {
    const choices = Array.from({ length: count }, (_, at) => ({ label: `Choice ${at}`, value: `c${at}` }));
    const { parts } = shown(bare({ actions: [anAction("why-not", "Why not…", { choices })] }));
    expect(kinds(parts).filter((type) => type === 3)).toHaveLength(menus);
  });

  it("refuse a card with more controls than a message holds", () => {
    const choices = [{ label: "One", value: "1" }];
    const menus = Array.from({ length: 20 }, () => anAction("vote", "Vote", { choices }));
    expect(() => renderCard(bare({ actions: menus }), view())).toThrow(RangeError);
  });
});

describe("files", () => {
  const file = (at: number) => ({ name: `lines ${at}.csv`, mediaType: "text/csv" as const, text: `content ${at}` });

  it("are attached up to four; the text of further ones is in the last", () => {
    const four = shown(bare({ files: [1, 2, 3, 4].map(file) }));
    expect(four.files.map(({ name }) => name)).toEqual(["lines-1.csv", "lines-2.csv", "lines-3.csv", "lines-4.csv"]);
    const five = shown(bare({ files: [1, 2, 3, 4, 5].map(file) }));
    expect(five.files.map(({ name }) => name)).toEqual(["lines-1.csv", "lines-2.csv", "lines-3.csv", "full-answer.md"]);
    expect(String(five.files[3]?.data)).toContain("content 5");
  });

  it("keep apart names that are the same", () => {
    expect(shown(bare({ files: [file(1), file(1)] })).files.map(({ name }) => name)).toEqual([
      "lines-1.csv",
      "2-lines-1.csv",
    ]);
  });
});
