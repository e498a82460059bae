/**
 * The entry of the command line. It holds nothing but the check of the Node version, so that a Node too
 * old for the rest says so in words; everything else is loaded behind it.
 */
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major > 20 || (major === 20 && minor >= 19)) {
  void import("./program.ts").then((program) => program.run(process.argv.slice(2)));
} else {
  process.stderr.write(`needlepoint: Node 20.19 or newer is needed, this is ${process.versions.node}.\n`);
  process.exitCode = 1;
}
