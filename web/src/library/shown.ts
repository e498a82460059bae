import { useEffect } from "react";

/** Brings the entry that the address names into view. */
export function useShown(id: string | undefined): void {
  useEffect(() => {
    if (id !== undefined) document.getElementById(`entry-${id}`)?.scrollIntoView({ block: "start" });
  }, [id]);
}
