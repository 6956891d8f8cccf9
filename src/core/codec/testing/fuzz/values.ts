/** What is put where something else is due, as bytes of UTF-8 with a character for each. */
const binary = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

/** Contents of elements and attributes: edges of numbers, spellings, ids, what XML and .NET treat apart. */
export const VALUES: readonly [string, ...string[]] = [
  '',
  ...[
    ' ',
    '\n',
    '\r\n',
    '\t x\n',
    ' x ',
    'x',
    '0',
    '1',
    '-1',
    '-0',
    '7,5',
    '7.5',
    '1e300',
    '1E-7',
    'NaN',
    'INF',
  ],
  ...['2147483647', '2147483648', '-2147483649', '99999999999999999999', '0x10', '+5', '1_000'],
  ...['true', 'TRUE', 'false', 'null', 'None', 'North', 'Deleted', 'Mitigated', 'Static', 'Dynamic'],
  ...['constructor', '__proto__', 'toString', 'hasOwnProperty', 'length', 'ROOT', 'root'],
  ...[
    'a:b',
    ':',
    'i:nil',
    'c:string',
    'b:HeaderDisplayAttribute',
    'b:ListDisplayAttribute',
    'a:ArrayOfstring',
  ],
  ...['a/b', '/', 'a/1', '#', '#/x', '=Name', 'Value/', "source is 'ROOT'", '(', '{source.Name}', '{'],
  ...['00000000-0000-0000-0000-000000000000', '00000000-0000-4000-8000-000000000001'],
  ...['{00000000-0000-4000-8000-00000000000A}', '00000000-0000-4000-8000-00000000000A'],
  ...[
    '0001-01-01T00:00:00',
    '2026-02-30T25:61:61Z',
    '&#xB;',
    '&#x0;',
    '&#11;',
    '&#xFFFE;',
    '&#xFFFF;',
    '&#xD;',
  ],
  ...['&amp;lt;', '&lt;b&gt;', ']]&gt;', '&quot;', '&apos;', '&#x1F600;', '&#xFDD0;'],
  ...[
    '\uFDD0',
    '\uFDE1',
    '\uE000',
    '\u{1F600}',
    '\u200B',
    'e\u0301',
    '\u202E',
    '\u2028',
    '\u0085',
    'ﬀ',
    'İ',
  ].map(binary),
  'x'.repeat(3000),
];

/** What only stands between tags. */
export const MARKUP: readonly [string, ...string[]] = [
  '<![CDATA[x]]>',
  '<![CDATA[]]>',
  '<!-- c -->',
  '<?p i?>',
  '<x/>',
  '<x xmlns=""/>',
  '<x xmlns="urn:x"><y i:type="n:t" xmlns:i="http://www.w3.org/2001/XMLSchema-instance"/></x>',
  '<x><y/> text <y/></x>',
  '<x i:type="x" xmlns:i="http://www.w3.org/2001/XMLSchema-instance"/>',
  '<Value i:nil="true" xmlns:i="http://www.w3.org/2001/XMLSchema-instance"/>',
  '<Name>twin</Name>',
  '\n  ',
  'stray text',
  '&#xB;',
];

/** Attributes that are put into tags. */
export const ATTRIBUTES: readonly [string, ...string[]] = [
  ' x="1"',
  ' xmlns="urn:other"',
  ' xmlns=""',
  ' xmlns:q="urn:q" q:x="a"',
  ' xmlns:a="urn:a"',
  ' xmlns:i="urn:i"',
  ' xml:space="preserve"',
  ' xml:lang="en"',
  ' i:nil="true"',
  ' i:nil="1"',
  ' i:nil="false"',
  ' i:type="c:string"',
  ' i:type="none:such"',
  ' i:type="bare"',
  ' xsi:nil="true"',
  ' xsi:type="xsd:string"',
  ' z:Id="i1" xmlns:z="http://schemas.microsoft.com/2003/10/Serialization/"',
  ' z:Ref="i1" xmlns:z="http://schemas.microsoft.com/2003/10/Serialization/"',
];

/** Names of elements that many records look for, or that a look-up may trip over. */
export const NAMES: readonly [string, ...string[]] = [
  ...(['constructor', '__proto__', 'toString', 'Value', 'Key', 'Name', 'Id', 'Guid', 'F', 'xml'] as const),
];
