/** Characters that change the order in which text is shown, and show nothing themselves. */
// oxlint-disable-next-line no-control-regex
const HIDDEN = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** How many of them a text holds. */
export const hiddenIn = (text: string): number => text.match(HIDDEN)?.length ?? 0;
/** The text without them. */
export const withoutHidden = (text: string): string => text.replace(HIDDEN, "");
