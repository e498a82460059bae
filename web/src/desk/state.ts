/** The encounter on the desk and its answer. One state for all views; each change is answered at once. */
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import type { Encounter } from "../../../src/coding/determination.ts";
import type { CoreClient } from "../core/client.ts";
import { share } from "../core/share.ts";
import type { Answer, Catalogue, Era } from "../core/messages.ts";
import { forget, keep, readKept } from "../shell/kept.ts";
import { samples } from "./samples.ts";

export interface Answered {
  readonly encounter: Encounter;
  /** Null: it could not be answered. */
  readonly answer: Answer | null;
}

export interface Desk {
  readonly core: CoreClient;
  readonly book: Catalogue;
  readonly change: (part: Change) => void;
  readonly setKept: (on: boolean) => void;
  /** Shows a place of the note in the editor. */
  readonly show: (start: number, end: number) => void;
  /** The note of the last answer, to which its places refer. */
  readonly noteAnswered: () => string;
}

/** What changes with each answer. */
export interface Now {
  /** Null until the first answer. */
  readonly answered: Answered | null;
  /** Of the last note that typing rested on; null before. */
  readonly eras: readonly Era[] | null;
  readonly kept: boolean;
  /** Place of the note to show: set by the answer's lists, followed by the editor. */
  readonly shown: Shown | null;
}

/** What is written at this moment: apart from the rest of the desk, since it changes at every keystroke. */
export interface Written {
  readonly encounter: Encounter;
  readonly note: string;
}

/** Parts to set; `undefined` takes one away. */
export type Change = { readonly [K in keyof Encounter]?: Encounter[K] | undefined };

export interface Shown {
  readonly start: number;
  readonly end: number;
  /** Differs each time, so that the same place can be shown again. */
  readonly turn: number;
}

/** What does not change with an answer; null outside of the desk. */
export const DeskContext = createContext<Desk | null>(null);

/** The desk. Throws outside of it. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error("outside the desk");
  return desk;
}

/** What changes with each answer. */
export const NowContext = createContext<Now>({ answered: null, eras: null, kept: false, shown: null });
/** The answer as it is shown. */
export const useNow = (): Now => useContext(NowContext);

/** What is written at this moment. */
export const WrittenContext = createContext<Written>({ encounter: {}, note: "" });
/** The encounter and its note as they are being written. */
export const useWritten = (): Written => useContext(WrittenContext);

/** The encounter to begin with: what was kept on this device, else the first sample. */
export const firstEncounter = (): Encounter => readKept()?.encounter ?? { note: samples[0]?.note ?? "" };

const isBlank = ({ note }: Encounter): boolean => note === undefined || note.trim() === "";

/** How long typing must rest before the other years are worked out. */
const REST = 150;

interface DeskState {
  readonly desk: Omit<Desk, "book">;
  readonly now: Now;
  readonly written: Written;
}

/**
 * The state behind the desk. Every change of the encounter is answered at once, the other years when typing has
 * rested for 150 ms, and what is kept on this device after 300 ms.
 */
export function useDeskState(core: CoreClient, book: Catalogue | null, first: Encounter): DeskState {
  const [encounter, setEncounter] = useState(first);
  const [answered, setAnswered] = useState<Answered | null>(null);
  const [eras, setEras] = useState<readonly Era[] | null>(null);
  const [kept, setKeptState] = useState(() => readKept() !== null);
  const [shown, setShown] = useState<Shown | null>(null);
  const note = encounter.note ?? "";
  const blank = isBlank(encounter);

  const ask = useCallback(
    (of: Encounter) => {
      if (isBlank(of)) setAnswered(null);
      else
        core.answer(of, (answer) =>
          setAnswered((last) => ({ answer: answer && share(last?.answer, answer), encounter: of })),
        );
    },
    [core],
  );
  useEffect(() => ask(first), [ask, first]);
  const latest = useRef(first);
  const change = useCallback(
    (part: Change) => {
      const after = Object.entries({ ...latest.current, ...part }).filter(([, value]) => value !== undefined);
      latest.current = Object.fromEntries(after);
      // Asked first and drawn then: the worker reads the note while the page draws what was typed.
      ask(latest.current);
      setEncounter(latest.current);
    },
    [ask],
  );

  const turn = useRef(0);
  const show = useCallback((start: number, end: number) => {
    turn.current += 1;
    setShown({ start, end, turn: turn.current });
  }, []);

  // The other years do not depend on the chosen date.
  const { payer, state, setting, conventions } = encounter;
  const undated = useMemo(
    () => ({
      note,
      ...(payer !== undefined && { payer }),
      ...(state !== undefined && { state }),
      ...(setting !== undefined && { setting }),
      ...(conventions && { conventions }),
    }),
    [note, payer, state, setting, conventions],
  );
  useEffect(() => {
    if (blank) setEras(null);
    if (blank || book === null) return undefined;
    let current = true;
    const timer = setTimeout(() => {
      core.ask("timeline", { encounter: undated }).then(
        (found) => current && found !== null && setEras(found),
        () => undefined,
      );
    }, REST);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [core, book, undated, blank]);

  useEffect(() => {
    if (!kept) return undefined;
    const timer = setTimeout(() => keep({ encounter }), 300);
    return () => clearTimeout(timer);
  }, [kept, encounter]);
  const setKept = useCallback((on: boolean) => {
    if (!on) forget();
    setKeptState(on && keep({ encounter: latest.current }));
  }, []);

  const lastNote = useRef("");
  lastNote.current = answered?.encounter.note ?? "";
  const noteAnswered = useCallback(() => lastNote.current, []);

  const desk = useMemo(
    () => ({ core, change, setKept, show, noteAnswered }),
    [core, change, setKept, show, noteAnswered],
  );
  const now = useMemo(() => ({ answered, eras, kept, shown }), [answered, eras, kept, shown]);
  const written = useMemo(() => ({ encounter, note }), [encounter, note]);
  return { desk, now, written };
}
