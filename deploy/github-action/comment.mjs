// Keeps one comment on a pull request with what it does to the bill. Run by run.sh: comment.mjs DIFF_JSON DIFF_MARKDOWN
import { appendFileSync, readFileSync } from "node:fs";

const MARK = "<!-- k8s-advise: the bill -->"; // by which the comment is found again
const PER_PAGE = 100; // https://docs.github.com/en/rest/issues/comments#list-issue-comments

const { env } = process;
const [diffFile, bodyFile] = process.argv.slice(2);
const { difference } = JSON.parse(readFileSync(diffFile, "utf8"));
if (env.GITHUB_OUTPUT) appendFileSync(env.GITHUB_OUTPUT, `difference=${difference}\n`);
if (env.PULL_REQUEST) await keepComment(`${MARK}\n${readFileSync(bodyFile, "utf8")}`);

/** Below the threshold nothing is said, unless something was said before that is not true any more. */
async function keepComment(body) {
  const earlier = await commentWithMark();
  if (earlier === null && Math.abs(difference) < Number(env.THRESHOLD || 0)) return;
  const response =
    earlier === null
      ? await github("POST", `issues/${env.PULL_REQUEST}/comments`, { body })
      : await github("PATCH", `issues/comments/${earlier.id}`, { body });
  // A pull request from a fork has a token that may only read: the job's summary says the same.
  if (!response.ok) console.log(`::warning::The comment could not be written (${response.status}). See the job's summary.`);
}

async function commentWithMark() {
  for (let page = 1; ; page++) {
    const response = await github("GET", `issues/${env.PULL_REQUEST}/comments?per_page=${PER_PAGE}&page=${page}`);
    const comments = response.ok ? await response.json() : [];
    const found = comments.find(({ body }) => body?.startsWith(MARK));
    if (found !== undefined) return found;
    if (comments.length < PER_PAGE) return null;
  }
}

function github(method, path, body) {
  const api = env.GITHUB_API_URL || "https://api.github.com";
  return fetch(`${api}/repos/${env.GITHUB_REPOSITORY}/${path}`, {
    method,
    headers: {
      accept: "application/vnd.github+json",
      authorization: `Bearer ${env.GITHUB_TOKEN}`,
      "content-type": "application/json",
      "x-github-api-version": "2022-11-28",
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
