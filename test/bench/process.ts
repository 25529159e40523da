import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const PORT = "3907";
const MOST_MS = 20_000;
const SETTLES_MS = 3_000; // for what was only needed at the start to be let go

/** Starts the built program on an empty data folder: milliseconds until it is ready, and MiB resident when idle (Linux; else null). */
export async function startedProcess(): Promise<{ readyMs: number; residentMiB: number | null }> {
  const folder = mkdtempSync(join(tmpdir(), "k8s-advise-bench-"));
  const env = { ...process.env, HOST: "127.0.0.1", PORT, DATA_DIR: folder, LOG_LEVEL: "fatal" };
  const start = performance.now();
  const child = spawn(process.execPath, ["dist/main.js", "serve"], { env, stdio: "ignore" });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  try {
    while (!(await isReady())) {
      if (performance.now() - start > MOST_MS) throw new Error("the program was not ready in time");
      await sleep(5);
    }
    const readyMs = performance.now() - start;
    await sleep(SETTLES_MS);
    return { readyMs, residentMiB: residentMiB(child.pid) };
  } finally {
    child.kill();
    await ended;
    rmSync(folder, { recursive: true });
  }
}

const isReady = () =>
  fetch(`http://127.0.0.1:${PORT}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );

/** https://www.kernel.org/doc/html/latest/filesystems/proc.html: VmRSS in kB, which are KiB. */
function residentMiB(pid: number | undefined): number | null {
  if (process.platform !== "linux" || pid === undefined) return null;
  const found = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return found === null ? null : Number(found[1]) / 1024;
}
