/** The states as tiles where they lie: a map small enough to be read, and every tile a button. */
import { library as say } from "../strings/library.ts";

/** Rows from north to south; a dot is an empty place. */
const ROWS = [
  "AK .. .. .. .. .. .. .. .. .. .. ME",
  ".. .. .. .. .. .. .. .. .. .. VT NH",
  ".. WA ID MT ND MN IL WI MI NY RI MA",
  ".. OR NV WY SD IA IN OH PA NJ CT ..",
  ".. CA UT CO NE MO KY WV VA MD DE ..",
  ".. .. AZ NM KS AR TN NC SC DC .. ..",
  ".. .. .. .. OK LA MS AL GA .. .. ..",
  "HI .. .. .. TX .. .. .. .. FL PR VI",
] as const;

interface Props {
  /** Documents tied to the state. */
  readonly tally: ReadonlyMap<string, number>;
  readonly state: string | null;
  readonly onPick: (state: string | null) => void;
}

export function StateTiles({ tally, state, onPick }: Props) {
  return (
    <div role="group" aria-label={say.state} className="tiles">
      {ROWS.flatMap((row, y) =>
        row.split(" ").map((s, x) =>
          s === ".." ? (
            <span key={`${x}-${y}`} aria-hidden="true" />
          ) : (
            <button
              type="button"
              key={s}
              aria-pressed={s === state}
              aria-label={`${s}: ${say.policies(tally.get(s) ?? 0)}`}
              data-many={Math.min(4, tally.get(s) ?? 0)}
              onClick={() => onPick(s === state ? null : s)}
            >
              {s}
            </button>
          ),
        ),
      )}
    </div>
  );
}
