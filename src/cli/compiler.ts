/** The rulebook compiler as the build calls it: a folder in, the artefact as JSON text (or null) and the findings as text out. */
export async function compileForBuild(_dir: string): Promise<{ json: string | null; text: string }> {
  return { json: "{}", text: "The rulebook compiler is not here yet." };
}
