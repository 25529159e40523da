import { describe, expect, it } from "vitest";
import { pressedAction } from "../../../../src/adapters/slack/render/actions.ts";
import type { Block } from "../../../../src/adapters/slack/render/blocks.ts";
import { cardBlocks, cardMessages } from "../../../../src/adapters/slack/render/card.ts";
import { inHome } from "../../../../src/adapters/slack/render/messages.ts";
import type { Card, FlatSection, Section } from "../../../../src/cards/card.ts";
import { blockFaults, textLength } from "../../../slack-stand-in/blocks.ts";
import { aCard, aChart, aFold, anAction, aTable } from "../setup.ts";

const messagesOf = (change: Partial<Card>) => {
  const card = aCard(change);
  const messages = cardMessages(card, cardBlocks(card));
  for (const { blocks } of messages) expect(blockFaults(blocks, "message")).toEqual([]);
  return messages;
};
const typesOf = (blocks: Block[]) => blocks.map(({ type }) => type);
const only = <Type extends Block["type"]>(blocks: Block[], type: Type) =>
  blocks.filter((block): block is Extract<Block, { type: Type }> => block.type === type);
const text = (characters: number): Section => ({ kind: "text", text: "x".repeat(characters) });

it("puts the title first, buttons and footer last, and says the charts in the fallback", () => {
  const [message] = messagesOf({
    sections: [
      {
        kind: "text",
        text: ["Why: ", { text: "cheap", mark: "strong" }, { text: "docs", href: "https://example.com" }],
      },
      aChart(["DOKS"], [{ name: "nodes", values: [36] }]),
      { kind: "footer", text: "List prices, before tax" },
    ],
    actions: [anAction("share", "Share", { style: "primary" })],
  });
  expect(message.text).toBe("DOKS, 72.00 USD a month. DOKS is cheapest.");
  expect(message.blocks).toEqual([
    { type: "header", text: { type: "plain_text", text: "Run it on DOKS: $72.00 a month", emoji: false } },
    {
      type: "rich_text",
      elements: [
        {
          type: "rich_text_section",
          elements: [
            { type: "text", text: "Why: " },
            { type: "text", text: "cheap", style: { bold: true } },
            { type: "link", url: "https://example.com", text: "docs" },
          ],
        },
      ],
    },
    {
      type: "data_visualization",
      title: "Cost by platform",
      chart: {
        type: "bar",
        series: [{ name: "nodes", data: [{ label: "DOKS", value: 36 }] }],
        axis_config: { categories: ["DOKS"], y_label: "USD a month" },
      },
    },
    {
      type: "actions",
      elements: [
        {
          type: "button",
          action_id: "share|e-1|0.0",
          text: { type: "plain_text", text: "Share", emoji: false },
          style: "primary",
        },
      ],
    },
    { type: "context", elements: [{ type: "plain_text", text: "List prices, before tax", emoji: false }] },
  ]);
});

it.each([
  [149, "header"],
  [150, "header"],
  [151, "rich_text"],
])("draws a title of %i characters as %s", (characters, type) => {
  const [{ blocks }] = messagesOf({ title: "x".repeat(characters), sections: [] });
  expect(typesOf(blocks)).toEqual([type]);
});

it.each([
  [2_999, 1],
  [3_000, 1],
  [3_001, 2],
  [9_000, 3],
])("draws %i characters of text in %i blocks", (characters, blocks) => {
  expect(typesOf(messagesOf({ title: "", sections: [text(characters)] })[0].blocks)).toHaveLength(blocks);
});

it("does not cut a character in two", () => {
  const [{ blocks }] = messagesOf({ title: "", sections: [{ kind: "text", text: `x${"👍".repeat(2_000)}` }] });
  expect(JSON.stringify(blocks)).not.toMatch(/\\ud83d|\uFFFD/);
  expect(JSON.stringify(blocks).match(/👍/gu)).toHaveLength(2_000);
});

