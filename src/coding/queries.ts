/**
 * The question to the provider. Its words come from the family in the rulebook; this file only chooses which
 * fact to ask for, and sees to it that a question never leads: "other" and "unable to determine" are always
 * among the options, a code, a count or money never in the words made here.
 */
import type { NotePlace } from "../base/finding.ts";
import type { Condition, Family, Question } from "../rulebook/types.ts";
import type { Query } from "./determination.ts";
import { BLANK, DONE, ELSEWHERE, MUSCLES, SIDE, STRUCTURE, SUBSTANCE } from "./mentions.ts";

/** The fact that is asked for: the key under which a family keeps its question. */
export type Asks =
  | "done"
  | "muscles"
  | "groups"
  | "side"
  | "structure"
  | "substance"
  | "image"
  | "imaging"
  | "levels"
  | "purpose";

/** Doubts with the question that settles each, in the order in which they are asked. */
export const QUESTION_OF: readonly (readonly [number, Asks])[] = [
  [DONE, "done"],
  [STRUCTURE, "structure"],
  [ELSEWHERE, "structure"],
  [MUSCLES, "muscles"],
  [SIDE, "side"],
  [BLANK, "side"],
  [SUBSTANCE, "substance"],
];

const OF_CONDITION: Readonly<Record<Condition["kind"], Asks>> = {
  count: "muscles",
  size: "structure",
  structure: "structure",
  image: "image",
  imaging: "imaging",
  agent: "substance",
  spine: "levels",
  place: "levels",
  sides: "side",
  // Silence is an answer to it, so it is never asked.
  catheter: "done",
};

/** Used only when a family of the book lacks the question. */
const PLAIN: Readonly<Record<Asks, string>> = {
  done: "Which of the structures named in the note were treated at this session?",
  muscles: "Which muscle or muscles were treated?",
  groups: "Which muscle or muscles were treated, and in which part of the body?",
  side: "On which side or sides was the treatment given?",
  structure: "Which structure was treated?",
  substance: "What, if anything, was put through the needle?",
  image: "Where, if anywhere, is an image of the guidance kept?",
  imaging: "Which imaging, if any, guided the needle?",
  levels: "At which level or levels was the treatment given, and on which side at each?",
  purpose: "For which condition was the treatment given?",
};
const ALWAYS: readonly string[] = ["other", "unable to determine"];

/** The question that settles an unanswered condition. */
export function asksFor(condition: Condition["kind"]): Asks {
  return OF_CONDITION[condition];
}

export type Questions = Readonly<Record<Asks, Omit<Query, "rule" | "indicators">>>;

/** The questions of a family, whole: those the book lacks are filled in, and none leads. */
export function compileQuestions(family: Family): Questions {
  const questions = (Object.keys(PLAIN) as Asks[]).map((asks) => {
    const own: Question | undefined = family.questions[asks];
    const question = {
      id: `${family.id}/${asks}`,
      asks: own?.asks ?? PLAIN[asks],
      why: own?.why ?? "The note does not say.",
      options: openEnded(own?.options ?? []),
    };
    return [asks, question] as const;
  });
  return Object.fromEntries(questions) as Questions;
}

/** The question for a fact, with the rule that needs it and the places of the note that prompt it. */
export function query(questions: Questions, asks: Asks, rule: string, indicators: readonly NotePlace[]): Query {
  const { id, asks: words, why, options } = questions[asks];
  return { id, asks: words, why, rule, options, indicators };
}

function openEnded(options: readonly string[]): readonly string[] {
  const said = options.join("\n").toLowerCase();
  const missing = ALWAYS.filter((word) => !said.includes(word));
  return missing.length === 0 ? options : [...options, ...missing];
}
