/**
 * Makes the checkout ready: packages, bundle, rulebook, each only when it is missing or out of date.
 *   node scripts/setup.mjs [--all | --code | --page] [--force]
 * `--code` leaves the rulebook alone; `--page` builds the page too, which nothing but `serve` and the tests need. Speaks on stderr only. Exit 0 ready, 1 not.
 */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { install, installed } from "./install.mjs";
import { buildBook, buildCode, buildPage, buildSnapshot, stale } from "./build.mjs";
import { locked } from "./lock.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const say = (text) => process.stderr.write(`needlepoint: ${text}\n`);

/** Returns null when all is ready, else why not. */
export async function setup({ book = true, page = false, force = false } = {}) {
  const work = async () => {
    if (!installed(root)) {
      say("installing its packages (npm ci), once ...");
      const failed = await install(root);
      if (failed) return failed;
    }
    const old = stale(root);
    if (old.code || force) {
      say("building ...");
      await buildCode(root);
    }
    if (!book) return null;
    if (old.book || old.code || force) {
      const { ok, text } = await buildBook(root);
      if (text) process.stderr.write(`${text}\n`);
      if (!ok) return "The rulebook has errors (above). Correct them; `./needlepoint rulebook check` shows them again.";
    }
    if (old.book || old.code || old.snapshot || force) await buildSnapshot(root);
    if (page && (old.page || force)) {
      say("building the page ...");
      await buildPage(root);
    }
    return null;
  };
  try {
    return await locked(join(root, ".setup-lock"), work, () => say("another start is setting up; waiting for it ..."));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const failed = await setup({
    book: !process.argv.includes("--code"),
    page: process.argv.includes("--page"),
    force: process.argv.includes("--force"),
  });
  if (failed) say(failed);
  process.exitCode = failed ? 1 : 0;
}
