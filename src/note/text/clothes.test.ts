/** What a program wrapped round a text is covered, never cut: every place stays a place in the original. */
import { expect, test } from "vitest";
import { unclothed } from "./clothes.ts";
import { COVER } from "./paint.ts";
import { SIGN } from "./tokens.ts";

/** Every sign may be there. */
const ALL = Object.values(SIGN).reduce((all, sign) => all | sign, 0);

/** The text as a person sees it. */
const seen = (text: string): string => unclothed(text, ALL).replaceAll(COVER, "");

test.each([
  ["plain text", "R trap < 5 mL & L lev = ok; {left/right} [x] \\ 3*4"],
  ["a template's choices", "Side: {left/right:1}: left, <left trapezius> and *** or ____"],
  ["a line of stars as bullets", "* L trapezius\n* L levator scapulae"],
  ["a dose that looks like a mail's byte", "vol=20 mL"],
])("%s wears nothing", (_name, text) => {
  expect(unclothed(text, ALL)).toBe(text);
});

test.each([
  ["HTML", "<p>the <b>right</b>&nbsp;trapezius</p><p>1&#37; lidocaine</p>", "the right trapezius\n1% lidocaine\n"],
  ["a list", "<ul>\n<li>L trap</li>\n<li>L lev</li>\n</ul>", " L trap\n L lev\n "],
  ["struck words", "<s>R trapezius</s> L trapezius", " L trapezius"],
  ["a table", "<tr><td>L trap</td><td>1 mL</td></tr>", "L trap | 1 mL | \n"],
  ["XML", '<site side="right">piriformis</site>', "\nsite:right piriformis"],
  [
    "XML, a side of its own",
    "<site><muscle>piriformis</muscle><side>left</side></site>",
    "\nsite:\nmuscle:piriformis(left)",
  ],
  ["RTF", "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\f0 {\\b left} trap\\par\nit\\'92s}", "left trap\nit's"],
  ["quoted-printable", "left=20\nrhom=\nboid =3D 1=C2=A0mL", "left \nrhomboid = 1\u00a0mL"],
  ["HL7", "PID|1||99\nOBX|1|TX|PLAN^Plan||TPI L trap \\T\\ R trap||F", "\nPlan:\nTPI L trap & R trap"],
  ["markdown", "**left** levator_scapulae ~~R trapezius~~", "left levator scapulae "],
  ["leaders", "Muscle......: trapezius", "Muscle: trapezius"],
  ["leaders after a bracket", "trapezius (upper) ..... 1 mL", "trapezius (upper):  1 mL"],
  ["a table's field", '17,"Exam: ""tight""\nTPI done"', '17;\nExam: "tight"\nTPI done'],
  ["pairs", "proc=TPI; muscle=piriformis; vol=2 mL", "Proc:TPI\n Muscle:piriformis\n Vol:2 mL"],
  ["records", "name=soleus; side=L\nname=peroneus; side=R", "Name:soleus| Side:L\nName:peroneus| Side:R"],
  ["a table with commas", "muscle,side,ml\nsoleus,L,1", "muscle|side|ml\nsoleus|L|1"],
  ["a table with gaps", "Muscle   Side  mL\nsoleus         1", "Muscle|  Side| mL\nsoleus||       1"],
  ["a marked choice", "Side: >>left<< / right", "Side: left"],
  [
    "a legend",
    "Key: X = injected, O = tender\nX soleus\npsoas - O",
    "Key: X = injected, O = tender\n☑ soleus\npsoas - ☐",
  ],
  ["lines with a cross", "_X_ L knee  __ R knee", " ☑  L knee   ☐ R knee"],
  ["fields on one line", "Proc: TPI Site: trap Med: lido", "Proc: TPI\nSite: trap\nMed: lido"],
])("%s", (_name, text, bare) => {
  expect(seen(text)).toBe(bare);
  expect(unclothed(text, ALL)).toHaveLength(text.length);
});

test.each([
  ['{"a":"TPI","b":{"muscle":"piriformis","side":"left","mL":1}}', "\na:TPI\nb:\nmuscle:piriformis (left)\nmL 1"],
  ['{"side":"left","muscle":"piriformis"}', "left \nmuscle:piriformis"],
  ['[{"name":"piriformis","injected":false}]', "\nname:piriformis,injected:false"],
  ['{"injected":["L trap","L lev"]}', "\ninjected:L trap,L lev"],
  ['{"note":"Exam: ok\\nTPI \\u00bd mL"}', "\nExam: ok\nTPI ½ mL"],
  [
    '[{"title":"Plan","text":"TPI of the left trapezius at the next visit here"}]',
    "\n\nPlan:\n\nTPI of the left trapezius at the next visit here",
  ],
])("JSON: %s", (text, bare) => {
  expect(seen(text)).toBe(bare);
  expect(unclothed(text, ALL)).toHaveLength(text.length);
});

test.each([
  '{"a":"',
  "<a<b",
  "</p>",
  "<!--",
  "&amp;",
  "{\\b",
  "\\par",
  "=3D=\n",
  'a,"""',
  "~~a",
  "**a",
  "[[[",
  '["',
  "OBX|1|",
  "...",
  "[{",
  "side  ",
  "side,",
  "X = injected, ",
  "a=b;",
  "_X_ __",
  "Side: >>a<< / b\n",
  "Site: a ",
])("%j over and over: four times the text takes no more than a few times as long", (piece) => {
  const time = (size: number): number => {
    const text = `{"a":1}</p>\\par=3D\nOBX|1|\n,"${piece.repeat(size / piece.length)}`;
    const from = performance.now();
    unclothed(text, ALL);
    return performance.now() - from;
  };
  time(20_000);
  // A quadratic walk of 200,000 characters takes minutes.
  expect(time(200_000)).toBeLessThan(2_000);
});

test.each([
  ["a quoted mail", "> L trap,\n>> L lev", "L trap,\nL lev"],
  ["numbered lines", "1 TPI\n2 left\n3 trap\n4 done", "TPI\nleft\ntrap\ndone"],
  [
    "times and speakers",
    "[00:01:02] Dr. A: left trap,\n[00:01:09] Patient: ok\n[00:01:12] Dr. A: good",
    "left trap,\nPatient: ok\ngood",
  ],
  ["a page turned in a sentence", "left\nPage 1 of 2\n\nDOE, J  MRN 12\ntrap", "left trap"],
  ["a page turned after a sentence", "done.\n\f\n06/21/2022 14:05 FAX  PAGE 02/03\nLeft", "done.\n\nLeft"],
])("%s", (_name, text, bare) => {
  expect(seen(text)).toBe(bare);
  expect(unclothed(text, ALL)).toHaveLength(text.length);
});

test("a numbered list is not numbered lines", () => {
  const text = "Injected:\n1 left trapezius\n2 left levator\n3 left splenius";
  expect(unclothed(text, ALL)).toBe(text);
});

test("markup broken in a tag keeps the length of the text", () => {
  const text =
    '<procedure><name>Trigger point injection</name><performed>yes</performed><~site side="right">éluteus medius</site>' +
    '<site side="right\n>pi\ud800riformis</site><drug>lidocaine 1%</drug><volume unit="mL">4</volume></procedur1. >';
  for (let to = 1; to <= text.length; to++) expect(unclothed(text.slice(0, to), ALL)).toHaveLength(to);
});
