import base from './playwright.config.ts';

/** `npm run pictures`: makes the pictures of the README and the guide from the app itself. */
export default { ...base, testMatch: '*.pictures.ts', retries: 0, workers: 1 };
