/** The frame of the page: head, the three views, what holds for all of them. */
import { MantineProvider } from "@mantine/core";
import { lazy, StrictMode, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
import type { Encounter } from "../../src/coding/determination.ts";
import type { CoreClient } from "./core/client.ts";
import type { Catalogue } from "./core/messages.ts";
import { DeskView } from "./desk/DeskView.tsx";
import {
  DeskContext,
  useDeskState,
  NowContext,
  WrittenContext,
  type Desk,
  type Now,
  type Written,
} from "./desk/state.ts";
import { Masthead } from "./shell/Masthead.tsx";
import { useRoute, type View } from "./shell/route.ts";
import { schemeManager } from "./shell/scheme.ts";
import { ShortcutList, useShortcuts } from "./shell/Shortcuts.tsx";
import { app as say } from "./strings/frame.ts";
import { theme } from "./theme.ts";

const Library = lazy(() => import("./library/Library.tsx"));
const Documents = lazy(() => import("./documents/Documents.tsx"));

/** Draws the page into the element `page`, with `first` on the desk; nothing where there is no such element. */
export function draw(core: CoreClient, first: Encounter): void {
  const root = document.getElementById("page");
  if (root === null) return;
  createRoot(root).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        defaultColorScheme="auto"
        colorSchemeManager={schemeManager()}
        // The variables stand in a style sheet (build/theme-css.ts): the page's policy allows no <style> element.
        withCssVariables={false}
        withGlobalClasses={false}
      >
        <App core={core} first={first} />
      </MantineProvider>
    </StrictMode>,
  );
}

function App({ core, first }: { readonly core: CoreClient; readonly first: Encounter }) {
  const { view } = useRoute();
  const [book, setBook] = useState<Catalogue | "missing" | null>(null);
  const loaded = book === "missing" ? null : book;
  const { desk, now, written } = useDeskState(core, loaded, first);
  const [help, setHelp] = useState(false);
  const openHelp = useCallback(() => setHelp(true), []);
  const closeHelp = useCallback(() => setHelp(false), []);
  useEffect(() => {
    core.ready.then(setBook, () => setBook("missing"));
  }, [core]);
  useEffect(() => {
    document.title = `${say.views[view]} · ${say.name}`;
  }, [view]);

  const target = view === "desk" ? "answer" : "view";
  return (
    <>
      <a className="skip" href={`#${target}`} onClick={skipTo(target)}>
        {view === "desk" ? say.skip : say.skipView}
      </a>
      <Masthead view={view} kept={now.kept} onHelp={openHelp} />
      {book === "missing" ? (
        <main className="trouble" role="alert">
          <h1>{say.noBook}</h1>
          <p>{say.noBookRemedy}</p>
        </main>
      ) : loaded === null ? (
        <main className="opening" aria-busy="true">
          <p role="status">{say.loading}</p>
        </main>
      ) : (
        <WrittenContext value={written}>
          <Loaded
            state={desk}
            now={now}
            written={written}
            book={loaded}
            view={view}
            help={help}
            onHelp={openHelp}
            onHelpClosed={closeHelp}
          />
        </WrittenContext>
      )}
      <footer className="foot">
        <p>{say.ama}</p>
      </footer>
    </>
  );
}

function Loaded(props: {
  readonly state: Omit<Desk, "book">;
  readonly now: Now;
  readonly written: Written;
  readonly book: Catalogue;
  readonly view: View;
  readonly help: boolean;
  readonly onHelp: () => void;
  readonly onHelpClosed: () => void;
}) {
  const { state, now, written, book, view, help, onHelp, onHelpClosed } = props;
  const desk = useMemo(() => ({ ...state, book }), [state, book]);
  const keys = useShortcuts(desk, now, written, onHelp);
  return (
    <DeskContext value={desk}>
      <NowContext value={now}>
        <main id="view" tabIndex={-1} data-view={view}>
          <h1 className="unseen">{say.views[view]}</h1>
          <Suspense fallback={<p className="opening" role="status" />}>
            {view === "desk" ? <DeskView /> : view === "library" ? <Library /> : <Documents />}
          </Suspense>
        </main>
        <ShortcutList open={help} onClose={onHelpClosed} keys={keys} />
      </NowContext>
    </DeskContext>
  );
}

/** The address names the view, so a plain jump to a part of the page would leave it. */
const skipTo =
  (id: string) =>
  (event: { preventDefault(): void }): void => {
    event.preventDefault();
    document.getElementById(id)?.focus();
  };
