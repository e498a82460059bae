/** Largest document, in bytes: pictures make them large, text never. */
export const LARGEST = 20 * 1024 * 1024;
/** Longest text, in UTF-16 units. */
export const LONGEST = 5 * 1024 * 1024;
