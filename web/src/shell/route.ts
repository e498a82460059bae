/** Where the reader is, in the part of the address that never leaves the browser. Nothing of a note stands in it. */
import { useSyncExternalStore } from "react";

export type View = "desk" | "library" | "documents";
export interface Route {
  readonly view: View;
  /** Further parts, decoded: `#/library/codes/20552` gives ["codes", "20552"]. */
  readonly rest: readonly string[];
}

const VIEWS: readonly View[] = ["desk", "library", "documents"];

/** The route that an address's part behind # names; the desk for one that is none. */
export function parse(hash: string): Route {
  const [view, ...rest] = hash.replace(/^#\/?/, "").split("/").map(decode);
  return VIEWS.includes(view as View) ? { view: view as View, rest: rest.filter(Boolean) } : { view: "desk", rest: [] };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}

/** The address of a view, its further parts encoded. */
export const hrefOf = (view: View, ...rest: readonly string[]): string =>
  `#/${[view, ...rest.map(encodeURIComponent)].join("/")}`;

/** Goes to a view. */
export function go(view: View, ...rest: readonly string[]): void {
  window.location.hash = hrefOf(view, ...rest);
}

const subscribe = (changed: () => void): (() => void) => {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
};

/** Where the reader is; changes with the address. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return parse(hash);
}
