/** A user's own policies: each file taken apart into the payer, the source and the policy that it is. */
import type { Loaded } from "./load.ts";

/** Folder of the rulebook under which a user's own policies stand. Nothing but policies is read from it. */
export const OWN = "policies/own/";

/**
 * `loaded` with the own policies among its policies. They can add requirements of a payer and nothing else: the kind
 * of their folder is the policy, so a rule on codes in it is an error of form.
 */
export function withOwn(loaded: Loaded): Loaded {
  const { ownPolicies } = loaded;
  return {
    ...loaded,
    payers: [
      ...loaded.payers,
      ...ownPolicies.flatMap(({ value: { payer }, file, place }) =>
        typeof payer === "string"
          ? []
          : [{ value: payer, file, place: (path: Parameters<typeof place>[0] = []) => place(["payer", ...path]) }],
      ),
    ],
    sources: [
      ...loaded.sources,
      ...ownPolicies.map(({ value: { id, source, read }, file, place }) => ({
        value: { id, ...source, address: source.address ?? null, tier: "payer" as const, how: howOf(read) },
        file,
        place,
      })),
    ],
    policies: [
      ...loaded.policies,
      ...ownPolicies.map(({ value: { payer, source: _source, ...value }, file, place }) => ({
        value: {
          ...value,
          payers: [typeof payer === "string" ? payer : payer.id],
          cite: [{ source: value.id, how: howOf(value.read) }],
        },
        file,
        place,
      })),
    ],
  };
}

/** The rest of the rulebook, as if there were no own policies: what the book of coding rules is made of. */
export const withoutOwn = (loaded: Loaded): Loaded => ({
  ...loaded,
  sources: loaded.sources.filter((e) => !e.file.startsWith(OWN)),
});

const howOf = (read: string): "in-full" | "in-part" => (read === "full" ? "in-full" : "in-part");
