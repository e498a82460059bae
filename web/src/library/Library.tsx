/** Everything written in the rulebook, to look things up in: codes, contested points, wrong advice, policies, sources. */
import { TextInput } from "@mantine/core";
import { useState, type ReactElement } from "react";
import { hrefOf, useRoute } from "../shell/route.ts";
import { library as say } from "../strings/library.ts";
import { Beliefs } from "./Beliefs.tsx";
import { Codes } from "./Codes.tsx";
import { Compare } from "./Compare.tsx";
import { ContestedPoints } from "./ContestedPoints.tsx";
import { Policies } from "./Policies.tsx";
import { Results } from "./Results.tsx";
import { Sources } from "./Sources.tsx";

const SHELVES: Readonly<Record<keyof typeof say.tabs, (rest: readonly string[]) => ReactElement>> = {
  codes: ([code]) => <Codes code={code} />,
  compare: ([a, b]) => <Compare a={a} b={b} />,
  contested: ([id]) => <ContestedPoints id={id} />,
  beliefs: ([id]) => <Beliefs id={id} />,
  policies: ([id]) => <Policies id={id} />,
  sources: ([id]) => <Sources id={id} />,
};

export default function Library() {
  const { rest } = useRoute();
  const [words, setWords] = useState("");
  const shelf = (Object.keys(SHELVES) as (keyof typeof SHELVES)[]).find((s) => s === rest[0]) ?? "codes";
  return (
    <div className="library">
      <aside className="shelves">
        <search>
          <TextInput
            id="search"
            type="search"
            label={say.search}
            placeholder={say.searchPlaceholder}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </search>
        <nav aria-label="Library">
          <ul>
            {(Object.keys(SHELVES) as (keyof typeof SHELVES)[]).map((s) => (
              <li key={s}>
                <a
                  href={hrefOf("library", s)}
                  aria-current={s === shelf && words.trim() === "" ? "page" : undefined}
                  onClick={() => setWords("")}
                >
                  {say.tabs[s]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </aside>
      <div className="shelf">
        {words.trim() === "" ? SHELVES[shelf](rest.slice(1)) : <Results words={words} onPick={() => setWords("")} />}
      </div>
    </div>
  );
}
