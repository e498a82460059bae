/** The mark under the pointer or at the cursor, outside of React's state: it changes often and few things show it. */
import { useSyncExternalStore } from "react";
import type { Mark } from "../core/messages.ts";

let now: Mark | null = null;
const listeners = new Set<() => void>();

/** Sets the mark under the pointer or at the cursor; null: none. */
export function setActive(mark: Mark | null): void {
  if (mark === now) return;
  now = mark;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** That mark; null when there is none. */
export const useActive = (): Mark | null => useSyncExternalStore(subscribe, () => now);
