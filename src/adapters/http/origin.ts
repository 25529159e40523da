import type { IncomingMessage } from "node:http";

/** Names by which only this machine reaches itself. Another name that resolves here is a page trying DNS rebinding. */
const LOCAL_NAMES = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

type Headers = IncomingMessage["headers"];

/** Whether the `Host` header names this machine by a loopback name, whatever the port. */
export function isLocalHost(headers: Headers): boolean {
  return LOCAL_NAMES.test((headers.host ?? "").replace(/:\d+$/, ""));
}

/**
 * Whether a call that changes something comes from a page of ours, or from no page at all. Browsers send `Sec-Fetch-Site`
 * to trustworthy origins and `Origin` with every POST; what sends neither is no browser and carries nobody's cookie.
 * https://www.w3.org/TR/fetch-metadata/
 */
export function isOwnPage(headers: Headers): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin";
  const { origin, host } = headers;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase();
}
