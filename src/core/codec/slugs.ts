/** A name in small plain letters, digits and hyphens, as formats want ids; the fallback where nothing of it is left. */
export const slugOf = (name: string, fallback: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 100) || fallback;
