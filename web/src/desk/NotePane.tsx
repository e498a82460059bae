/** The left half of the Desk: where a note comes from (typed, pasted, dropped, opened, a sample), and the note itself. */
import { Button, NativeSelect } from "@mantine/core";
import { memo, useCallback, useRef, useState, type DragEvent } from "react";
import { showFinding } from "../shell/findings.ts";
import { desk as say } from "../strings/desk.ts";
import { Editor } from "./Editor.tsx";
import { hiddenIn, withoutHidden } from "./hidden.ts";
import { ACCEPT, readNote } from "./input.ts";
import { samples } from "./samples.ts";
import { useDesk, useWritten } from "./state.ts";

interface Said {
  readonly text: string;
  readonly bad?: boolean;
}

export function NotePane() {
  const { change } = useDesk();
  const { note } = useWritten();
  const [over, setOver] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const hidden = hiddenIn(note);

  const take = useCallback((text: string) => change({ note: text, dateOfService: undefined }), [change]);
  const open = useCallback(
    async (file: File | undefined): Promise<void> => {
      if (file === undefined) return;
      setSaid({ text: say.reading(file.name) });
      const result = await readNote(file);
      if (result.kind === "text") {
        take(result.text);
        const doubts = result.findings.map(showFinding);
        setSaid({ text: [say.read(file.name, result.text.length), ...doubts].join(" "), bad: doubts.length > 0 });
      } else setSaid({ text: showFinding(result.finding), bad: true });
    },
    [take],
  );
  const onDrop = (event: DragEvent): void => {
    setOver(false);
    const file = event.dataTransfer.files[0];
    // Text dragged from elsewhere is the field's own business.
    if (file === undefined) return;
    event.preventDefault();
    void open(file);
  };
  const sample = samples.find((s) => s.note === note);

  return (
    <section
      className="pane note"
      aria-labelledby="note-title"
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && setOver(false)}
      onDrop={onDrop}
    >
      <Tools sample={sample?.id ?? ""} blank={note === ""} take={take} say={setSaid} open={open} />
      <div role="status" className="said" data-bad={said?.bad}>
        {said?.text}
      </div>
      {hidden > 0 && (
        <div className="said" data-bad="true">
          {say.hidden(hidden)}{" "}
          <button type="button" className="link" onClick={() => change({ note: withoutHidden(note) })}>
            {say.removeHidden}
          </button>
        </div>
      )}
      <Editor />
      <ul className="legend" aria-hidden="true">
        {(["counted", "uncertain", "seen", "read"] as const).map((tone) => (
          <li key={tone}>
            <mark data-tone={tone}>{say.legend[tone]}</mark>
          </li>
        ))}
      </ul>
      {over && <div className="drop">{say.drop}</div>}
    </section>
  );
}

interface ToolsProps {
  readonly sample: string;
  readonly blank: boolean;
  readonly take: (text: string) => void;
  readonly say: (said: Said | null) => void;
  readonly open: (file: File | undefined) => Promise<void>;
}

const Tools = memo(({ sample, blank, take, say: tell, open }: ToolsProps) => {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <div className="pane-head">
      <h2 id="note-title">{say.note}</h2>
      <div className="tools">
        <NativeSelect
          size="xs"
          aria-label={say.sampleLabel}
          value={sample}
          onChange={(event) => {
            const chosen = samples.find((s) => s.id === event.target.value);
            if (chosen === undefined) return;
            take(chosen.note);
            tell(null);
          }}
        >
          <option value="" disabled>
            {say.sample}
          </option>
          {samples.map((s) => (
            <option key={s.id} value={s.id}>
              {s.title}
            </option>
          ))}
        </NativeSelect>
        <Button size="xs" variant="default" onClick={() => chooser.current?.click()}>
          {say.open}
        </Button>
        <Button
          size="xs"
          variant="subtle"
          disabled={blank}
          onClick={() => {
            take("");
            tell({ text: say.cleared });
            document.getElementById("note")?.focus();
          }}
        >
          {say.clear}
        </Button>
        <input
          ref={chooser}
          type="file"
          accept={ACCEPT}
          hidden
          data-testid="file"
          onChange={(event) => {
            void open(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
      </div>
    </div>
  );
});
