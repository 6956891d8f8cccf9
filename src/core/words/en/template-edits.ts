/** What commands on a template name what they make. */
export const templateEdits = {
  copyOf: ({ name }: { name: string }) => `${name} (copy)`,
};
