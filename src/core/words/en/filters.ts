/** What is wrong with a filter of a threat type. The first ones say why it cannot be read, the last why an atom never holds. */
export const filters = {
  'too-long': ({ limit }: { limit: number }) => `The filter is longer than ${limit} characters`,
  'too-deep': ({ limit }: { limit: number }) => `The filter is nested more than ${limit} levels deep`,
  'open-quote': 'The closing quote is missing',
  'open-name': 'The closing "]" is missing',
  'open-bracket': '")" expected',
  'unexpected-character': ({ character }: { character: string }) =>
    `Unexpected character ${JSON.stringify(character)}`,
  'operator-expected': '"and" or "or" expected',
  'subject-expected': ({ found }: { found: string }) =>
    `"source", "target" or "flow" expected${found === '' ? '' : `, not "${found}"`}`,
  'is-expected': '"is" expected',
  'is-or-crosses-expected': '"is" or "crosses" expected',
  'crosses-needs-flow': 'Only a flow crosses a boundary',
  'property-expected': ({ subject }: { subject: string }) => `Property name expected after "${subject}."`,
  'boundary-expected': 'Boundary id in single quotes expected',
  'type-expected': 'Type id in single quotes expected',
  'value-expected': 'Value in single quotes expected',
  'deleted-name': ({ name }: { name: string }) =>
    `[${name}] names something that was deleted from the template`,
  'no-type': ({ typeId }: { typeId: string }) => `The template has no type "${typeId}"`,
  'no-property': ({ property }: { property: string }) => `The template has no property "${property}"`,
  'no-value': ({ property, value }: { property: string; value: string }) =>
    `"${value}" is not a value of "${property}"`,
};