describe("what fits into a message", () => {
  // each list item is a block of its own section; the title makes one more
  const headings = (count: number): Section[] =>
    Array.from({ length: count }, (_, n) => ({ kind: "heading", text: `${n}` }));
  it.each([
    [49, [50]],
    [50, [50, 2]], // the first keeps one for "Continues…"
  ])("shares %i blocks and a title out as %j", (count, sizes) => {
    const messages = messagesOf({ sections: headings(count) });
    expect(messages.map(({ blocks }) => blocks.length)).toEqual(sizes);
  });

  it.each([
    [9_499, 1],
    [9_500, 1],
    [9_501, 2],
  ])("shares %i characters out over %i messages", (characters, count) => {
    const messages = messagesOf({ title: "", sections: [text(characters)] });
    expect(messages).toHaveLength(count);
    expect(messages.reduce((sum, { blocks }) => sum + textLength(only(blocks, "rich_text")), 0)).toBe(characters);
  });

  it("keeps the buttons in the first message and says that more follows", () => {
    const messages = messagesOf({ sections: [text(20_000)], actions: [anAction("share", "Share")] });
    expect(messages.map(({ blocks }) => typesOf(blocks).includes("actions"))).toEqual([true, false, false]);
    expect(JSON.stringify(messages[0].blocks)).toContain("Continues in the next message.");
    expect(messages[1]?.text).toBe("Run it on DOKS: $72.00 a month (continued)");
  });

  it("counts what the Home tab does not hold", () => {
    const { body, end } = cardBlocks(aCard({ sections: headings(120), actions: [anAction("page", "Older")] }));
    const blocks = inHome(body, end);
    expect(blockFaults(blocks, "home")).toEqual([]);
    expect(blocks).toHaveLength(100);
    // title + 120 headings − 98 shown
    expect(JSON.stringify(blocks.at(-2))).toContain("And 23 more.");
  });
});

describe("tables", () => {
  const rows = (count: number) => Array.from({ length: count }, (_, n) => [`line ${n}`, `${n}.00`]);

  it("draws the first natively with its total set apart, the next in letters of one width", () => {
    const [{ blocks }] = messagesOf({
      sections: [aTable([["nodes", "36.00"]], { total: ["Total", "36.00"] }), aTable(rows(2))],
    });
    expect(typesOf(blocks)).toEqual(["header", "rich_text", "table", "rich_text", "rich_text"]);
    expect(only(blocks, "table")[0]).toMatchObject({
      column_settings: [
        { align: "left", is_wrapped: true },
        { align: "right", is_wrapped: false },
      ],
      rows: [
        [{ type: "rich_text" }, { type: "rich_text" }],
        [
          { type: "raw_text", text: "nodes" },
          { type: "raw_text", text: "36.00" },
        ],
        [{ type: "rich_text" }, { type: "rich_text" }],
      ],
    });
    expect(only(blocks, "rich_text").at(-1)?.elements[0]).toMatchObject({
      elements: [{ text: "Line    Cost\n──────  ────\nline 0  0.00\nline 1  1.00" }],
    });
  });

  it.each([
    [98, [99]],
    [99, [100]],
    [100, [100, 2]], // 1 header + 99, 1 header + 1
  ])("shares %i rows out over tables of %j rows, one a message", (count, sizes) => {
    const messages = messagesOf({ sections: [aTable(rows(count))] });
    const tables = messages.flatMap(({ blocks }) => only(blocks, "table"));
    expect(tables.map((table) => table.rows.length)).toEqual(sizes);
    expect(messages).toHaveLength(sizes.length);
  });

  it.each([
    [20, "table"],
    [21, "rich_text"],
  ])("draws %i columns as %s", (count, type) => {
    const columns = Array.from({ length: count }, (_, n) => ({ name: `${n}`, align: "left" as const }));
    const [{ blocks }] = messagesOf({ sections: [aTable([columns.map(({ name }) => name)], { columns })] });
    expect(typesOf(blocks).at(-1)).toBe(type);
  });

  it.each([
    [68, "rich_text_preformatted"], // two spaces and 6 characters of cost make 76
    [69, "rich_text_list"],
  ])("draws a second table with a cell of %i characters as %s", (characters, type) => {
    const wide = aTable([["x".repeat(characters), "123.00"]], { total: ["", "123.00"] });
    const [{ blocks }] = messagesOf({ sections: [aTable([["a", "1"]]), wide] });
    expect(only(blocks, "rich_text").at(-1)?.elements[0]?.type).toBe(type);
    expect(JSON.stringify(blocks).match(/123\.00/g)).toHaveLength(2);
  });

  it("names the figures of a row that is drawn as a list", () => {
    const columns = ["Platform", "Bill", "Why not first"].map((name) => ({ name, align: "left" as const }));
    const wide = aTable([["EKS", "72.00", "dearer ".repeat(12).trim()]], { columns });
    const [{ blocks }] = messagesOf({ sections: [aTable([["a", "1"]]), wide] });
    expect(JSON.stringify(blocks)).toContain(" · Bill: 72.00 · Why not first: dearer dearer");
  });

  it("never sends an empty cell", () => {
    expect(JSON.stringify(messagesOf({ sections: [aTable([["", " "]])] })[0].blocks)).toContain(
      '"raw_text","text":"\u00A0"',
    );
  });

  it("draws a row too long for a native table all the same", () => {
    const messages = messagesOf({ sections: [aTable([["x".repeat(7_000), "y"]])] });
    expect(JSON.stringify(messages).match(/x/g)?.length).toBeGreaterThanOrEqual(7_000);
  });
});

