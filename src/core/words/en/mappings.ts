/** Why a file with the choices of a change of template is refused. */
export const mappings = {
  'mapping-too-long': ({ limit }: { limit: number }) => `The mapping file is longer than ${limit} characters`,
  'mapping-no-json': 'The mapping file is no JSON',
  'mapping-other': 'The file is no mapping of Trustline, or of a newer version of it',
  'mapping-too-many': ({ limit }: { limit: number }) => `The mapping file has more than ${limit} entries`,
  'mapping-entry': ({ id }: { id: string }) =>
    `The mapping file says for "${id}" what is neither an id nor "keep"`,
};
