/** A button that copies plain text, and says that it did. */
import { Button } from "@mantine/core";
import { memo, useEffect, useState } from "react";
import { answer as say } from "../strings/answer.ts";

interface Props {
  readonly text: string;
  readonly label: string;
  readonly id?: string;
  /** Another way to copy than as plain text. */
  readonly copy?: () => Promise<boolean>;
}

export const Copy = memo(({ text, label, id, copy = () => copyText(text) }: Props) => {
  const [done, setDone] = useState(false);
  useEffect(() => {
    if (!done) return undefined;
    const timer = setTimeout(() => setDone(false), 2000);
    return () => clearTimeout(timer);
  }, [done]);
  return (
    <Button {...(id && { id })} size="xs" variant="default" onClick={() => void copy().then(setDone)}>
      <span aria-live="polite">{done ? say.copied : label}</span>
    </Button>
  );
});

/** The clipboard's own way, else the old one; false when the browser allows neither. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "unseen";
    document.body.append(area);
    area.select();
    // Deprecated, and the only way where the page is opened without https.
    // oxlint-disable-next-line typescript/no-deprecated
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}
