/** Before each file of tests of the app: Node paints nothing, so the next picture is the next task. */
globalThis.requestAnimationFrame ??= (run) => Number(setTimeout(run, 0, performance.now()));
