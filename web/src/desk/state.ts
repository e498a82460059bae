/** The encounter on the desk and its answer. One state for all views; each change is answered at once. */
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import type { Encounter } from "../../../src/coding/determination.ts";
import type { CoreClient } from "../core/client.ts";
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
  readonly encounter: Encounter;
  readonly note: string;
  readonly change: (part: Change) => void;
  /** Null until the first answer. */
  readonly answered: Answered | null;
  /** Of the last note that typing rested on; null before. */
  readonly eras: readonly Era[] | null;
  readonly kept: boolean;
  readonly setKept: (on: boolean) => void;
  /** Place of the note to show: set by the answer's lists, followed by the editor. */
  readonly shown: Shown | null;
  readonly show: (start: number, end: number) => void;
}

/** Parts to set; `undefined` takes one away. */
export type Change = { readonly [K in keyof Encounter]?: Encounter[K] | undefined };

export interface Shown {
  readonly start: number;
  readonly end: number;
  /** Differs each time, so that the same place can be shown again. */
  readonly turn: number;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error("outside the desk");
  return desk;
}

export const firstEncounter = (): Encounter => readKept()?.encounter ?? { note: samples[0]?.note ?? "" };

/** How long typing must rest before the other years are worked out. */
const REST = 150;

export function useDeskState(core: CoreClient, book: Catalogue | null, first: Encounter): Omit<Desk, "book"> {
  const [encounter, setEncounter] = useState(first);
  const [answered, setAnswered] = useState<Answered | null>(null);
  const [eras, setEras] = useState<readonly Era[] | null>(null);
  const [kept, setKeptState] = useState(() => readKept() !== null);
  const [shown, setShown] = useState<Shown | null>(null);
  const note = encounter.note ?? "";
  const blank = note.trim() === "";

  const change = useCallback((part: Change) => {
    setEncounter((before) => {
      const after = Object.entries({ ...before, ...part }).filter(([, value]) => value !== undefined);
      return Object.fromEntries(after);
    });
  }, []);

  const turn = useRef(0);
  const show = useCallback((start: number, end: number) => {
    turn.current += 1;
    setShown({ start, end, turn: turn.current });
  }, []);

  useEffect(() => {
    if (blank) setAnswered(null);
    else core.answer(encounter, (answer, of) => setAnswered({ answer, encounter: of }));
  }, [core, encounter, blank]);

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
  const setKept = useCallback(
    (on: boolean) => {
      if (on) setKeptState(keep({ encounter }));
      else {
        forget();
        setKeptState(false);
      }
    },
    [encounter],
  );

  return useMemo(
    () => ({ core, encounter, note, change, answered, eras, kept, setKept, shown, show }),
    [core, encounter, note, change, answered, eras, kept, setKept, shown, show],
  );
}
