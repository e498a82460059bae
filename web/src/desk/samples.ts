/** The notes of examples/, to try. */
const files = import.meta.glob<string>("../../../examples/*.txt", { query: "?raw", import: "default", eager: true });

export interface Sample {
  readonly id: string;
  readonly title: string;
  readonly note: string;
}

/** The note of the question that the project grew out of comes first. */
const FIRST = "three-muscles";

const titled = (id: string): string => {
  const words = id.replace(/-/g, " ").replace(/\bama\b/, "AMA");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** The notes by their title; that of the seed question first. */
export const samples: readonly Sample[] = Object.entries(files)
  .map(([path, text]) => {
    const id = path.replace(/^.*\/|\.txt$/g, "");
    return { id, title: titled(id), note: text.replace(/\r\n?/g, "\n").trimEnd() };
  })
  .sort((a, b) => Number(b.id === FIRST) - Number(a.id === FIRST) || (a.id < b.id ? -1 : 1));
