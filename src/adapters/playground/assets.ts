import { readdirSync, readFileSync } from "node:fs";

/** The same folder from src/ and from dist/, which lie equally deep. */
const ROOT = new URL("../../../", import.meta.url);
const STYLES = new URL("src/adapters/playground/page/", ROOT);
const SCRIPTS = new URL("dist/adapters/playground/page/", ROOT);

export interface PageFile {
  path: string;
  mediaType: string;
  text: string;
}

/** The page's styles, and its scripts as the build left them. @throws when they are not built. */
export function pageFiles(): PageFile[] {
  return [
    ...filesIn(STYLES, ".css", "text/css; charset=utf-8"),
    ...filesIn(SCRIPTS, ".js", "text/javascript; charset=utf-8"),
  ];
}

function filesIn(folder: URL, ending: string, mediaType: string): PageFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => ({ path: `/page/${name}`, mediaType, text: readFileSync(new URL(name, folder), "utf8") }));
}
