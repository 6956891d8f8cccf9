/** Fetched where a diagram is empty, or when they are asked for. */
export const loadFirstSteps = () => import('./index.tsx');
