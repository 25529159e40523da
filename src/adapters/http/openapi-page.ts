import type { OpenApi } from "../../app/programs/openapi.ts";
import { escapeHtml } from "./escape-html.ts";

export const API_CSS = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { margin: 0 auto; max-width: 60rem; padding: 1rem 1.5rem 4rem }
code, pre { font: .9rem/1.45 ui-monospace, monospace }
pre { padding: .8rem; border: 1px solid #767d8c; border-radius: .5rem; overflow-x: auto }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-top: 1px solid #767d8c55 }
`;

interface Property {
  type?: unknown;
  enum?: unknown[];
  anyOf?: Property[];
  items?: Property;
  minimum?: number;
  maximum?: number;
}

/** The JSON API as a page: each call with an example, the keys it takes, and where its whole schema is. */
export function apiPage({ info, paths, components }: OpenApi): string {
  const calls = Object.entries(paths).map(([path, { post }]) => {
    const { schema, example } = post.requestBody.content["application/json"];
    const name = schema.$ref.split("/").at(-1) as keyof typeof components.schemas;
    const keys = Object.entries((components.schemas[name].properties ?? {}) as { [key: string]: Property });
    return `<h2><code>POST ${path}</code></h2>
<p>${escapeHtml(post.summary)}. ${escapeHtml(post.description).replace(/`([^`]+)`/g, "<code>$1</code>")}</p>
<pre>${escapeHtml(curl(path, example))}</pre>
<table><thead><tr><th>Key</th><th>Takes</th></tr></thead><tbody>
${keys.map(([key, property]) => `<tr><td><code>${key}</code></td><td>${escapeHtml(taken(property))}</td></tr>`).join("\n")}
</tbody></table>`;
  });
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>k8s-advise for programs</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/api/page.css"></head>
<body><main><h1>k8s-advise ${escapeHtml(info.version)} for programs</h1>
<p>${escapeHtml(info.description)} The whole schema: <a href="/api/openapi.json">/api/openapi.json</a>. Tools for assistants: <code>/mcp</code>.</p>
${calls.join("\n")}
</main></body></html>`;
}

const curl = (path: string, example: object) =>
  `curl -H "Authorization: Bearer $ACCESS_TOKEN" -H 'content-type: application/json' \\\n  -d '${JSON.stringify(example)}' http://127.0.0.1:3000${path}`;

/** "a, b or c", "number from 0 to 100", "list of …": what a value may be, in short. */
function taken({ type, enum: values, anyOf, items, minimum, maximum }: Property): string {
  if (values !== undefined) return values.join(", ");
  if (anyOf !== undefined) return [...new Set(anyOf.map(taken))].join(" or ");
  if (items !== undefined) return `list of: ${taken(items)}`;
  const bounds = [
    ...(minimum === undefined ? [] : [`from ${minimum}`]),
    ...(maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? [] : [`to ${maximum}`]),
  ];
  return [String(type ?? "any"), ...bounds].join(" ");
}
