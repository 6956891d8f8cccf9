/**
 * Runs commands of the built command line in one process, which costs its start once: `PROGRAM COMMANDS`, with the built
 * `program.js` and a JSON list of commands. What each ended with and took goes to the fourth channel, a line each.
 */
import { writeSync } from 'node:fs';

const [program, commands] = process.argv.slice(2);
const { runCli } = await import(program);
for (const words of JSON.parse(commands)) {
  const before = process.cpuUsage();
  let err = '';
  const code = await runCli(words, {
    out: () => undefined,
    err: (text) => {
      err += `${text}\n`;
    },
    stdin: () => new Uint8Array(),
  });
  const { user, system } = process.cpuUsage(before);
  const { maxRSS } = process.resourceUsage();
  writeSync(
    3,
    `${JSON.stringify({ code, err, mebibytes: maxRSS / 1024, seconds: (user + system) / 1e6 })}\n`,
  );
  // What one command has left is not what the next one takes.
  globalThis.gc?.();
}
