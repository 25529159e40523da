// What is bundled, and under which licence: dist/licences.txt for people, dist/sbom.cdx.json for machines.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const PACKAGE = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//;

/** Writes both from the modules that the bundle has in it, from the packages that are installed beside it, and from those whose files are copied. */
export function writeNotices({ installed, copied }) {
  return {
    name: "notices",
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : []));
      const bundled = modules.flatMap((id) => PACKAGE.exec(id)?.[1] ?? []);
      const beside = installedWith([...installed, ...copied]);
      const folders = [...new Set([...bundled, ...beside])].sort();
      const packages = folders.map(packageIn).filter(({ name, version }) => name && version);
      this.emitFile({ type: "asset", fileName: "licences.txt", source: packages.map(noticeOf).join("\n\n") });
      this.emitFile({ type: "asset", fileName: "sbom.cdx.json", source: JSON.stringify(sbomOf(packages), null, 2) });
    },
  };
}

/** The folders of packages and of all that they depend on, by the lock file. */
function installedWith(names) {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const found = new Set();
  const add = (name, from) => {
    const places = [`${from}/node_modules/${name}`, `node_modules/${name}`];
    const place = places.find((each) => each in packages);
    if (place === undefined || found.has(place) || !existsSync(place)) return;
    found.add(place);
    const { dependencies = {}, optionalDependencies = {} } = packages[place];
    for (const each of Object.keys({ ...dependencies, ...optionalDependencies })) add(each, place);
  };
  for (const name of names) add(name, "");
  return [...found].map((place) => join(process.cwd(), place));
}

function packageIn(folder) {
  const { name, version, license, licenses } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((each) => /^(licen[cs]e|copying)/i.test(each));
  const text = file === undefined ? "" : readFileSync(join(folder, file), "utf8").trim();
  return { name, version, license: license?.type ?? license ?? licenses?.[0]?.type ?? "unknown", text };
}

const noticeOf = ({ name, version, license, text }) => `${name} ${version} (${license})\n${text}`;

// https://cyclonedx.org/docs/1.6/json/
const sbomOf = (packages) => ({
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  version: 1,
  components: packages.map(({ name, version, license }) => ({
    type: "library",
    name,
    version,
    purl: `pkg:npm/${name.replace("@", "%40")}@${version}`,
    licenses: [
      /[ ()]/.test(license) ? { expression: license.replace(/^\((.*)\)$/, "$1") } : { license: { name: license } },
    ],
  })),
});
