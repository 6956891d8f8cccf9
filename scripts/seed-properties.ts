import fc from 'fast-check';

/**
 * Before each file of tests: properties start from one seed, so that a build says the same of a commit each time it
 * runs. `TRUSTLINE_SEED` gives another one, to look further than a build does.
 */
fc.configureGlobal({ seed: Number(process.env['TRUSTLINE_SEED'] ?? 20_261_127) });
