/** Texts that a reader may choke on: one shape over and over. */
import { madeNotes, prng } from "./notes.ts";

/** Texts made to hurt, each by another part of the path; of as many characters as asked for. */
export const HOSTILE: Readonly<Record<string, (chars: number) => string>> = {
  "made notes, one after another": (n) => repeat(madeNotes(50).join("\n"), n),
  "near misses of terms": (n) => repeat("flexor digitorum superficiali extensor carpi radialis brevi ", n),
  "misspelt terms": (n) => repeat("supraspinatos infraspinatis levater scapuli gastrocnemeus sternoclidomastoid ", n),
  "long words that are none": (n) => {
    const rnd = prng(5);
    let t = "";
    while (t.length < n) t += `${unique(rnd, 14)} `;
    return t.slice(0, n);
  },
  "one list of treated muscles": (n) => `Injected: ${repeat("left trapezius, right rhomboids and ", n)}`,
  "one list without a verb": (n) => repeat("trapezius, ", n),
  "back references": (n) => repeat("Each of the above was injected. ", n),
  "lines of a list": (n) => repeat("1. left trapezius x3\n", n),
  fields: (n) => repeat("Trapezius: none\n", n),
  "tick boxes": (n) => repeat("[x] trapezius [ ] rhomboid ", n),
  "table cells": (n) => repeat("| trapezius | left | 2 ", n),
  "table rows": (n) => repeat("| trapezius | left | 2 |\n", n),
  "cue words only": (n) => repeat("no not without denies planned injected left right if ", n),
  "headings only": (n) => repeat("PROCEDURE:\nPLAN:\n", n),
  "drugs and doses": (n) => repeat("1 cc of 0.25% Marcaine with 40 mg Kenalog-40, ", n),
  numbers: (n) => repeat("1 2.5 1/4 20553 ", n),
  dates: (n) => repeat("01/02/2024 ", n),
  "one word": (n) => "a".repeat(n),
  "one number": (n) => "1".repeat(n),
  spaces: (n) => " ".repeat(n),
  "line ends": (n) => "\n".repeat(n),
  "opening brackets": (n) => "(".repeat(n),
  "full stops": (n) => ".".repeat(n),
  "zero-width and bidi characters": (n) => repeat("\u200b\u202etrap\u200dezius\u2066 ", n),
  "fields side by side": (n) => repeat("Site: trapezius  Side: left  Vol: 1 mL  ", n),
  "lists under a lead": (n) => repeat("Injected on the left:\n- trapezius\n- infraspinatus\n", n),
  "the same again": (n) => repeat("Left knee injected. The same was done on the right. R knee likewise. ", n),
  "numbered sites": (n) => repeat("(a) left trapezius (b) right levator. Sites 1 and 3 were injected. ", n),
  "relief told of": (n) => repeat("The left knee was injected. He had relief for two weeks. ", n),
  "not, no and never": (n) => repeat("The trapezius was not injected, no trigger points, never the psoas; ", n),
  addenda: (n) => repeat("ADDENDUM: the left trapezius, not the right, was injected.\n\n", n),
  "pasted notes": (n) => repeat("--- Prior visit, 7/10/2024 ---\nL trapezius injected\n--- end ---\n", n),
  fingers: (n) => repeat("R IF, MF and RF A1 pulleys injected, thumb CMC and MCP; ", n),
  levels: (n) => repeat("bilateral C2-3, C3-4 and T5-6 multifidus, L4 medial branch block; ", n),
  "joints by doing": (n) => repeat("The joint was entered and 5 mL were aspirated. Bursa drained. ", n),
  "text of a browser": (n) => repeat("<tr><td>L trap</td><td>1 mL</td></tr><p>&nbsp;injected</p>", n),
  "text of a program": (n) => repeat('{"muscle":"piriformis","side":"left","mL":1},', n),
  pairs: (n) => repeat("proc=TPI; muscle=piriformis; vol=2 mL\n", n),
  "words run together": (n) => repeat("lefttrapeziusinjected kneeRight injectionIndications ", n),
  "words torn": (n) => repeat("the tro-\nchanteric bur-\nsa injec-\nted ", n),
  "gaps for columns": (n) => repeat("Muscle      Side     mL\nsoleus      L        1\n", n),
  questions: (n) => repeat("Injected? Y  Which joint? R knee: yes / no ", n),
  quotes: (n) => repeat("She said \"inject my \u201cbad\u201d knee\" and 'it was' done; ", n),
  "lone surrogates": (n) => repeat("\ud800 \udc00", n),
};

const repeat = (s: string, n: number): string => s.repeat(Math.ceil(n / s.length)).slice(0, n);

const unique = (rnd: () => number, letters: number): string => {
  let w = "";
  for (let i = 0; i < letters; i++) w += String.fromCharCode(97 + Math.floor(rnd() * 26));
  return w;
};
