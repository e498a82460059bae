/** A source in one line, with its tier, date and how it was read, and the way to its page in the library. */
import { HOWS, TIERS } from "../../../src/explain/citations.ts";
import type { Citation, Source } from "../../../src/rulebook/types.ts";
import { useDesk } from "../desk/state.ts";
import { hrefOf } from "./route.ts";

interface Props {
  readonly id: string;
  readonly cite?: Citation | undefined;
  /** Sources beside those of the rulebook. */
  readonly more?: Readonly<Record<string, Source>>;
}

export function Sourced({ id, cite, more }: Props) {
  const { book } = useDesk();
  const source = book.sources[id] ?? more?.[id];
  if (source === undefined) return <>{id}</>;
  const via = cite?.via === undefined ? "" : ` (${(book.sources[cite.via] ?? more?.[cite.via])?.title ?? cite.via})`;
  const place = cite?.locator ?? source.locator;
  return (
    <span className="sourced">
      <a href={hrefOf("library", "sources", id)}>{source.title}</a>
      {place === undefined ? "" : `, ${place}`}
      <span className="quiet">
        {" "}
        {source.publisher}, {source.date}.{" "}
      </span>
      <span className="tier" data-tier={source.tier}>
        {TIERS[source.tier]}
      </span>
      <span className="quiet">
        {" "}
        {HOWS[cite?.how ?? source.how]}
        {via}.
      </span>
      {cite?.claim !== undefined && <span> {cite.claim}</span>}
    </span>
  );
}
