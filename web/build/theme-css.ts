/**
 * The theme as a static style sheet. Mantine would write its variables into a <style> element when the page
 * starts, and the page's content security policy allows none.
 */
import { convertCssVariables, DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme } from "@mantine/core";
import type { Plugin } from "vite";
import { resolver, theme } from "../src/theme.ts";

const NAME = "virtual:theme.css";

export function themeCss(): Plugin {
  return {
    name: "needlepoint-theme",
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load(id) {
      if (id !== `\0${NAME}`) return undefined;
      const merged = mergeMantineTheme(DEFAULT_THEME, theme);
      const base = defaultCssVariablesResolver(merged);
      const own = resolver(merged);
      return convertCssVariables({
        variables: { ...base.variables, ...own.variables },
        light: { "--mantine-color-scheme": "light", ...base.light, ...own.light },
        dark: { "--mantine-color-scheme": "dark", ...base.dark, ...own.dark },
      });
    },
  };
}
