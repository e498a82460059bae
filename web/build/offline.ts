/** Gives the service worker its list: every file of the built page, and a name that changes when one of them does. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Plugin } from "vite";

export function offline(): Plugin {
  let out = "";
  return {
    name: "needlepoint-offline",
    apply: "build",
    configResolved(config) {
      out = config.build.outDir;
    },
    closeBundle() {
      const files = readdirSync(out, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name !== "sw.js")
        .map((entry) => relative(out, join(entry.parentPath, entry.name)).split(sep).join("/"))
        .sort();
      const hash = createHash("sha256");
      for (const file of files) hash.update(file).update(readFileSync(join(out, file)));
      const worker = join(out, "sw.js");
      const text = readFileSync(worker, "utf8")
        .replace("__FILES__", JSON.stringify(JSON.stringify(files)).slice(1, -1))
        .replace("__VERSION__", hash.digest("hex").slice(0, 16));
      writeFileSync(worker, text);
    },
  };
}
