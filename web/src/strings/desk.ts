/** The desk but its answer: the note, what is known beside it, the time slider, the body map. */

/** The desk: note, what is known beside it. */
export const desk = {
  note: "Procedure note",
  noteHelp: "Paste or type a note, or drop a file. Every keystroke is answered.",
  placeholder: "Paste a procedure note here, or drop a file (text, Word, PDF, RTF).",
  open: "Open a file",
  sample: "Samples",
  sampleLabel: "Pick a sample note",
  clear: "Clear",
  drop: "Drop the note here",
  reading: (name: string) => `Reading ${name}…`,
  read: (name: string, n: number) => `${name} was read: ${n.toLocaleString("en-US")} characters.`,
  cleared: "The note was cleared.",
  marksOff: "This note is very long: its marks are listed beside it instead of in it.",
  hidden: (n: number) =>
    `${n} invisible direction ${n === 1 ? "character" : "characters"} in this note. The text may show in another order than it is read.`,
  removeHidden: "Remove them",
  legend: { counted: "counted", uncertain: "asked about", seen: "seen, not counted", read: "also read" },
  noMark: "Point at a marked word, or move the cursor to it, to see why it is marked.",
  position: (n: number, of: number) => `Mark ${n} of ${of}`,
  date: "Date of service",
  payer: "Payer",
  noPayer: "None given",
  state: "State",
  setting: "Setting",
  notGiven: "Not given",
  settings: {
    office: "Office",
    "hospital-outpatient": "Hospital outpatient",
    asc: "Surgery centre",
    emergency: "Emergency",
    other: "Other",
  },
  byNote: "from the note",
  byYou: "set here",
  byBook: "latest rules",
  resetDate: "Use the note's date",
  keep: "Keep on this device",
  keepHelp:
    "Off: nothing of the note is kept when the window closes. On: the note and your choices stay in this browser, on this device, until you switch it off.",
};

/** The time slider. */
export const timeline = {
  title: "The same note over the years",
  label: "Edition of the rules",
  none: "no code",
  ask: "ask",
  value: (from: string, until: string | null, codes: string) => `${from} to ${until ?? "today"}: ${codes}`,
  same: "The answer was the same before.",
  first: "The earliest rules known here.",
  changed: (before: string, after: string) => `${before} became ${after}.`,
};

/** The body map. */
export const map = {
  named: (name: string, side: string) =>
    side === "bilateral" ? `${name}, both sides` : side === "left" || side === "right" ? `${side} ${name}` : name,
  marked: (name: string, state: string) => `${name}: ${state}. Show it in the note.`,
  words: {
    injected: "injected",
    uncertain: "uncertain which or where",
    examined: "seen, not counted",
    deep: "injected, deep: lies under what is drawn",
    notDrawn: "Without a drawing:",
    left: "left",
    right: "right",
  },
};
