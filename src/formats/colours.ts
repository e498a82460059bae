/** Colours of a printed document, the same in every format. */

/** Of what is written or drawn. */
export const INK = { text: "#1b1f24", quiet: "#4a5560", brand: "#0b5c6b", ask: "#9a6700", line: "#c9d1d9" } as const;

/** Of what lies under it: marked words of the note, and the answer by whether it stands. */
export const GROUND = {
  counted: "#bfe6ea",
  asked: "#fbe3b0",
  stands: "#eef6f7",
  open: "#fdf6e7",
  none: "#f3f4f6",
} as const;
