/** Light or dark: the system's choice, changed for this window only. Mantine's own manager would write it to storage. */
import type { MantineColorScheme, MantineColorSchemeManager } from "@mantine/core";

/** A manager that writes nothing down. */
export function schemeManager(): MantineColorSchemeManager {
  let chosen: MantineColorScheme | null = null;
  return {
    get: (otherwise) => chosen ?? otherwise,
    set: (value) => {
      chosen = value;
    },
    subscribe: () => undefined,
    unsubscribe: () => undefined,
    clear: () => {
      chosen = null;
    },
  };
}
