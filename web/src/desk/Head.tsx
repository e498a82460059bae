/** What is known of the encounter beside its note: date of service, payer, state, setting. */
import { NativeSelect, Select, Switch, TextInput } from "@mantine/core";
import { memo, useEffect, useState } from "react";
import { dayBefore } from "../../../src/base/dates.ts";
import { STATES } from "../../../src/base/states.ts";
import type { Encounter } from "../../../src/coding/determination.ts";
import { desk as say } from "../strings/desk.ts";
import { useDesk, useNow, useWritten } from "./state.ts";

export function Head() {
  const { answered, kept } = useNow();
  const { encounter } = useWritten();
  const found = answered?.answer?.determination;
  return (
    <Fields
      date={encounter.dateOfService ?? null}
      used={found?.dateOfService ?? ""}
      byNote={found?.findings.some((f) => f.code === "NP3003") === true}
      payer={encounter.payer ?? null}
      state={encounter.state ?? ""}
      setting={encounter.setting ?? ""}
      kept={kept}
      here={answered !== null}
    />
  );
}

interface Props {
  /** As it was set here; null: the note's own, or the book's last. */
  readonly date: string | null;
  /** The date whose rules were used. */
  readonly used: string;
  readonly byNote: boolean;
  readonly payer: string | null;
  readonly state: string;
  readonly setting: string;
  readonly kept: boolean;
  /** The first answer has come. */
  readonly here: boolean;
}

const Fields = memo((props: Props) => {
  const { change, book, setKept, core } = useDesk();
  const [payers, setPayers] = useState<readonly { readonly value: string; readonly label: string }[]>([]);
  // The payers are some 40 kB: they come after the first answer, not before it.
  const { here } = props;
  useEffect(() => {
    if (here)
      core.ask("policies", {}).then(
        (p) => setPayers(p.payers.map(({ id, name }) => ({ value: id, label: name }))),
        () => undefined,
      );
  }, [core, here]);

  return (
    <div className="encounter">
      <div className="dated">
        <TextInput
          id="date"
          type="date"
          size="sm"
          label={say.date}
          description={props.date !== null ? say.byYou : props.byNote ? say.byNote : say.byBook}
          inputWrapperOrder={["label", "input", "description"]}
          min={book.horizon.from}
          max={dayBefore(book.horizon.until)}
          value={props.date ?? props.used}
          onChange={(event) => change({ dateOfService: event.target.value || undefined })}
        />
        {props.date !== null && (
          <button type="button" className="link" onClick={() => change({ dateOfService: undefined })}>
            {say.resetDate}
          </button>
        )}
      </div>
      <Select
        size="sm"
        label={say.payer}
        placeholder={say.noPayer}
        searchable
        clearable
        withScrollArea={false}
        data={payers}
        value={props.payer}
        onChange={(payer) => change({ payer: payer ?? undefined })}
        comboboxProps={{ withinPortal: false, transitionProps: { duration: 0 } }}
        clearButtonProps={{ "aria-label": say.clear }}
      />
      <NativeSelect
        size="sm"
        label={say.state}
        value={props.state}
        onChange={(event) => change({ state: event.target.value || undefined })}
      >
        <option value="">{say.notGiven}</option>
        {STATES.map((s) => (
          <option key={s}>{s}</option>
        ))}
      </NativeSelect>
      <NativeSelect
        size="sm"
        label={say.setting}
        value={props.setting}
        onChange={(event) => change({ setting: (event.target.value || undefined) as Encounter["setting"] })}
      >
        <option value="">{say.notGiven}</option>
        {Object.entries(say.settings).map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </NativeSelect>
      <Switch
        className="keep"
        size="sm"
        label={say.keep}
        description={say.keepHelp}
        checked={props.kept}
        onChange={(event) => setKept(event.currentTarget.checked)}
      />
    </div>
  );
});
