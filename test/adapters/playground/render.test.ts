import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formHtml } from "../../../src/adapters/playground/form-html.ts";
import { html } from "../../../src/adapters/playground/html.ts";
import { cardHtml } from "../../../src/adapters/playground/render.ts";
import type { Card, Section } from "../../../src/cards/card.ts";
import type { Field, Form } from "../../../src/cards/form.ts";
import { adviceCard, adviceForm, note } from "./sample-cards.ts";

describe("html", () => {
  it("escapes every value, in text and in quoted attributes", () => {
    expect(html`<a title="${`"'<&>`}">${"<b>"}</a>`.text).toBe('<a title="&quot;&#39;&lt;&amp;&gt;">&lt;b&gt;</a>');
  });

  it("leaves its own markup, lists of it, and nothing at all as they are", () => {
    expect(html`${[html`<i>${1}</i>`, "&"]}${null}${false}${""}${0}`.text).toBe("<i>1</i>&amp;0");
  });

  it("never lets a value open a tag or leave its quotes", () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const { text } = html`<p title="${value}">${value}</p>`;
        expect(text.match(/[<>"]/g)).toEqual(["<", '"', '"', ">", "<", ">"]);
      }),
    );
  });
});

const HOSTILE = `<script>alert(1)</script>"'&`;

describe("a card", () => {
  const cardOf = (...sections: Section[]) => cardHtml({ ...note("Title", ""), sections });

  it("keeps its order: title, sections, files, actions", async () => {
    const { text } = await cardHtml({ ...adviceCard, files: [{ name: "a.csv", mediaType: "text/csv", text: "é" }] });
    const order = ["<h2>", "<ul>", "<dl>", "<table>", "<picture>", "<footer>", "download=", 'data-action="share"'];
    const places = order.map((mark) => text.indexOf(mark));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(text).toContain(`base64,${Buffer.from("é").toString("base64")}`);
  });

  it("gives a table its caption, headings for columns and rows, and figures on the right", async () => {
    const table = {
      title: "Lines",
      columns: [
        { name: "Line", align: "left" as const },
        { name: "Cost", align: "right" as const },
      ],
      rows: [["Nodes", "$72.00"]],
      total: ["Total", "$72.00"],
    };
    const { text } = await cardOf({ kind: "table", table });
    expect(text).toContain("<caption>Lines</caption>");
    expect(text).toContain('<th scope="col" class="right">Cost</th>');
    expect(text).toContain('<tr><th scope="row" class="left short">Nodes</th><td class="right short">$72.00</td></tr>');
    expect(text).toContain('<tfoot><tr><th scope="row" class="left short">Total</th>');
  });

  it.each([
    [12, "left short"], // stays on one line
    [13, "left"],
    [24, "left"],
    [25, "left long"], // gets a width to be read in
  ])("gives a cell of %i characters the look “%s”", async (length, look) => {
    const columns = [{ name: "Why", align: "left" as const }];
    const table = { title: "T", columns, rows: [["x".repeat(length)]], total: null };
    expect((await cardOf({ kind: "table", table })).text).toContain(`class="${look}">${"x".repeat(length)}<`);
  });

  it("links to the web alone", async () => {
    const link = (href: string) => cardOf({ kind: "text", text: { text: "there", href } });
    expect((await link("https://example.org/?a&b")).text).toContain('href="https://example.org/?a&amp;b"');
    expect((await link("javascript:alert(1)")).text).toContain("<p>there</p>");
  });

  it("says a chart in words beside the picture", async () => {
    const chart = {
      title: "Cost",
      alt: "A is 1.",
      currency: "USD",
      bars: ["A"],
      series: [{ name: "Nodes", values: [1] }],
    };
    expect((await cardOf({ kind: "chart", chart })).text).toContain('alt="Cost. A is 1."');
  });

  it("tells a button that carries nothing from one that carries an empty word", async () => {
    const action = { name: "page", label: "More", style: "plain", estimateId: "e", choices: null } as const;
    const withValue = async (value: string | null) =>
      (await cardHtml({ ...note("", ""), actions: [{ ...action, value }] })).text;
    expect(await withValue(null)).toContain("data-no-value");
    expect(await withValue("")).not.toContain("data-no-value");
  });

  it("folds a part behind its line, and what is seldom needed behind one button", async () => {
    const action = {
      name: "compare",
      label: "Compare all",
      style: "plain",
      estimateId: "e",
      value: null,
      choices: null,
    } as const;
    const { text } = await cardHtml({
      ...note("", ""),
      sections: [
        {
          kind: "fold",
          title: "The bill",
          summary: "84.00",
          sections: [{ kind: "text", text: "Within." }],
          open: action,
        },
      ],
      actions: [{ ...action, inMenu: true }],
    });
    expect(text).toContain(
      '<summary><h3>The bill</h3> <span class="gist">84.00</span></summary><div><p>Within.</p></div></details>',
    );
    expect(text).toMatch(/<summary>More<\/summary><div><button [^>]*data-action="compare"/);
  });

  it("shows hostile words as words, wherever they stand", async () => {
    const t = HOSTILE;
    const hostile: Card = {
      title: t,
      tone: "neutral",
      fallback: t,
      sections: [
        { kind: "text", text: [t, { text: t, mark: "code" }, { text: t, href: `https://x.example/${t}` }] },
        { kind: "heading", text: t },
        { kind: "facts", facts: [{ label: t, value: t }] },
        { kind: "list", title: t, tone: "warning", items: [t] },
        { kind: "table", table: { title: t, columns: [{ name: t, align: "left" }], rows: [[t]], total: [t] } },
        { kind: "chart", chart: { title: t, alt: t, currency: t, bars: [t], series: [{ name: t, values: [1] }] } },
        { kind: "context", text: t, action: null },
        { kind: "footer", text: t },
        {
          kind: "fold",
          title: t,
          summary: t,
          sections: [{ kind: "text", text: t }],
          open: { name: "show-part", label: t, style: "plain", estimateId: t, value: t, choices: null },
        },
      ],
      actions: [{ name: "vote", label: t, style: "plain", estimateId: t, value: t, choices: [{ label: t, value: t }] }],
      files: [{ name: t, mediaType: "text/csv", text: t }],
    };
    const { text } = await cardHtml(hostile);
    expect(text).not.toContain("<script");
    expect(text).toContain("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;");
    expect(text).not.toMatch(/ (on\w+|style)=/);
  });
});

describe("a form", () => {
  const formOf = (field: Field): Form => ({
    name: "advise",
    title: "T",
    submitLabel: "S",
    steps: [{ title: "One", fields: [field] }],
  });
  const fieldHtml = (field: Field, fault?: string) =>
    formHtml(formOf(field), fault ? { [field.key]: fault } : {}, null).text;
  const base = { key: "k", label: "Label", help: "Help" };

  it("shows each step with its place, and the form's own name and estimate", () => {
    const { text } = formHtml(adviceForm({}), {}, "e1");
    expect(text).toContain('data-form="advise" data-estimate="e1"');
    expect(text.match(/Step \d of 3/g)).toEqual(["Step 1 of 3", "Step 2 of 3", "Step 3 of 3"]);
  });

  it("ties label, help and fault to their field", () => {
    const text = fieldHtml(
      { ...base, kind: "number", value: "x", minimum: 0, maximum: null, whole: true, required: true, unit: "USD" },
      "No.",
    );
    expect(text).toContain('<label for="field-k">Label</label>');
    expect(text).toContain('aria-describedby="field-k-help field-k-fault" aria-invalid="true"');
    expect(text).toContain('<p class="fault" id="field-k-fault">No.</p>');
    expect(text).toContain('inputmode="numeric" autocomplete="off" value="x"');
  });

  it.each([
    [4, "radio"],
    [5, "<select"],
  ])("asks a choice of %i with a %s", (count, control) => {
    const options = Array.from({ length: count }, (_, i) => ({ value: `${i}`, label: `${i}`, description: null }));
    expect(fieldHtml({ ...base, kind: "choice", options, value: "3", required: true })).toContain(control);
  });

  it.each([
    ["an optional choice can be left open again", 4, null, false, '<input type="radio" name="k" value="" checked>'],
    ["an optional menu too", 5, "2", false, '<option value="" >No answer</option>'],
    ["a menu that must be answered starts on nothing", 5, null, true, '<option value="">Choose …</option>'],
  ])("guesses no answer: %s", (_what, count, value, required, markup) => {
    const options = Array.from({ length: count }, (_, i) => ({ value: `${i}`, label: `${i}`, description: null }));
    expect(fieldHtml({ ...base, kind: "choice", options, value, required })).toContain(markup);
  });

  it("calls questions optional only where others must be answered", () => {
    const field = { ...base, kind: "text", value: "", placeholder: null, multiline: false, mostCharacters: 9 } as const;
    const steps = (...fields: Field[]) => ({
      ...formOf({ ...field, required: false }),
      steps: [{ title: "", fields }],
    });
    const optional = { ...field, required: false };
    expect(formHtml(steps(optional), {}, null).text).not.toContain("optional");
    expect(formHtml(steps(optional, { ...field, key: "m", required: true }), {}, null).text).toContain("optional");
  });

  it("says a fault that belongs to no field above them all", () => {
    const text = formHtml(adviceForm({}), { elsewhere: "Nothing fits." }, null).text;
    expect(text).toContain('<p class="fault" role="alert">Nothing fits.</p>');
  });

  it("shows what was typed as words", () => {
    const field = {
      ...base,
      kind: "text",
      value: HOSTILE,
      placeholder: HOSTILE,
      required: false,
      mostCharacters: 9,
    } as const;
    for (const multiline of [true, false]) expect(fieldHtml({ ...field, multiline }, HOSTILE)).not.toContain("<script");
  });
});
