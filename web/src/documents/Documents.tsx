/** What leaves the desk on paper: proof sheet, question, the years, template. Preview, copy, download, print. */
import { Button, NativeSelect } from "@mantine/core";
import { useEffect, useState } from "react";
import type { Paper, PaperKind } from "../core/messages.ts";
import { useDesk, useWritten } from "../desk/state.ts";
import { showFinding } from "../shell/findings.ts";
import { Copy } from "../shell/Copy.tsx";
import { hrefOf, useRoute } from "../shell/route.ts";
import { documents as say } from "../strings/documents.ts";
import { DocumentView } from "./DocumentView.tsx";
import { copyRich, download, FORMATS } from "./output.ts";

const KINDS = Object.keys(say.kinds) as PaperKind[];

export default function Documents() {
  const { core, book } = useDesk();
  const { encounter, note } = useWritten();
  const { rest } = useRoute();
  const kind = KINDS.find((k) => k === rest[0]) ?? "proof";
  const families = book.families.filter((f) => f.notCoded === undefined);
  const denials = book.denials;
  const [family, setFamily] = useState("trigger-point");
  const [denial, setDenial] = useState(denials[0]?.id ?? "");
  // An address may name what it is about: a family, a kind of denial.
  const named = rest[1];
  useEffect(() => {
    if (named !== undefined) (kind === "appeal" ? setDenial : setFamily)(named);
  }, [kind, named]);
  const about = kind === "appeal" ? (denials.find((d) => d.id === denial)?.words[0] ?? "") : family;
  const [written, setWritten] = useState<{ readonly of: string; readonly paper: Paper | "failed" } | null>(null);
  const needsNote = kind !== "template";
  const blank = needsNote && note.trim() === "";

  // What was written of something else is not shown while this is being written.
  const of = `${kind} ${about}`;
  const paper = written?.of === of ? written.paper : null;

  useEffect(() => {
    let current = true;
    if (!blank)
      core.ask("paper", { paper: kind, encounter, about }).then(
        (made) => current && setWritten({ of, paper: made }),
        () => current && setWritten({ of, paper: "failed" }),
      );
    return () => {
      current = false;
    };
  }, [core, kind, encounter, about, of, blank]);

  return (
    <div className="documents">
      <aside className="shelves">
        <nav aria-label={say.pick}>
          <ul>
            {KINDS.map((k) => (
              <li key={k}>
                <a href={hrefOf("documents", k)} aria-current={k === kind ? "page" : undefined}>
                  {say.kinds[k]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <p className="quiet">{say.help[kind]}</p>
        {kind === "template" && (
          <NativeSelect label={say.family} value={family} onChange={(event) => setFamily(event.target.value)}>
            {families.map((f) => (
              <option key={f.id} value={f.id}>
                {f.title}
              </option>
            ))}
          </NativeSelect>
        )}
        {kind === "appeal" && (
          <NativeSelect label={say.denial} value={denial} onChange={(event) => setDenial(event.target.value)}>
            {denials.map((d) => (
              <option key={d.id} value={d.id}>
                {d.words[0]} {d.codes.length > 0 ? `(${d.codes.join(", ")})` : ""}
              </option>
            ))}
          </NativeSelect>
        )}
        {paper !== null && paper !== "failed" && paper.document !== null && <Actions paper={paper} />}
      </aside>
      <div className="sheet-of-paper">
        {blank ? (
          <p className="empty">{say.empty}</p>
        ) : paper === null ? (
          <p className="quiet" role="status">
            {say.making}
          </p>
        ) : paper === "failed" ? (
          <p className="said" data-bad="true" role="alert">
            {say.failed}
          </p>
        ) : paper.document === null ? (
          paper.findings.map((f, i) => (
            <p key={i} className="empty">
              {f.severity === "info" ? `${f.reason} ${f.remedy}` : showFinding(f)}
            </p>
          ))
        ) : (
          <DocumentView document={paper.document} />
        )}
      </div>
    </div>
  );
}

function Actions({ paper }: { readonly paper: Extract<Paper, { text: string }> }) {
  return (
    <div className="actions">
      <Copy text={paper.text} label={say.copyText} id="copy-document" />
      <Copy text={paper.text} label={say.copyRich} copy={() => copyRich(paper)} />
      <Button size="xs" variant="default" id="print" onClick={() => window.print()}>
        {say.print}
      </Button>
      <p className="quiet">{say.download}</p>
      {FORMATS.map((f) => (
        <Button key={f} size="xs" variant="subtle" justify="flex-start" onClick={() => download(paper, f)}>
          {say.formats[f]}
        </Button>
      ))}
    </div>
  );
}
