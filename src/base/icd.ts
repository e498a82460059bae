/**
 * An ICD-10-CM code as its tables write it: capitals, with the dot after the third character. Claims (X12 837) and order
 * files leave the dot out: "m7918" is M79.18. A dot that is there already stays where it is.
 */
export function dotted(code: string): string {
  const plain = code.toUpperCase().replace(/\s+|\.\s*$/g, "");
  return plain.includes(".") || plain.length <= 3 ? plain : `${plain.slice(0, 3)}.${plain.slice(3)}`;
}
