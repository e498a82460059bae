/** The right half of the Desk: the answer, its most needed parts first. */
import { Button } from "@mantine/core";
import { memo } from "react";
import type { Determination, Line } from "../../../src/coding/determination.ts";
import type { Answer } from "../core/messages.ts";
import { Copy } from "../shell/Copy.tsx";
import { answer as say } from "../strings/answer.ts";
import { hrefOf } from "../shell/route.ts";
import { Contested } from "./Contested.tsx";
import { Count, SeenList } from "./Count.tsx";
import { CoverageCard } from "./CoverageCard.tsx";
import { Questions } from "./Questions.tsx";
import { Diagnoses, Edits } from "./Edits.tsx";
import { useNow, useWritten } from "./state.ts";
import { Why } from "./Why.tsx";

export function AnswerPane() {
  const { answered } = useNow();
  const { note } = useWritten();
  const blank = note.trim() === "";
  return (
    <section
      className="pane answer"
      id="answer"
      tabIndex={-1}
      aria-labelledby="answer-title"
      // How long the note was that this answers: by it the bench knows that an answer has come.
      data-answers={answered?.encounter.note?.length ?? 0}
    >
      <div className="pane-head">
        <h2 id="answer-title">{say.title}</h2>
        {answered?.answer && !blank && (
          <div className="tools">
            <Copy text={answered.answer.text} label={say.copy} id="copy-answer" />
          </div>
        )}
      </div>
      {blank ? (
        <Empty />
      ) : answered === null ? (
        <div className="waiting" role="status" />
      ) : answered.answer === null ? (
        <div className="said" data-bad="true" role="alert">
          {say.failed}
        </div>
      ) : (
        <Whole answer={answered.answer} />
      )}
    </section>
  );
}

const Empty = () => (
  <div className="empty">
    <p className="empty-title">{say.empty}</p>
    <p>{say.emptyLong}</p>
  </div>
);

/** Drawn anew when there is another answer, not at every keystroke. */
const Whole = memo(({ answer }: { readonly answer: Answer }) => {
  const d = answer.determination;
  return (
    <>
      <Headline d={d} />
      <Problems d={d} />
      <Questions queries={d.queries} />
      <Count counts={d.counts} />
      <SeenList seen={answer.seen} />
      <Also d={d} />
      <Contested contested={d.contested} />
      <Texts title={say.conflicts} texts={d.conflicts.map((f) => `${f.reason} ${f.remedy}`)} tone="ask" />
      <Edits lines={d.lines} edits={d.edits} />
      <CoverageCard coverage={answer.coverage} />
      <Texts
        title={say.change}
        texts={d.wouldChange.map((c) => (c.codes.length > 0 ? `${c.says}: ${c.codes.join(" + ")}` : c.says))}
      />
      <Diagnoses seen={d.diagnoses} />
      <Texts title={say.notCoded} texts={d.notCoded.map((n) => `${n.says} ${n.because}`)} />
      <Heard answer={answer} />
      <Why trace={d.trace} day={d.dateOfService} />
      <Texts
        title={say.notes}
        texts={d.findings.filter((f) => f.severity === "info").map((f) => `${f.reason} ${f.remedy}`)}
        quiet
      />
      <p className="receipt">
        {say.rulesOf(d.dateOfService)} · {say.receipt(d.receipt.rulebook.slice(7, 19), d.receipt.engine)}
      </p>
    </>
  );
});

function Headline({ d }: { readonly d: Determination }) {
  const lines = d.lines.filter((l) => l.role === "procedure");
  const long = d.status === "query" && d.lines.length === 0 ? say.statusLong.queryNone : say.statusLong[d.status];
  return (
    <div className="headline" data-status={d.status} aria-live="polite" aria-atomic="true">
      <p className="status">
        <span className="status-word">{say.status[d.status]}</span>
        <span className="status-long">{long}</span>
      </p>
      {lines.map((line, i) => (
        <CodeLine key={i} line={line} />
      ))}
    </div>
  );
}

function CodeLine({ line }: { readonly line: Line }) {
  return (
    <div className="code-line">
      <p className="big">
        <a className="code" href={hrefOf("library", "codes", line.code)}>
          {line.code}
        </a>
        {line.modifiers.map((m) => (
          <span className="modifier" key={m}>
            {m}
          </span>
        ))}
        <span className="units">
          <span aria-hidden="true">× </span>
          {line.units}
          <span className="unseen"> {say.unit(line.units)}</span>
        </span>
      </p>
      <p className="says">{line.says}</p>
    </div>
  );
}

/** Imaging and drugs. */
function Also({ d }: { readonly d: Determination }) {
  const lines = d.lines.filter((l) => l.role !== "procedure");
  if (lines.length === 0) return null;
  return (
    <section className="part">
      <h3>{say.also}</h3>
      <table className="lines">
        <tbody>
          {lines.map((l, i) => (
            <tr key={i}>
              <th scope="row">
                <a href={hrefOf("library", "codes", l.code)}>{[l.code, ...l.modifiers].join("-")}</a>
              </th>
              <td className="number">× {l.units}</td>
              <td>
                {l.says} <span className="quiet">{say.roles[l.role]}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What stands in the way, first: errors and warnings of the engine. */
function Problems({ d }: { readonly d: Determination }) {
  const found = d.findings.filter((f) => f.severity !== "info");
  return found.map((f, i) => (
    <p key={i} className="said" data-bad={f.severity === "error" || undefined}>
      {f.reason} {f.remedy} <span className="quiet">{f.code}</span>
    </p>
  ));
}

function Texts(props: {
  readonly title: string;
  readonly texts: readonly string[];
  readonly tone?: "ask";
  readonly quiet?: boolean;
}) {
  if (props.texts.length === 0) return null;
  return (
    <section className="part" data-tone={props.tone} data-quiet={props.quiet}>
      <h3>{props.title}</h3>
      <ul className="plain">
        {props.texts.map((text, i) => (
          <li key={i}>{text}</li>
        ))}
      </ul>
    </section>
  );
}

function Heard({ answer }: { readonly answer: Answer }) {
  if (answer.heard.length === 0) return null;
  return (
    <section className="part">
      <h3>{say.heard}</h3>
      {answer.heard.map((b) => (
        <div className="belief" key={b.id}>
          <p className="claim">“{b.claim}”</p>
          <p>
            {b.answer}{" "}
            <Button component="a" href={hrefOf("library", "beliefs", b.id)} variant="transparent" size="compact-xs">
              {say.toLibrary}
            </Button>
          </p>
        </div>
      ))}
    </section>
  );
}
