export async function run(argv: string[]): Promise<void> {
  process.stdout.write(`${argv.join(" ")}\n`);
}
