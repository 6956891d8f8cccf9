const ICON = 56;
const GAP = 20;
const MARGIN = 16;

/** A card's picture: some of the template's icons in a row on a light ground, for light and dark pages. */
export function templateCard(names: readonly string[], drawings: ReadonlyMap<string, string>): string {
  const width = 2 * MARGIN + names.length * ICON + (names.length - 1) * GAP;
  const height = 2 * MARGIN + ICON;
  const placed = names.map((name, index) => {
    const drawing = drawings.get(name);
    if (drawing === undefined) throw new Error(`A card wants the icon ${name}, which is not there.`);
    const x = MARGIN + index * (ICON + GAP);
    return drawing.trim().replace('<svg ', `<svg x="${x}" y="${MARGIN}" width="${ICON}" height="${ICON}" `);
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    // Dark outlines need something light behind them on a dark page.
    `<rect width="${width}" height="${height}" rx="8" fill="#f4f8fb"/>`,
    ...placed,
    '</svg>',
    '',
  ].join('\n');
}
