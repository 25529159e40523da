// Prints the counts of a vitest run as one line: "1234 passed, 0 failed, 3 skipped".
import { readFileSync } from "node:fs";

const plain = readFileSync(process.argv[2], "utf8").replace(/\u001b\[[0-9;]*m/g, "");
const line = plain.split("\n").findLast((text) => /^\s*Tests\s+\d/.test(text)) ?? "";
const count = (word) => Number(line.match(new RegExp(`(\\d+) ${word}`))?.[1] ?? 0);
const passed = count("passed");
if (passed === 0) {
  console.error("No test ran.");
  process.exit(1);
}
console.log(`${passed} passed, ${count("failed")} failed, ${count("skipped")} skipped`);
