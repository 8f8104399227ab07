// What a peer that runs in Node says about its run, and how it reads the facts.
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

export const runs = 3;

/** The first `rows` rows of a CSV file, each an object of numbers by column. */
export async function readFacts(file, rows) {
  const facts = [];
  let columns;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const cells = line.split(',');
    if (columns === undefined) {
      columns = cells;
    } else {
      facts.push(Object.fromEntries(columns.map((column, i) => [column, Number(cells[i])])));
    }
    if (facts.length === rows) break;
  }
  return facts;
}

/** The processor time that this process has had so far, with all its threads: what others take does not count. */
export function processorSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** How much of it `action` takes at best. */
export async function bestSeconds(action) {
  let best = Infinity;
  for (let run = 0; run < runs; ++run) {
    const start = processorSeconds();
    await action();
    best = Math.min(best, processorSeconds() - start);
  }
  return best;
}

/** The version of a package as it is installed, which need not export its package.json. */
export function versionOf(name) {
  return JSON.parse(readFileSync(`${process.cwd()}/node_modules/${name}/package.json`, 'utf8')).version;
}

/** One line of JSON, before the answers are written, which is no part of deciding. */
export function report(name, rows, loadSeconds, decideSeconds) {
  console.log(JSON.stringify({
    name,
    rows,
    load_seconds: loadSeconds,
    decide_seconds: decideSeconds,
    peak_kib: process.resourceUsage().maxRSS,
  }));
}
