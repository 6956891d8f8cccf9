/** How often each kind of view rendered, counted in development and tests to keep the canvas fast. */
export const renders = { shape: 0, boundary: 0, flow: 0, canvas: 0 };

export function countRender(kind: keyof typeof renders): void {
  renders[kind]++;
}
