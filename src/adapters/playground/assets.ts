import { readdirSync, readFileSync } from "node:fs";

/** Where the build leaves the page; the same from src/ and from dist/, which lie equally deep. */
const PAGE = new URL("../../../dist/adapters/playground/page/", import.meta.url);

const MEDIA_TYPES = new Map([
  [".css", "text/css; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
]);

export interface PageFile {
  path: string;
  mediaType: string;
  text: string;
}

/** The page's styles and scripts as the build left them. @throws when they are not built. */
export function pageFiles(): PageFile[] {
  return readdirSync(PAGE).flatMap((name) => {
    const mediaType = MEDIA_TYPES.get(name.slice(name.lastIndexOf(".")));
    if (mediaType === undefined) return [];
    return [{ path: `/page/${name}`, mediaType, text: readFileSync(new URL(name, PAGE), "utf8") }];
  });
}
