import { useEffect, useState } from "react";
import type { PolicyBook } from "../../../src/rulebook/policy-types.ts";
import { useDesk } from "../desk/state.ts";

/** The policies; null until they are there. */
export function usePolicies(): PolicyBook | null {
  const { core } = useDesk();
  const [book, setBook] = useState<PolicyBook | null>(null);
  useEffect(() => {
    core.ask("policies", {}).then(setBook, () => undefined);
  }, [core]);
  return book;
}
