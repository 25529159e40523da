import type { Person } from "../../app/ports/asker.ts";
import { type Html, html } from "./html.ts";
import { PEOPLE } from "./people.ts";

const EXAMPLES = [
  "A startup with 2 engineers, building an MVP for $100 a month",
  "40 services on AWS, 5 engineers, Kubernetes experts, 99.95 % uptime in Frankfurt",
  "/k8s-price t3.medium x3 frankfurt",
];

const ADMIN = PEOPLE.flatMap(({ name, isAdmin }) => (isAdmin ? [name] : [])).join(" and ");

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='8' fill='%232f5fd0'/%3E%3Cpath d='M16 5l9.5 5.5v11L16 27l-9.5-5.5v-11z' fill='none' stroke='%23fff' stroke-width='2.5'/%3E%3Ccircle cx='16' cy='16' r='3.5' fill='%23fff'/%3E%3C/svg%3E";

/** The page as it is before anything was said, for who is signed in, or for whom to choose where nobody signs in. */
export function pageHtml(signedIn: Person | null): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>k8s-advise: where to run Kubernetes</title>
<link rel="icon" href="${ICON}">
<link rel="stylesheet" href="/page/style.css">
<script type="module" src="/page/main.js"></script>
</head>
<body>
<a class="skip" href="#message">Skip to the message box</a>
<header class="top"><div class="column">
<h1><img src="${ICON}" alt="" width="28" height="28"> k8s-advise</h1>
${signedIn === null ? choice() : signOut(signedIn)}
</div></header>
<main class="column">
<section class="welcome" aria-labelledby="welcome-title">
<h2 id="welcome-title">Where should you run Kubernetes?</h2>
<p>Say what you build and what you can spend. You get a cluster planned and priced line by line on every platform, a
recommendation, and the reasons.</p>
<p><button type="button" class="primary" data-say="/k8s-advise">Answer a few questions</button></p>
<p id="examples-title" class="quieter">or try one of these</p>
<ul class="examples" aria-labelledby="examples-title">${EXAMPLES.map(
    (example) => html`<li><button type="button" data-say="${example}">${example}</button></li>`,
  )}</ul>
${signedIn === null && html`<p class="quieter">To try it as a team, choose at the top who you are. ${ADMIN} is the admin.</p>`}
</section>
<ol id="transcript" aria-label="Conversation"></ol>
<noscript><p class="fault">This page needs JavaScript.</p></noscript>
</main>
<footer class="composer"><div class="column">
<form id="composer" class="say">
<label class="hidden" for="message">Message to the advisor</label>
<input id="message" name="message" list="suggestions" autocomplete="off" maxlength="40000" enterkeyhint="send"
 placeholder="Describe your project, or /k8s-advise, /k8s-price …">
<datalist id="suggestions"></datalist>
<button type="submit" class="primary">Send</button>
</form>
<nav aria-label="Shortcuts">
<label class="quiet" title="Manifests, a Compose file, or what kubectl prints; or drop it anywhere on the page">Hand in a file<input id="files" class="hidden" type="file" multiple></label>
<button type="button" class="quiet" data-say="/k8s-advise">New advice</button>
<button type="button" class="quiet" id="home">History</button>
<button type="button" class="quiet" data-say="/k8s-advise help">Help</button>
<button type="button" class="quiet" id="clear" title="Clear this page">Clear</button>
</nav>
</div></footer>
<dialog id="dialog" aria-labelledby="form-title"></dialog>
<p id="announcer" class="hidden" role="status"></p>
</body>
</html>`;
}

const radio = ({ id, name }: Person, only: boolean) =>
  html`<input type="radio" name="person" value="${id}" data-name="${name}"${only && html` hidden checked`}>`;

const choice = () =>
  html`<fieldset class="people"><legend>You are</legend>${PEOPLE.map(
    (person) => html`<label>${radio(person, false)}<span>${person.name}</span></label>`,
  )}</fieldset>`;

const signOut = (person: Person) =>
  html`<form class="signed-in" method="post" action="/sign-out">${radio(person, true)}<span>${person.name}</span>
<button type="submit" class="quiet">Sign out</button></form>`;
