import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's own folder, with a slash at its end. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Links into `folder/node_modules` what a production install would have: a development package is not found from there. */
export function linkProductionModules(folder: string): void {
  const { packages } = JSON.parse(readFileSync(`${ROOT}package-lock.json`, "utf8")) as {
    packages: Record<string, { dev?: true }>;
  };
  const kept = Object.entries(packages).filter(([path, { dev }]) => isTopLevel(path) && dev !== true);
  for (const [path] of kept) {
    if (!existsSync(join(ROOT, path))) continue; // made for another kind of machine
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    symlinkSync(join(ROOT, path), join(folder, path));
  }
}

/** "node_modules/zod", and not what lies in another package. */
const isTopLevel = (path: string) => path.lastIndexOf("node_modules/") === 0;

/** Copies what the last stage of the Dockerfile copies, from the build and from the repository. */
export function copyAsDockerfile(folder: string): void {
  const lastStage =
    readFileSync(`${ROOT}Dockerfile`, "utf8")
      .split(/^FROM /m)
      .at(-1) ?? "";
  const copied = [...lastStage.matchAll(/^COPY (?:--from=build )?(.+) \S+$/gm)].flatMap(([, paths = ""]) =>
    paths.split(" "),
  );
  for (const path of copied.map((name) => name.replace("/app/", ""))) {
    if (path === "node_modules") linkProductionModules(folder);
    else cpSync(join(ROOT, path), join(folder, path), { recursive: true });
  }
}
