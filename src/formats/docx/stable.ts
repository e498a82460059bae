/** A Word file without the moment and the chance of its making: its own dates, its parts in order, its links numbered. */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";

/** The first moment that a zip archive can name. */
const ZIP_BEGINS = new Date(1980, 0, 1);

/** The same contents with `date` (ISO day) as the day it was made and changed. */
export function stable(file: Uint8Array, date: string): Uint8Array {
  const parts = unzipSync(file);
  const moment = `${date}T00:00:00Z`;
  const out: Zippable = {};
  const ids = new Map<string, string>();
  for (const name of Object.keys(parts).sort()) {
    const bytes = parts[name] as Uint8Array;
    const text = /\.(?:xml|rels)$/.test(name) ? settled(strFromU8(bytes), moment, ids) : null;
    out[name] = [text === null ? bytes : strToU8(text), { mtime: ZIP_BEGINS, level: 6 }];
  }
  return zipSync(out);
}

function settled(xml: string, moment: string, ids: Map<string, string>): string {
  return xml
    .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment}`)
    .replace(/(?<=\b(?:r:id|Id)=")rId[A-Za-z0-9_-]{8,}(?=")/g, (id) => {
      const known = ids.get(id) ?? `rIdLink${ids.size + 1}`;
      ids.set(id, known);
      return known;
    });
}
