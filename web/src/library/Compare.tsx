/** Two codes side by side, by the rules of a day. */
import { NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { dayBefore, inForce } from "../../../src/base/dates.ts";
import { printRange } from "../../../src/base/range.ts";
import type { CodeEdition } from "../../../src/rulebook/types.ts";
import { useDesk } from "../desk/state.ts";
import { go } from "../shell/route.ts";
import { Sourced } from "../shell/Sourced.tsx";
import { library as say } from "../strings/library.ts";

const FIRST = ["20552", "20553"] as const;

export function Compare(props: { readonly a: string | undefined; readonly b: string | undefined }) {
  const { book } = useDesk();
  const known = (code: string | undefined, otherwise: string): string =>
    code !== undefined && Object.hasOwn(book.codes, code) ? code : otherwise;
  const codes = [known(props.a, FIRST[0]), known(props.b, FIRST[1])] as const;
  const [on, setOn] = useState(dayBefore(book.horizon.until));
  const editions = codes.map((c) => inForce(book.codes[c]?.editions ?? [], on));
  const all = Object.keys(book.codes);
  const pick = (label: string, value: string, choose: (code: string) => void) => (
    <NativeSelect label={label} value={value} data={all} onChange={(event) => choose(event.target.value)} />
  );
  return (
    <>
      <h2>{say.tabs.compare}</h2>
      <div className="filters">
        {pick(say.codeA, codes[0], (c) => go("library", "compare", c, codes[1]))}
        {pick(say.codeB, codes[1], (c) => go("library", "compare", codes[0], c))}
        <TextInput
          type="date"
          label={say.on}
          min={book.horizon.from}
          max={dayBefore(book.horizon.until)}
          value={on}
          onChange={(event) => event.target.value && setOn(event.target.value)}
        />
      </div>
      <div className="wide">
        <table className="compare">
          <thead>
            <tr>
              <td />
              {codes.map((c, i) => (
                <th key={i} scope="col" className="number">
                  {c}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ROWS.map(([label, cell]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {editions.map((e, i) => (
                  <td key={i}>{e === undefined ? say.notInForce : cell(e)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

const ROWS: readonly (readonly [string, (e: CodeEdition) => React.ReactNode])[] = [
  [say.covers, (e) => e.covers],
  [say.counts, (e) => e.counts.replace("-", " ")],
  [say.range, (e) => (e.range === undefined ? say.any : printRange(e.range))],
  [say.reported, (e) => say.per[e.per]],
  [say.inForce, (e) => <span className="number">{say.until(e.from, e.until)}</span>],
  [
    say.writtenIn,
    (e) => (
      <ul className="plain">
        {e.cite.map((c, i) => (
          <li key={i}>
            <Sourced id={c.source} cite={c} />
          </li>
        ))}
      </ul>
    ),
  ],
];
