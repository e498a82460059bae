/** What is known of the encounter beside its note: date of service, payer, state, setting. */
import { NativeSelect, Select, Switch, TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import type { Encounter } from "../../../src/coding/determination.ts";
import type { Payer } from "../../../src/rulebook/policy-types.ts";
import { desk as say } from "../strings.ts";
import { STATES } from "./states.ts";
import { useDesk } from "./state.ts";

export function Head() {
  const { encounter, change, answered, book, kept, setKept, core } = useDesk();
  const [payers, setPayers] = useState<readonly Payer[]>([]);
  // The payers are some 40 kB: they come after the first answer, not before it.
  const here = answered !== null;
  useEffect(() => {
    if (here)
      core.ask("policies", {}).then(
        (p) => setPayers(p.payers),
        () => undefined,
      );
  }, [core, here]);

  const used = answered?.answer?.determination.dateOfService;
  const byNote = answered?.answer?.determination.findings.some((f) => f.code === "NP3003") === true;
  const chosen = encounter.dateOfService !== undefined;
  return (
    <div className="encounter">
      <div className="dated">
        <TextInput
          id="date"
          type="date"
          size="sm"
          label={say.date}
          description={chosen ? say.byYou : byNote ? say.byNote : say.byBook}
          inputWrapperOrder={["label", "input", "description"]}
          min={book.horizon.from}
          max={lastDay(book.horizon.until)}
          value={encounter.dateOfService ?? used ?? ""}
          onChange={(event) => change({ dateOfService: event.target.value || undefined })}
        />
        {chosen && (
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
        data={payers.map((p) => ({ value: p.id, label: p.name }))}
        value={encounter.payer ?? null}
        onChange={(payer) => change({ payer: payer ?? undefined })}
        comboboxProps={{ withinPortal: false, transitionProps: { duration: 0 } }}
        clearButtonProps={{ "aria-label": say.clear }}
      />
      <NativeSelect
        size="sm"
        label={say.state}
        value={encounter.state ?? ""}
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
        value={encounter.setting ?? ""}
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
        checked={kept}
        onChange={(event) => setKept(event.currentTarget.checked)}
      />
    </div>
  );
}

/** The day before the book's end: the horizon is half-open. */
export function lastDay(until: string): string {
  const day = new Date(`${until}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}
