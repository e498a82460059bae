/** When two ways of writing are the same to a reader of notes. */

/**
 * The form in which words are compared: lower case, one space between words, and hyphen, full stop and
 * apostrophe as spaces, because a note may have them or not ("sub-occipital", "b.i.d").
 */
export function keyOf(words: string): string {
  const plain = words.normalize("NFC").toLowerCase();
  const key = plain
    .replace(/[-.'’]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return key === "" ? plain.trim() : key;
}

/** The words as the book keeps them: lower case, single spaces, straight apostrophes. */
export const kept = (words: string): string =>
  words.normalize("NFC").toLowerCase().replaceAll("’", "'").replace(/\s+/g, " ").trim();

/** Nouns that end a structure's name, with their plurals. A muscle's own plural ("trapezii") is listed with the muscle. */
const PLURALS: Readonly<Record<string, readonly string[]>> = {
  joint: ["joints"],
  tendon: ["tendons"],
  ligament: ["ligaments"],
  nerve: ["nerves"],
  sheath: ["sheaths"],
  origin: ["origins"],
  insertion: ["insertions"],
  tunnel: ["tunnels"],
  scar: ["scars"],
  cyst: ["cysts"],
  facet: ["facets"],
  branch: ["branches"],
  space: ["spaces"],
  compartment: ["compartments"],
  pulley: ["pulleys"],
  epicondyle: ["epicondyles"],
  bursa: ["bursae", "bursas"],
  ganglion: ["ganglia", "ganglions"],
  aponeurosis: ["aponeuroses"],
  fascia: ["fasciae", "fascias"],
};

/** Forms of a name that follow by rule: plural of its last noun, and "de quervains" for "de quervain's". */
export function formsOf(words: string): readonly string[] {
  const at = words.lastIndexOf(" ") + 1;
  const forms = (PLURALS[words.slice(at)] ?? []).map((plural) => words.slice(0, at) + plural);
  if (/[a-z]'s\b/.test(words)) forms.push(words.replace(/([a-z])'s\b/g, "$1s"));
  return forms;
}
