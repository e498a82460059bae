/**
 * One at a time, over processes: a folder as lock. It is moved into place with its owner's token inside,
 * so it never stands there half made; renaming onto an empty folder is allowed, so taking the token out
 * is enough to free it. The owner touches the token; one left alone for long belonged to a dead process.
 */
import {
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const BEAT = 1000;
const DEAD = 30_000;

/** Runs `work` while holding the lock folder `path`; `waiting` is called once when somebody else holds it. */
export async function locked(path, work, waiting = () => {}) {
  const token = await take(path, waiting);
  const beat = setInterval(() => touch(join(path, token)), BEAT);
  beat.unref();
  const free = () => release(path, token);
  process.once("exit", free);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    process.off("exit", free);
    free();
  }
}

async function take(path, waiting) {
  const token = `${process.pid}-${Math.random().toString(36).slice(2)}`;
  const made = mkdtempSync(`${path}.`);
  writeFileSync(join(made, token), "");
  for (let tries = 0; ; tries++) {
    try {
      renameSync(made, path);
      return token;
    } catch (error) {
      if (!["ENOTEMPTY", "EEXIST", "EPERM"].includes(error.code) || tries > 36_000) {
        rmSync(made, { recursive: true, force: true });
        throw error;
      }
    }
    if (tries === 0) waiting();
    touch(join(made, token));
    dropDead(path);
    await wait(100);
  }
}

function dropDead(path) {
  try {
    for (const token of readdirSync(path)) {
      if (Date.now() - statSync(join(path, token)).mtimeMs > DEAD) release(path, token);
    }
  } catch {
    // Gone in the meantime: the next try will see.
  }
}

function release(path, token) {
  try {
    unlinkSync(join(path, token));
    rmdirSync(path);
  } catch {
    // Somebody else's by now, or taken again already.
  }
}

function touch(file) {
  try {
    const now = new Date();
    utimesSync(file, now, now);
  } catch {
    // Taken away from a process that stood still too long; the work is repeatable.
  }
}
