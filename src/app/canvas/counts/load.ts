/** The counts of threats come after the first canvas. */
export const loadCounts = () => import('./index.ts');
