/** A document tree on the page: the same blocks that its files have, drawn without an inline style. */
import { Fragment, type ReactNode } from "react";
import { clean, runs, webAddress, type Block, type Document, type Words } from "../../../src/explain/document.ts";

export function DocumentView({ document }: { readonly document: Document }) {
  return (
    <article className="paper">
      <header>
        <h2>{clean(document.title)}</h2>
        <p>{clean(document.subtitle)}</p>
      </header>
      {document.blocks.map((block, i) => (
        <Fragment key={i}>{drawn(block)}</Fragment>
      ))}
      <footer>{clean(document.footer)}</footer>
    </article>
  );
}

function drawn(block: Block): ReactNode {
  switch (block.kind) {
    case "heading":
      return <h3>{clean(block.text)}</h3>;
    case "paragraph":
      return <p data-look={block.look}>{line(block.words)}</p>;
    case "answer":
      return (
        <dl className="paper-answer" data-tone={block.tone}>
          {block.lines.map((l, i) => (
            <div key={i}>
              <dt>{clean(l.label)}</dt>
              <dd>{clean(l.says)}</dd>
            </div>
          ))}
        </dl>
      );
    case "list": {
      const List = block.look === "numbers" ? "ol" : "ul";
      return (
        <List data-look={block.look}>
          {block.items.map((item, i) => (
            <li key={i}>{line(item)}</li>
          ))}
        </List>
      );
    }
    case "table":
      return (
        <div className="wide" tabIndex={0} role="group" aria-label={block.head.join(", ")}>
          <table data-form={block.form}>
            <thead>
              <tr>
                {block.head.map((cell, i) => (
                  <th key={i} scope="col">
                    {clean(cell)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((cells, i) => (
                <tr key={i}>
                  {cells.map((cell, j) => (
                    <td key={j}>{line(cell)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    case "excerpt":
      return (
        <div className="paper-excerpt">
          {block.lines.map((l, i) => (
            <p key={i}>{l === null ? "…" : <LineOfNote number={l.number}>{line(l.words)}</LineOfNote>}</p>
          ))}
        </div>
      );
    case "blank":
      return (
        <div className="paper-blank">
          <p>{clean(block.label)}</p>
          {Array.from({ length: block.lines }, (_, i) => (
            <hr key={i} />
          ))}
        </div>
      );
  }
}

const LineOfNote = (props: { readonly number: number; readonly children: ReactNode }) => (
  <>
    <span className="line-number">{props.number}</span> {props.children}
  </>
);

const TONES = { counted: "counted", asked: "uncertain", seen: "seen" } as const;

function line(words: Words): ReactNode {
  return runs(words).map(({ text, look, link }, i) => {
    const shown = clean(text);
    const address = webAddress(link);
    if (address !== undefined)
      return (
        <a key={i} href={address} target="_blank" rel="noreferrer noopener">
          {shown}
        </a>
      );
    if (look === undefined) return <Fragment key={i}>{shown}</Fragment>;
    if (look === "strong") return <strong key={i}>{shown}</strong>;
    if (look === "quiet")
      return (
        <span key={i} className="quiet">
          {shown}
        </span>
      );
    return (
      <mark key={i} data-tone={TONES[look]}>
        {shown}
      </mark>
    );
  });
}
