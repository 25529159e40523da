import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

/** From left to right; an import may point right, never left. */
const LAYERS = ["main", "adapters", "app", "cards", "language", "core"] as const;
type Layer = (typeof LAYERS)[number];

/** Packages a layer may use besides its own files; null: any. */
const PACKAGES: Record<Layer, string[] | null> = {
  main: null,
  adapters: null,
  app: ["zod", "node:crypto"],
  cards: ["zod"],
  language: ["zod", "fastest-levenshtein"],
  core: ["zod"],
};

/** What would make the same question give another answer, or wait for something. */
const IMPURE =
  /^(Date\.now|Math\.random|crypto\.|performance\.|fetch\(|setTimeout|setInterval|console\.|process\.|globalThis|new Date\(\))/;

interface SourceFile {
  path: string; // "src/core/units.ts"
  layer: Layer;
  tree: ts.SourceFile;
}

const root = new URL("..", import.meta.url).pathname;
const sources: SourceFile[] = filesBelow("src", ".ts").map((path) => ({
  path,
  layer: LAYERS.find((layer) => path.startsWith(`src/${layer}/`)) ?? "main",
  tree: ts.createSourceFile(path, readFileSync(root + path, "utf8"), ts.ScriptTarget.ES2023, true),
}));
const pure = sources.filter(({ layer }) => layer !== "main" && layer !== "adapters" && layer !== "app");

function filesBelow(folder: string, ending: string): string[] {
  const names = readdirSync(root + folder, { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => name.endsWith(ending))
    .map((name) => posix.join(folder, name))
    .sort();
}

/** What `find` says of each node of the file, with its line. */
function findings({ path, tree }: SourceFile, find: (node: ts.Node) => string | null): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const says = find(node);
    const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    if (says !== null) found.push(`${path}:${line} ${says}`);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** The module a node imports, statically or not; null where it imports none. */
function imported(node: ts.Node): string | null {
  const named = ts.isImportDeclaration(node) || ts.isExportDeclaration(node) ? node.moduleSpecifier : undefined;
  const called = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0];
  const specifier = named || called;
  return specifier && ts.isStringLiteral(specifier) ? specifier.text : null;
}

function wrongImport(from: SourceFile, to: string): string | null {
  const allowed = PACKAGES[from.layer];
  if (!to.startsWith(".")) return allowed === null || allowed.includes(to) ? null : `${from.layer}/ must not use ${to}`;
  const target = posix.join(posix.dirname(from.path), to);
  const layer = LAYERS.find((name) => target.startsWith(`src/${name}/`)) ?? "main";
  if (from.layer === "cards" && layer === "language") return `cards/ must not import language (${to})`;
  if (LAYERS.indexOf(layer) < LAYERS.indexOf(from.layer)) return `${from.layer}/ must not import ${layer} (${to})`;
  const [adapter, other] = [from.path, target].map((path) => path.split("/")[2]);
  if (from.layer === "adapters" && layer === "adapters" && adapter !== other)
    return `the adapter ${adapter} must not import the adapter ${other}`;
  return null;
}

describe("the arrows main → adapters → app → cards → core and app → language → core", () => {
  it("finds the sources of every layer", () => {
    expect([...new Set(sources.map(({ layer }) => layer))].sort()).toEqual([...LAYERS].sort());
  });

  it("all point right, and one adapter never imports another", () => {
    const wrong = sources.flatMap((source) =>
      findings(source, (node) => {
        const to = imported(node);
        return to === null ? null : wrongImport(source, to);
      }),
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    ["src/core/a.ts", "../cards/card.ts", "core/ must not import cards (../cards/card.ts)"],
    ["src/core/a.ts", "yaml", "core/ must not use yaml"],
    ["src/cards/a.ts", "node:fs", "cards/ must not use node:fs"],
    ["src/core/a.ts", "../language/parse.ts", "core/ must not import language (../language/parse.ts)"],
    ["src/language/a.ts", "../cards/card.ts", "language/ must not import cards (../cards/card.ts)"],
    ["src/cards/a.ts", "../language/parse.ts", "cards/ must not import language (../language/parse.ts)"],
    ["src/language/a.ts", "../core/requirement.ts", null],
    ["src/app/a.ts", "../config.ts", "app/ must not import main (../config.ts)"],
    ["src/adapters/slack/a.ts", "../discord/b.ts", "the adapter slack must not import the adapter discord"],
    ["src/adapters/slack/a.ts", "./b.ts", null],
    ["src/main.ts", "./core/a.ts", null],
  ])("judges an import in %s of %s", (path, to, says) => {
    const layer = LAYERS.find((name) => path.startsWith(`src/${name}/`)) ?? "main";
    expect(wrongImport({ path, layer, tree: ts.createSourceFile(path, "", ts.ScriptTarget.ES2023) }, to)).toBe(says);
  });
});

describe("imports", () => {
  /** What each file imports of the others, types too. */
  const graph = new Map(
    sources.map((source) => {
      const targets: string[] = [];
      findings(source, (node) => {
        const to = imported(node);
        if (to?.startsWith(".")) targets.push(posix.join(posix.dirname(source.path), to));
        return null;
      });
      return [source.path, targets] as const;
    }),
  );

  /** The files that come back to themselves by their imports: a way round for each, as it was found. */
  function circles(of: ReadonlyMap<string, readonly string[]>): string[] {
    const done = new Set<string>();
    const found: string[] = [];
    const visit = (path: string, way: readonly string[]): void => {
      const from = way.indexOf(path);
      if (from >= 0) found.push([...way.slice(from), path].join(" → "));
      if (from >= 0 || done.has(path)) return;
      for (const target of of.get(path) ?? []) visit(target, [...way, path]);
      done.add(path);
    };
    for (const path of of.keys()) visit(path, []);
    return found;
  }

  it("make no circle, types too", () => {
    expect(circles(graph)).toEqual([]);
  });

  it.each([
    ["a → b → a", { a: ["b"], b: ["a"] }, ["a → b → a"]],
    ["two ways to one file", { a: ["b", "c"], b: ["d"], c: ["d"], d: [] }, []],
    ["a circle behind a way in", { a: ["b"], b: ["c"], c: ["b"] }, ["b → c → b"]],
  ])("are found in a circle: %s", (_, of, expected) => {
    expect(circles(new Map(Object.entries(of)))).toEqual(expected);
  });
});

describe("core/, language/ and cards/", () => {
  it("have no clock, no randomness, no I/O", () => {
    const wrong = pure.flatMap((source) =>
      findings(source, (node) => {
        if (!ts.isCallExpression(node) && !ts.isNewExpression(node) && !ts.isPropertyAccessExpression(node))
          return null;
        const text = node.getText();
        return IMPURE.test(text) ? `uses ${text.slice(0, 40)}` : null;
      }),
    );
    expect(wrong).toEqual([]);
  });

  it("wait for nothing", () => {
    const waits = [ts.SyntaxKind.AsyncKeyword, ts.SyntaxKind.AwaitKeyword, ts.SyntaxKind.AwaitExpression];
    const wrong = pure.flatMap((source) =>
      findings(source, (node) => (waits.includes(node.kind) ? "is asynchronous" : null)),
    );
    expect(wrong).toEqual([]);
  });
});

describe("settings", () => {
  it("are read from the environment by src/config.ts alone", () => {
    const wrong = sources
      .filter(({ path }) => path !== "src/config.ts")
      .flatMap((source) =>
        findings(source, (node) =>
          ts.isPropertyAccessExpression(node) && node.getText() === "process.env" ? "reads process.env" : null,
        ),
      );
    expect(wrong).toEqual([]);
  });
});

describe("platforms", () => {
  const Block = z.object({ platforms: z.array(z.object({ id: z.string() })) });
  const ids = new Set(
    filesBelow("pricing", ".yaml")
      .filter((path) => posix.basename(path).startsWith("platforms"))
      .flatMap((path) => Block.parse(parse(readFileSync(root + path, "utf8"))).platforms.map(({ id }) => id)),
  );

  /** The platform a node names, as text or as a key; null in a file that is that platform's own. */
  function named(path: string, node: ts.Node): string | null {
    const isKey = ts.isIdentifier(node) && ts.isPropertyAssignment(node.parent) && node.parent.name === node;
    const text = ts.isStringLiteralLike(node) || isKey ? node.text : "";
    return ids.has(text) && posix.basename(path, ".ts") !== text ? `names the platform ${text}` : null;
  }
  const namesIn = (source: SourceFile) => findings(source, (node) => named(source.path, node));

  it("are data: no code names one, but a file of its own", () => {
    expect(ids.size).toBeGreaterThan(8);
    expect(sources.flatMap(namesIn)).toEqual([]);
  });

  it.each([
    ["src/core/a.ts", 'if (id === "eks") {}', ["src/core/a.ts:1 names the platform eks"]],
    ["src/core/a.ts", "const fees = {\n  aks: 1 };", ["src/core/a.ts:2 names the platform aks"]],
    ["src/core/billing/gke-autopilot.ts", "const id = `gke-autopilot`;", []],
    ["src/core/a.ts", "const eks = platform.eks; // eks", []],
  ])("are found by name in %s: %s", (path, code, found) => {
    const tree = ts.createSourceFile(path, code, ts.ScriptTarget.ES2023, true);
    expect(namesIn({ path, layer: "core", tree })).toEqual(found);
  });
});

describe("dictionaries", () => {
  /** A plain object answers to "constructor", too, whoever types that. */
  function dictionary(node: ts.Node): string | null {
    if (!ts.isVariableDeclaration(node) || !node.initializer || !ts.isObjectLiteralExpression(node.initializer))
      return null;
    const isAnyKey = /^(Readonly<)?Record<string, (?!unknown)/.test(node.type?.getText() ?? "");
    return isAnyKey && node.initializer.properties.length > 0
      ? `looks words up in the object ${node.name.getText()}: make it a Map`
      : null;
  }

  it("are Maps, so that no word finds what was never put in", () => {
    expect(sources.flatMap((source) => findings(source, dictionary))).toEqual([]);
  });

  it.each([
    ["const COMMANDS: Readonly<Record<string, Command>> = { help };", 1],
    ['const SIGNS: Record<string, string> = { "&": "&amp;" };', 1],
    ["const NAMES: Record<Purpose, string> = { mvp: 'an MVP' };", 0],
    ["const found: Record<string, string> = {};", 0],
    ["const WORDS = new Map([['help', help]]);", 0],
  ])("are found in %s", (code, count) => {
    const tree = ts.createSourceFile("src/app/a.ts", code, ts.ScriptTarget.ES2023, true);
    expect(findings({ path: "src/app/a.ts", layer: "app", tree }, dictionary)).toHaveLength(count);
  });
});
