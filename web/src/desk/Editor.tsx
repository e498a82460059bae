/**
 * The note: a plain text field over its own marked text. The field stays an ordinary one (undo, spelling, screen
 * readers, paste); what is marked, and why, is told below it for the mark under the pointer or at the cursor.
 */
import {
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
} from "react";
import { DRAWN, type Mark } from "../core/messages.ts";
import { shiftMarks } from "../core/shift.ts";
import { desk as say } from "../strings/desk.ts";
import { setActive } from "./active.ts";
import { Backdrop } from "./Backdrop.tsx";
import { useDesk, useNow, useWritten } from "./state.ts";

const NONE: readonly Mark[] = [];

export function Editor() {
  const { change } = useDesk();
  const { answered, shown } = useNow();
  const { note } = useWritten();
  const field = useRef<HTMLTextAreaElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState(-1);
  const [caret, setCaret] = useState(-1);
  const help = useId();

  const drawn = note.length <= DRAWN;
  const marks = useMemo(
    () => (drawn && answered?.answer ? shiftMarks(answered.answer.marks, answered.encounter.note ?? "", note) : NONE),
    [drawn, answered, note],
  );
  const atCaret = marks.findIndex((m) => caret >= m.start && caret <= m.end);
  const active = pointed >= 0 && pointed < marks.length ? pointed : atCaret;

  const current = marks[active] ?? null;
  useEffect(() => setActive(current), [current]);

  const select = (start: number, end: number): void => {
    const area = field.current;
    if (area === null) return;
    area.focus({ preventScroll: true });
    area.setSelectionRange(start, end);
    setCaret(start);
    const index = marks.findIndex((m) => m.start <= start && m.end >= end);
    sheet.current?.querySelector(`[data-mark="${index}"]`)?.scrollIntoView({ block: "center" });
  };
  const latest = useRef(select);
  latest.current = select;
  useEffect(() => {
    if (shown !== null) latest.current(shown.start, shown.end);
  }, [shown]);

  useBigEdits(field, (text) => change({ note: text }));

  const step = (by: 1 | -1): void => {
    if (marks.length === 0) return;
    const at = field.current?.selectionStart ?? 0;
    const next = by > 0 ? marks.findIndex((m) => m.start > at) : marks.findLastIndex((m) => m.start < at);
    const m = marks.at(next >= 0 ? next : by > 0 ? 0 : -1) as Mark;
    select(m.start, m.end);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "F8") {
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape") field.current?.blur();
  };
  const onPointerMove = (event: PointerEvent): void => {
    const under = document.elementsFromPoint(event.clientX, event.clientY).find((e) => e.hasAttribute("data-mark"));
    setPointed(under === undefined ? -1 : Number(under.getAttribute("data-mark")));
  };
  const follow = (): void => setCaret(field.current?.selectionStart ?? -1);

  return (
    <>
      <div className="sheet" ref={sheet} data-drawn={drawn || undefined}>
        <div className="page-of-note">
          {drawn && <Backdrop text={note} marks={marks} active={active} />}
          <textarea
            ref={field}
            id="note"
            aria-label={say.note}
            aria-describedby={help}
            value={note}
            placeholder={say.placeholder}
            spellCheck={false}
            autoComplete="off"
            autoCorrect="off"
            autoCapitalize="off"
            onChange={(event) => change({ note: event.target.value })}
            onKeyDown={onKeyDown}
            onSelect={follow}
            onPointerMove={onPointerMove}
            onPointerLeave={() => setPointed(-1)}
          />
        </div>
      </div>
      <p className="unseen" id={help}>
        {say.noteHelp}
      </p>
      <WhyMarked mark={current} no={active} of={marks.length} drawn={drawn} />
    </>
  );
}

/** From so many characters on, the browser's own way to put in or take out text takes seconds. */
const BIG = 20_000;

/** Large pastes and deletions are made at once, as one change of the field's value. */
function useBigEdits(field: RefObject<HTMLTextAreaElement | null>, onChange: (text: string) => void): void {
  const latest = useRef(onChange);
  latest.current = onChange;
  useEffect(() => {
    const area = field.current;
    const onBeforeInput = (event: InputEvent): void => {
      const { selectionStart: start, selectionEnd: end } = area as HTMLTextAreaElement;
      const text = event.inputType.startsWith("delete") ? "" : event.data;
      if (text === null || (end - start < BIG && text.length < BIG)) return;
      event.preventDefault();
      area?.setRangeText(text, start, end, "end");
      latest.current(area?.value ?? "");
    };
    area?.addEventListener("beforeinput", onBeforeInput);
    return () => area?.removeEventListener("beforeinput", onBeforeInput);
  }, [field]);
}

function WhyMarked(props: {
  readonly mark: Mark | null;
  readonly no: number;
  readonly of: number;
  readonly drawn: boolean;
}) {
  const { mark, no, of, drawn } = props;
  return (
    <div className="why-marked" aria-live="polite" data-tone={mark?.tone}>
      {mark === null ? (
        <p className="quiet">{drawn ? say.noMark : say.marksOff}</p>
      ) : (
        <>
          <p>
            <strong>{mark.title}</strong> <span className="quiet tag">{say.legend[mark.tone]}</span>
            <span className="quiet position">{say.position(no + 1, of)}</span>
          </p>
          <p>{mark.why.join(" ")}</p>
        </>
      )}
    </div>
  );
}
