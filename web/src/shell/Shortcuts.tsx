/** Keys. Single letters work outside fields only, and can be switched off (WCAG 2.1.4). */
import { CloseButton, Kbd, Switch, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { memo, useEffect, useMemo, useRef, useState } from "react";
import { eraAt } from "../desk/TimeSlider.tsx";
import type { Desk, Now, Written } from "../desk/state.ts";
import { keys as say } from "../strings/frame.ts";
import { go, parse } from "./route.ts";

export interface Keys {
  readonly single: boolean;
  readonly setSingle: (on: boolean) => void;
}

const focus = (id: string): void => document.getElementById(id)?.focus();
/** In the Desk view, once it is drawn. */
const onDesk = (id: string): void => {
  if (parse(window.location.hash).view === "desk") return focus(id);
  go("desk");
  setTimeout(() => focus(id), 60);
};

/** Listens for keys while the page is shown. Gives whether single letters are among them, and the switch for that. */
export function useShortcuts(desk: Desk, now: Now, written: Written, onHelp: () => void): Keys {
  const [single, setSingle] = useState(true);
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const scheme = useComputedColorScheme("light");

  const step = (by: number): void => {
    const { eras, answered } = now;
    const { encounter } = written;
    const day = encounter.dateOfService ?? answered?.answer?.determination.dateOfService;
    if (eras === null || day === undefined) return;
    const target = eras[eraAt(eras, day) + by];
    if (target !== undefined) desk.change({ dateOfService: target.from });
  };
  const actions: Readonly<Record<string, () => void>> = {
    n: () => onDesk("note"),
    a: () => onDesk("answer"),
    d: () => onDesk("date"),
    "[": () => step(-1),
    "]": () => step(1),
    c: () => document.getElementById("copy-answer")?.click(),
    "1": () => go("desk"),
    "2": () => go("library"),
    "3": () => go("documents"),
    "/": () => {
      go("library");
      setTimeout(() => focus("search"), 120);
    },
    t: () => setColorScheme(scheme === "light" ? "dark" : "light"),
    "?": onHelp,
  };
  const latest = useRef({ actions, single });
  latest.current = { actions, single };

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const at = event.target instanceof HTMLElement ? event.target : null;
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        return onDesk(at?.id === "note" ? "answer" : "note");
      }
      const inField = at?.closest("input, textarea, select, dialog") !== null && at !== null;
      if (inField || !latest.current.single || event.ctrlKey || event.metaKey || event.altKey) return;
      const action = latest.current.actions[event.key];
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  return useMemo(() => ({ single, setSingle }), [single]);
}

interface ListProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly keys: Keys;
}

/** The browser's own dialog: it holds the focus, closes with Escape, and gives the focus back. */
export const ShortcutList = memo((props: ListProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const { open } = props;
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} className="shortcuts" aria-labelledby="shortcuts-title" onClose={props.onClose}>
      <div className="pane-head">
        <h2 id="shortcuts-title">{say.title}</h2>
        <CloseButton aria-label={say.close} onClick={props.onClose} />
      </div>
      <dl className="keys">
        {say.list.map(([key, does]) => (
          <div key={key}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <Switch
        label={say.single}
        description={say.singleHelp}
        checked={props.keys.single}
        onChange={(event) => props.keys.setSingle(event.currentTarget.checked)}
      />
    </dialog>
  );
});
