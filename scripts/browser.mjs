/** A Chromium for the tests of the page: found on the machine, or installed where that is one command of the system's own. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** Path of a Chromium or one of its kin, or null. The variable CHROMIUM names another. */
export function findBrowser() {
  const named = process.env.CHROMIUM;
  if (named) return existsSync(named) ? named : null;
  const dirs = (process.env.PATH ?? "").split(delimiter);
  const onPath = NAMES.flatMap((name) => dirs.map((dir) => join(dir, name)));
  return [...onPath, ...PLACES].find((path) => existsSync(path)) ?? null;
}

/** Makes sure there is one; returns null, or a sentence that says what is missing and how to get it. */
export function needBrowser(say) {
  if (findBrowser() !== null) return null;
  const how = "Install Chromium (Debian, Ubuntu: apt-get install chromium), or name one with CHROMIUM=/path/to/it.";
  if (process.platform !== "linux" || process.getuid?.() !== 0 || process.env.CHROMIUM)
    return `no Chromium was found. ${how}`;
  say("installing chromium (apt-get), once, for the tests of the page ...");
  const apt = (...args) =>
    spawnSync("apt-get", ["-qq", "-o", "Dpkg::Use-Pty=0", ...args], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    }).status === 0;
  apt("update");
  // Pages are measured in the letters of these fonts: with others a line breaks elsewhere, and a document takes two pages.
  apt("install", "-y", "--no-install-recommends", "chromium", "fonts-liberation");
  return findBrowser() === null ? `Chromium could not be installed. ${how}` : null;
}
