/** The schema of the standard with its errata, which a reader may check the file by. */
export const SARIF_SCHEMA =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/**
 * Text that a reader shows as it is: a brace that stands for itself is doubled (3.11.5), and no brackets become a link
 * (3.11.6).
 */
export const sarifMessage = (text: string) => ({
  text: text.replace(/[{}]/g, '$&$&').replaceAll('](', '\\]('),
});

/** A relative address (RFC 3986) of a path with forward slashes; its parts hold whatever a file may be called. */
export const sarifAddress = (path: string): string =>
  path
    .split('/')
    .map((part) => encodeURIComponent(part.replace(/\p{Cs}/gu, '\uFFFD')))
    .join('/');