describe("what is folded", () => {
  const line = (at: number): FlatSection => ({ kind: "text", text: `Part ${at}.` });

  it("opens at a press, its table native and its words plain", () => {
    const facts: FlatSection = { kind: "facts", facts: [{ label: "Cluster", value: "*3* nodes" }] };
    const [{ blocks }] = messagesOf({ sections: [aFold([aTable([["nodes", "36.00"]]), facts])] });
    const [container] = only(blocks, "container");
    expect(container).toMatchObject({ title: { text: "The bill" }, subtitle: { text: "36.00 USD a month" } });
    expect(container).toMatchObject({ is_collapsible: true, default_collapsed: true });
    expect(container?.child_blocks.map(({ type }) => type)).toEqual(["table", "section"]);
    expect(container?.child_blocks[1]).toMatchObject({ text: { type: "plain_text", text: "Cluster: *3* nodes" } });
  });

  it("has one native table a message, the next as lines under its names", () => {
    const [{ blocks }] = messagesOf({ sections: [aFold([aTable([["a", "1"]])]), aFold([aTable([["EKS", "72.00"]])])] });
    const [, second] = only(blocks, "container");
    expect(second?.child_blocks).toMatchObject([{ type: "section", text: { text: "Costs\n• EKS: cost 72.00" } }]);
  });

  it.each([
    [10, [10]],
    [11, [10, 1]],
  ])("of %i blocks stands in containers of %j", (count, sizes) => {
    const [{ blocks }] = messagesOf({ sections: [aFold(Array.from({ length: count }, (_, at) => line(at)))] });
    expect(only(blocks, "container").map(({ child_blocks }) => child_blocks.length)).toEqual(sizes);
  });
});

it("sets a line on what the card is about beside its button", () => {
  const change = anAction("change", "Change");
  const [{ blocks }] = messagesOf({ sections: [{ kind: "context", text: "Assumed: US East.", action: change }] });
  expect(blocks[1]).toMatchObject({
    type: "section",
    text: { text: "Assumed: US East." },
    accessory: { action_id: "change|e-1|context" },
  });
});

