export const LOGIN_CSS = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1rem }
form { display: grid; gap: .75rem; width: min(22rem, 100%) }
h1 { font-size: 1.25rem; margin: 0 }
input, button { font: inherit; padding: .6rem .8rem; border-radius: .5rem; border: 1px solid #767d8c }
button { background: #2f5fd0; border-color: #2f5fd0; color: #fff; cursor: pointer }
:focus-visible { outline: 3px solid #7aa2ff; outline-offset: 2px }
`;

/** The page that asks for the access token; `fault` is one of our own sentences, or null. */
export function loginPage(fault: string | null): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Log in to k8s-advise</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/login.css"></head>
<body><main><form method="post" action="/login">
<h1>k8s-advise</h1>
<label for="token">Access token</label>
<input id="token" name="token" type="password" autocomplete="current-password" required autofocus${fault ? ' aria-invalid="true" aria-describedby="fault"' : ""}>
${fault ? `<p id="fault" role="alert">${fault}</p>` : ""}
<button>Log in</button>
</form></main></body></html>`;
}
