import type { PageError, PageReply, PageRequest, Suggestion } from "./wire.ts";

const UNREACHABLE: PageError = {
  message: "The advisor cannot be reached.",
  hint: "See that it is still running, then try again.",
};

const ANSWER_WITHIN_MS = 60_000;

/** The answer, or why there is none. Never throws. */
export async function ask(request: PageRequest): Promise<{ reply: PageReply } | { error: PageError }> {
  try {
    const response = await fetch("/api/intent", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    const body = await response.json();
    return response.ok ? { reply: body } : { error: { message: body.message, hint: body.hint ?? "" } };
  } catch {
    return { error: UNREACHABLE };
  }
}

/** Completions of a price question; none when they cannot be had. */
export async function suggestions(query: string): Promise<Suggestion[]> {
  try {
    const response = await fetch(`/api/suggest?q=${encodeURIComponent(query)}`);
    return response.ok ? await response.json() : [];
  } catch {
    return [];
  }
}