describe("charts", () => {
  const chartOf = (bars: string[], series: { name: string; values: number[] }[]) =>
    only(messagesOf({ sections: [aChart(bars, series)] })[0].blocks, "data_visualization")[0]?.chart;
  const series = (count: number) => Array.from({ length: count }, (_, n) => ({ name: `s${n}`, values: [n + 0.1, 1] }));

  it.each([
    [5, 5],
    [6, 6],
    [7, 6],
    [13, 6],
  ])("draws %i categories as %i, and the bars keep their sums", (count, drawn) => {
    const chart = chartOf(["a", "b"], series(count));
    expect(chart?.series).toHaveLength(drawn);
    const sums = [0, 1].map((bar) => chart?.series.reduce((sum, { data }) => sum + (data[bar]?.value ?? 0), 0));
    // first bar: (0 + 1 + … + (n−1)) + 0.1 n; second: n
    expect(sums[0]).toBeCloseTo((count * (count - 1)) / 2 + 0.1 * count, 6);
    expect(sums[1]).toBe(count);
  });

  it("merges the smallest categories", () => {
    // weights n + 1.1: s0, s1 are the smallest of seven
    expect(chartOf(["a", "b"], series(7))?.series.map(({ name }) => name)).toEqual([
      "s2",
      "s3",
      "s4",
      "s5",
      "s6",
      "Other",
    ]);
  });

  it.each([
    [20, true],
    [21, false],
  ])("draws %i bars natively: %s", (count, native) => {
    const bars = Array.from({ length: count }, (_, n) => `p${n}`);
    expect(chartOf(bars, [{ name: "nodes", values: bars.map(() => 1) }]) !== undefined).toBe(native);
  });

  it("shortens names to 20 characters and keeps them apart", () => {
    const chart = chartOf(["GKE Standard, regional, one", "GKE Standard, regional, two"], series(1));
    // 19 characters and an ellipsis would be "GKE Standard, regio…": clipped after the word instead
    expect(chart?.axis_config.categories).toEqual(["GKE Standard…", "GKE Standard… 2"]);
  });

  it("clips within a word that is most of the name", () => {
    const chart = chartOf(["Elastic-Kubernetes-Service", "On Elastic-Kubernetes-Service"], series(1));
    expect(chart?.axis_config.categories).toEqual(["Elastic-Kubernetes-…", "On Elastic-Kubernet…"]);
  });

  it("moves a third chart to the next message", () => {
    const one = aChart(["a"], series(1));
    const messages = messagesOf({ sections: [one, one, one] });
    expect(messages.map(({ blocks }) => only(blocks, "data_visualization").length)).toEqual([2, 1]);
  });
});

describe("buttons and menus", () => {
  it.each([
    [25, [25]],
    [26, [25, 1]],
  ])("draws %i buttons in rows of %j", (count, sizes) => {
    const actions = Array.from({ length: count }, () => anAction("step", "Go"));
    const [{ blocks }] = messagesOf({ actions });
    expect(only(blocks, "actions").map(({ elements }) => elements.length)).toEqual(sizes);
  });

  it.each([
    [100, 1],
    [101, 2],
  ])("draws %i choices in %i menus", (count, menus) => {
    const choices = Array.from({ length: count }, (_, n) => ({ label: `p${n}`, value: `p${n}` }));
    const [{ blocks }] = messagesOf({ actions: [anAction("why-not", "Why not…", { choices })] });
    expect(only(blocks, "actions").flatMap(({ elements }) => elements)).toHaveLength(menus);
  });

  it.each([
    [5, [5]],
    [6, [5, 1]],
  ])("keeps %i actions that are seldom needed behind menus of %j", (count, sizes) => {
    const actions = Array.from({ length: count }, (_, at) =>
      anAction("page", `Page ${at}`, { value: `${at}|x`, inMenu: true }),
    );
    const [{ blocks }] = messagesOf({ actions });
    const elements = only(blocks, "actions").flatMap((block) => block.elements);
    const menus = elements.flatMap((element) => (element.type === "overflow" ? [element] : []));
    expect(menus.map(({ options }) => options.length)).toEqual(sizes);
    const [first] = menus;
    const chosen = pressedAction(first?.action_id ?? "", first?.options[1]?.value ?? null);
    expect(chosen).toEqual({ name: "page", estimateId: "e-1", value: "1|x" });
  });

  it("draws no menu without choices", () => {
    expect(
      typesOf(messagesOf({ sections: [], actions: [anAction("why-not", "Why not…", { choices: [] })] })[0].blocks),
    ).toEqual(["header"]);
  });
});
