/**
 * `npm run fuzz -- --count 100000 --seed 0`: changes sound files at random and looks at what the readers make of
 * them. The laws are those of `src/core/codec/testing/fuzz`; here are the bounds of time and memory, for which every
 * input is read in a thread that can be stopped. The first input that breaks one ends the run: its number and a
 * smaller input that still breaks it are printed, and the exit code is 1.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import {
  type Base,
  corpusBases,
  foreignBases,
  inputOf,
  ownBases,
  textOf,
} from '../src/core/codec/testing/fuzz/inputs.ts';
import { smallest } from '../src/core/codec/testing/fuzz/smallest.ts';

/** An input may take this long on a processor, in milliseconds: a busy machine is no fault of ours. */
const LONGEST = 2000;
/** Memory of the thread, in MiB. */
const MOST_MEMORY = 512;
/** Slots of what the thread shares: the seed under way, how many were read, refused. */
const [AT, READ, REFUSED, SLOTS] = [0, 1, 2, 3];

interface Job {
  readonly from: number;
  readonly count: number;
  readonly all: boolean;
  readonly shared: SharedArrayBuffer;
}

interface Found {
  readonly seed: number;
  readonly name: string;
  readonly law: string;
  readonly detail: string;
  readonly input: string;
}

function bases(): readonly [Base, ...Base[]] {
  const [first, ...rest] = [...ownBases(), ...foreignBases(), ...corpusBases()];
  if (first === undefined) throw new Error('There is no file to start from');
  return [first, ...rest];
}

function work({ from, count, all, shared }: Job): void {
  const slots = new Int32Array(shared);
  const files = bases();
  for (let seed = from; seed < from + count; seed++) {
    Atomics.store(slots, AT, seed);
    const input = inputOf(seed, files);
    const { read, fault } = input.base.judged(textOf(input));
    Atomics.add(slots, read ? READ : REFUSED, 1);
    if (fault === undefined) continue;
    // Making it smaller takes many readings: that is no hang.
    Atomics.store(slots, AT, -1);
    const found: Found = { seed, name: input.base.name, ...fault, input: smallest(input, fault) };
    parentPort?.postMessage(found);
    if (!all) return;
  }
}

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

function tell({ seed, name, law, detail, input }: Found): void {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'trustline-fuzz-')), `${seed}.txt`);
  writeFileSync(file, Buffer.from(input, 'latin1'));
  console.error(`\nSeed ${seed} (${name}) breaks: ${law}.\n${detail}`);
  console.error(
    `The smallest input found, ${input.length} bytes: ${file}\n${JSON.stringify(input.slice(0, 2000))}`,
  );
  console.error(`Again: npm run fuzz -- --seed ${seed} --count 1`);
}

function run(from: number, count: number, all: boolean): void {
  const shared = new SharedArrayBuffer(SLOTS * Int32Array.BYTES_PER_ELEMENT);
  const slots = new Int32Array(shared);
  Atomics.store(slots, AT, -1);
  const workerData: Job = { from, count, all, shared };
  // A thread knows nothing of TypeScript before it is told.
  const start = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(import.meta.url)}); })`;
  const worker = new Worker(start, {
    eval: true,
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
  });
  let faults = 0;
  const fail = (found: Found): void => {
    faults++;
    tell(found);
  };
  const unfinished = (law: string): Found => {
    const files = bases();
    const input = inputOf(Atomics.load(slots, AT), files);
    return { seed: input.seed, name: input.base.name, law, detail: '', input: textOf(input) };
  };
  let since = { seed: -1, cpu: cpu(), told: 0 };
  const watch = setInterval(() => {
    const seed = Atomics.load(slots, AT);
    if (seed !== since.seed) since = { ...since, seed, cpu: cpu() };
    else if (seed >= 0 && cpu() - since.cpu > LONGEST) {
      clearInterval(watch);
      fail(unfinished(`an input is read, written and read again within ${LONGEST} ms`));
      void worker.terminate();
    }
    const done = Math.floor((Atomics.load(slots, READ) + Atomics.load(slots, REFUSED)) / 10_000);
    if (done > since.told) {
      since = { ...since, told: done };
      console.log(`${done * 10_000} inputs`);
    }
  }, 100);
  worker.on('message', fail);
  worker.on('error', (error) => fail(unfinished(`memory stays below ${MOST_MEMORY} MiB (${error.message})`)));
  worker.on('exit', () => {
    clearInterval(watch);
    const [read, refused] = [Atomics.load(slots, READ), Atomics.load(slots, REFUSED)];
    console.log(
      `${read + refused} inputs from seed ${from}: ${read} read, ${refused} refused, ${faults} faults.`,
    );
    process.exitCode = faults === 0 ? 0 : 1;
  });
}

function number(text: string, name: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} wants a whole number from 0 to 999999999`);
  return Number(text);
}

if (isMainThread) {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '0' },
      /** Goes on after a fault. */
      all: { type: 'boolean', default: false },
    },
  });
  run(number(values.seed, 'seed'), number(values.count, 'count'), values.all);
} else work(workerData);
