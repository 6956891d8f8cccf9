/** Fetched early, and shown when a stencil waits to be placed. */
export const loadPlacing = () => import('./index.tsx');
