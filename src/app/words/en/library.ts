/** *Your templates*, on the start page and where a template is chosen. */
export const library = {
  title: 'Your templates',
  version: ({ version }: { version: string }) => `version ${version}`,
  unnamed: 'Unnamed template',
  use: ({ name, version }: { name: string; version: string }) => `New model on ${name}, version ${version}`,
  choose: ({ name, version }: { name: string; version: string }) => `${name}, version ${version}`,
  edit: ({ name }: { name: string }) => `Open ${name}`,
  save: ({ name }: { name: string }) => `Save ${name} as a file`,
  forget: ({ name, version }: { name: string; version: string }) => `Forget ${name}, version ${version}`,
  newer: ({ file, name, own, version }: { file: string; name: string; own: string; version: string }) =>
    `${file} uses version ${own} of ${name}; your templates have version ${version}`,
  unreadable: ({ file }: { file: string }) => `${file} could not be read from your templates.`,
  change: 'See what would change…',
};
