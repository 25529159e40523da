import { escapeHtml } from "./escape-html.ts";

export const SIGN_IN_CSS = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1rem; box-sizing: border-box }
main, form { display: grid; gap: .75rem }
main { width: min(22rem, 100%) }
h1 { font-size: 1.4rem; margin: 0 }
p { margin: 0 }
label { display: grid; gap: .25rem }
input, button, a.button { font: inherit; padding: .6rem .8rem; border-radius: .5rem; border: 1px solid #767d8c; box-sizing: border-box }
input { width: 100% }
button, a.button { background: #2f5fd0; border-color: #2f5fd0; color: #fff; cursor: pointer; text-align: center; text-decoration: none }
[role=alert] { padding: .6rem .8rem; border-radius: .5rem; border: 1px solid #c0392b }
:focus-visible { outline: 3px solid #7aa2ff; outline-offset: 2px }
`;

/** The page on which people say who they are: a button for each provider, or where there is none their name and the token. */
export function signInPage({
  providers,
  fault,
  name,
}: {
  providers: readonly { id: string; label: string }[];
  fault: string | null;
  name: string; // as it was typed before
}): string {
  const alert = fault === null ? "" : `<p id="fault" role="alert">${escapeHtml(fault)}</p>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sign in to k8s-advise</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/sign-in.css"></head>
<body><main>
<h1>Sign in to k8s-advise</h1>
${alert}
${providers.length > 0 ? providers.map(providerLink).join("\n") : tokenForm(name, fault !== null)}
</main></body></html>`;
}

const providerLink = ({ id, label }: { id: string; label: string }) =>
  `<a class="button" href="/sign-in/${id}">Sign in with ${escapeHtml(label)}</a>`;

const tokenForm = (name: string, isWrong: boolean) => `<p>Your votes and decisions carry the name you give here.</p>
<form method="post" action="/sign-in">
<label>Your name <input name="name" autocomplete="nickname" required maxlength="40" value="${escapeHtml(name)}"${name === "" ? " autofocus" : ""}></label>
<label>Access token <input name="token" type="password" autocomplete="current-password" required${isWrong ? ' aria-invalid="true" aria-describedby="fault"' : ""}${name === "" ? "" : " autofocus"}></label>
<button>Sign in</button>
</form>`;
