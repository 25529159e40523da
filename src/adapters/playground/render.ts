import type { Action, Card, Fold, Inline, RichText, Section, Table } from "../../cards/card.ts";
import { chartFigure } from "./chart.ts";
import { type Html, html } from "./html.ts";

const MOST_FIGURE = 40; // characters
const MOST_SHORT = 12; // characters of a cell that stays on one line, such as a date
const LEAST_LONG = 25; // characters of a cell that gets a width to be read in

/** A card as a fragment of the page. It carries no script and no style of its own. */
export async function cardHtml(card: Card): Promise<Html> {
  const sections = await Promise.all(card.sections.map(sectionHtml));
  const shown = card.actions.filter(({ inMenu }) => !inMenu);
  const seldom = card.actions.filter(({ inMenu }) => inMenu);
  return html`<article class="card ${card.tone}" aria-label="${card.fallback}">
${card.title !== "" && html`<h2>${card.title}</h2>`}${sections}${card.files.map(fileLink)}
${card.actions.length > 0 && html`<div class="actions">${shown.map(actionHtml)}${menuHtml(seldom)}</div>`}</article>`;
}

async function sectionHtml(section: Section): Promise<Html> {
  switch (section.kind) {
    case "fold":
      return foldHtml(section);
    case "context":
      return html`<div class="context"><p>${richText(section.text)}</p>${section.action && actionHtml(section.action)}</div>`;
    case "text":
      return html`<p>${richText(section.text)}</p>`;
    case "heading":
      return html`<h3>${section.text}</h3>`;
    case "facts":
      return html`<dl>${section.facts.map(factHtml)}</dl>`;
    case "list": {
      const items = section.items.map((item) => html`<li>${richText(item)}</li>`);
      return html`<section class="list ${section.tone}">${section.title && html`<h3>${section.title}</h3>`}<ul>${items}</ul></section>`;
    }
    case "table":
      return tableHtml(section.table);
    case "chart":
      return chartFigure(section.chart);
    case "footer":
      return html`<footer>${section.text}</footer>`;
  }
}

async function foldHtml({ title, summary, sections }: Fold): Promise<Html> {
  const inside = await Promise.all(sections.map(sectionHtml));
  return html`<details class="fold"><summary><h3>${title}</h3> <span class="gist">${summary}</span></summary><div>${inside}</div></details>`;
}

/** A figure stands out; a sentence would shout. */
function factHtml({ label, value }: { label: string; value: string }): Html {
  return html`<div><dt>${label}</dt><dd${value.length <= MOST_FIGURE && html` class="figure"`}>${value}</dd></div>`;
}

function richText(text: RichText): Html[] {
  return (Array.isArray(text) ? text : [text]).map(inline);
}

function inline(part: Inline): Html {
  if (typeof part === "string") return html`${part}`;
  if ("href" in part) {
    if (!/^https?:\/\//i.test(part.href)) return html`${part.text}`;
    return html`<a href="${part.href}" target="_blank" rel="noopener noreferrer">${part.text}</a>`;
  }
  return part.mark === "strong" ? html`<strong>${part.text}</strong>` : html`<code>${part.text}</code>`;
}

/** Wide tables scroll in a box of their own, which the keyboard can reach. */
function tableHtml({ title, columns, rows, total }: Table): Html {
  const size = ({ length }: string) => (length <= MOST_SHORT ? " short" : length >= LEAST_LONG ? " long" : "");
  const look = (cell: string, index: number) => `${columns[index]?.align ?? "left"}${size(cell)}`;
  const cells = (row: string[]) =>
    row.map((cell, i) =>
      i === 0
        ? html`<th scope="row" class="${look(cell, i)}">${cell}</th>`
        : html`<td class="${look(cell, i)}">${cell}</td>`,
    );
  return html`<div class="table" role="region" aria-label="${title}" tabindex="0"><table><caption>${title}</caption>
<thead><tr>${columns.map(({ name, align }) => html`<th scope="col" class="${align}">${name}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${cells(row)}</tr>`)}</tbody>
${total && html`<tfoot><tr>${cells(total)}</tr></tfoot>`}</table></div>`;
}

function actionHtml({ name, label, style, estimateId, value, choices }: Action): Html {
  if (!choices) {
    return html`<button type="button" class="${style}" data-action="${name}" data-estimate="${estimateId}" data-value="${value}" ${
      value === null && html`data-no-value`
    }>${label}</button>`;
  }
  const options = choices.map((choice) => html`<option value="${choice.value}">${choice.label}</option>`);
  return html`<select class="${style}" data-action="${name}" data-estimate="${estimateId}" aria-label="${label}"><option value="" selected>${label}</option>${options}</select>`;
}

/** What is seldom needed, behind one button. */
const menuHtml = (actions: Action[]): Html | false =>
  actions.length > 0 &&
  html`<details class="menu"><summary>More</summary><div>${actions.map(actionHtml)}</div></details>`;

function fileLink({ name, mediaType, text }: Card["files"][number]): Html {
  const data = `data:${mediaType};charset=utf-8;base64,${Buffer.from(text).toString("base64")}`;
  return html`<p class="file"><a download="${name}" href="${data}">Download ${name}</a></p>`;
}
