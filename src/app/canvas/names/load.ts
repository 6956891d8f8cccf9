/** Names over the drawing come after the first canvas: until then elements show their own. */
export const loadNames = () => import('./index.ts');
