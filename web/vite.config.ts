import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { offline } from "./build/offline.ts";
import { themeCss } from "./build/theme-css.ts";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const { version } = JSON.parse(readFileSync(at("../package.json"), "utf8")) as { version: string };

export default defineConfig({
  root: at("."),
  // Relative, so that the built folder works from any host and under any path.
  base: "./",
  plugins: [react(), themeCss(), offline()],
  define: { NEEDLEPOINT_VERSION: JSON.stringify(version) },
  resolve: { alias: { stream: at("src/shims/stream.ts") } },
  worker: { format: "es" },
  build: {
    outDir: at("../dist/web"),
    emptyOutDir: true,
    target: "es2022",
    // Nothing becomes a data: address; the policy of the page allows files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      input: { index: at("index.html"), sw: at("src/sw.ts") },
      output: { entryFileNames: (chunk) => (chunk.name === "sw" ? "sw.js" : "assets/[name]-[hash].js") },
    },
  },
});
