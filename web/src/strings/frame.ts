/** The frame of the page and its keys. */

/** The frame. */
export const app = {
  name: "Needlepoint",
  navigation: "Views",
  views: { desk: "Desk", library: "Library", documents: "Documents" },
  skip: "Skip to the answer",
  skipView: "Skip to the page",
  shortcuts: "Keyboard shortcuts",
  light: "Light",
  dark: "Dark",
  theme: (now: string) => `Colours: ${now}. Change`,
  private: "The note stays in this window. Nothing is sent, nothing is kept.",
  kept: "Kept on this device, in this browser. Nothing is sent.",
  loading: "Opening the rulebook…",
  noBook: "The rulebook could not be loaded.",
  noBookRemedy:
    "Load the page again. If it stays so, the files beside the page are incomplete: build it again with ./needlepoint serve.",
  ama: "CPT is a trademark of the American Medical Association. No CPT text is shown here: code numbers, and our own plain words. No billing or legal advice; your licensed CPT book decides.",
};

/** Keys and their list. */
export const keys = {
  title: "Keyboard shortcuts",
  single: "Single-key shortcuts",
  singleHelp: "They work when the cursor is not in a field. Switch them off if they get in the way of your software.",
  list: [
    ["Ctrl or ⌘ + Enter", "From the note to the answer, and back"],
    ["F8 / Shift + F8", "Next / previous mark in the note"],
    ["n", "To the note"],
    ["a", "To the answer"],
    ["d", "To the date of service"],
    ["[ and ]", "Earlier / later edition of the rules"],
    ["c", "Copy the answer"],
    ["1, 2, 3", "Desk, Library, Documents"],
    ["/", "Search the library"],
    ["t", "Light or dark"],
    ["?", "This list"],
    ["Esc", "Close; leave a field"],
  ] as readonly (readonly [string, string])[],
  close: "Close",
};
