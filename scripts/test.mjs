/**
 * `npm test`: installs and builds what is missing, runs every test, and closes with the plain line
 * `N passed, N failed`. Arguments go to vitest. What a test needs beyond npm packages goes into `needs`.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { needBrowser } from "./browser.mjs";
import { setup } from "./setup.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const report = join(root, "out", "tests.json");

const say = (text) => process.stderr.write(`needlepoint: ${text}\n`);

/** Each returns null when it is there (or was put there), else a sentence. */
const needs = [() => setup({ page: true })];

for (const need of needs) {
  const missing = await need();
  if (missing) {
    say(missing);
    process.stdout.write("0 passed, 1 failed\n");
    process.exit(1);
  }
}

// Without a browser the tests of the page are skipped, and the closing line counts them, unless one must be there.
const noBrowser = needBrowser(say);
if (noBrowser) {
  say(noBrowser);
  if (process.env.NEEDLEPOINT_BROWSER === "required") {
    process.stdout.write("0 passed, 1 failed\n");
    process.exit(1);
  }
  say("the tests of the page are skipped.");
}

mkdirSync(dirname(report), { recursive: true });
rmSync(report, { force: true });
const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
const args = [
  vitest,
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
];
const { status } = spawnSync(process.execPath, args, {
  cwd: root,
  stdio: ["ignore", "inherit", "inherit"],
});

const counts = read(report);
process.stdout.write(
  `${counts.passed} passed, ${counts.failed} failed${counts.skipped ? `, ${counts.skipped} skipped` : ""}\n`,
);
process.exitCode = status === 0 && counts.failed === 0 && counts.passed > 0 ? 0 : 1;

/** A file that could not even be loaded has no tests in it: it counts as one failure. */
function read(file) {
  try {
    const r = JSON.parse(readFileSync(file, "utf8"));
    const unloaded = r.testResults.filter((t) => t.status === "failed" && t.assertionResults.length === 0).length;
    return {
      passed: r.numPassedTests,
      failed: r.numFailedTests + unloaded,
      skipped: r.numPendingTests + r.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
