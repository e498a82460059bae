import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { memo } from "react";
import { app as say } from "../strings/frame.ts";
import { hrefOf, type View } from "./route.ts";

const VIEWS: readonly View[] = ["desk", "library", "documents"];

interface Props {
  readonly view: View;
  readonly kept: boolean;
  readonly onHelp: () => void;
}

export const Masthead = memo((props: Props) => {
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const scheme = useComputedColorScheme("light");
  return (
    <header className="masthead">
      <a className="brand" href={hrefOf("desk")}>
        <Stitch />
        <span>{say.name}</span>
      </a>
      <nav aria-label={say.navigation}>
        <ul>
          {VIEWS.map((v) => (
            <li key={v}>
              <a href={hrefOf(v)} aria-current={v === props.view ? "page" : undefined}>
                {say.views[v]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p className="private">{props.kept ? say.kept : say.private}</p>
      <div className="tools">
        <ActionIcon
          id="theme"
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={say.theme(scheme === "light" ? say.light : say.dark)}
          onClick={() => setColorScheme(scheme === "light" ? "dark" : "light")}
        >
          {scheme === "light" ? <Moon /> : <Sun />}
        </ActionIcon>
        <ActionIcon
          id="shortcuts"
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={say.shortcuts}
          onClick={props.onHelp}
        >
          <span aria-hidden="true" className="question-mark">
            ?
          </span>
        </ActionIcon>
      </div>
    </header>
  );
});

/** Two cross stitches, and a third begun. */
const Stitch = () => (
  <svg viewBox="0 0 28 28" width="26" height="26" aria-hidden="true" className="stitch">
    <path d="M4 4l9 9M13 4l-9 9M15 15l9 9M24 15l-9 9" />
    <path d="M15 13l9-9" className="begun" />
  </svg>
);
const Moon = () => (
  <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" className="icon">
    <path d="M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7z" />
  </svg>
);
const Sun = () => (
  <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" className="icon">
    <circle cx="10" cy="10" r="3.6" />
    <path d="M10 1.8v2M10 16.2v2M1.8 10h2M16.2 10h2M4.2 4.2l1.4 1.4M14.4 14.4l1.4 1.4M15.8 4.2l-1.4 1.4M5.6 14.4l-1.4 1.4" />
  </svg>
);
