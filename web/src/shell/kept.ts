/**
 * "Keep on this device": the one place where the page stores anything, and only after the user has switched it on.
 * Switching off removes it all.
 */
import type { Encounter } from "../../../src/coding/determination.ts";

const KEY = "needlepoint.kept";

export type Scheme = "light" | "dark";

export interface Kept {
  readonly encounter: Encounter;
  readonly scheme?: Scheme;
  readonly singleKeys?: boolean;
}

/** What was kept; null when nothing is, or it cannot be read. */
export function readKept(): Kept | null {
  try {
    const value = JSON.parse(localStorage.getItem(KEY) ?? "null") as Partial<Kept> | null;
    return typeof value?.encounter?.note === "string" ? (value as Kept) : null;
  } catch {
    return null;
  }
}

/** False when the browser refuses (private window, full). */
export function keep(value: Kept): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** Removes all that was kept. */
export function forget(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept where nothing may be.
  }
}
