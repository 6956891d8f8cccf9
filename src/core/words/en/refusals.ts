/** What a file was to hold, by its name or by who asks. */
type Wanted = 'model' | 'template' | 'any';

const WANTED: Readonly<Record<Wanted, string>> = {
  model: 'a threat model',
  template: 'a template',
  any: 'a threat model or a template',
};

const not = (wanted: Wanted): string => `, not ${WANTED[wanted]}`;

const UNPACK = '. Unpack it first';
const OPEN_MODEL = '. A report cannot be opened: open its model';

/** Archives and other binary files, each with what to do instead. */
const ARCHIVES = {
  zip: ['a zip archive (or an Office file)', '. Unpack it and open what is inside'],
  gzip: ['a gzip archive', UNPACK],
  '7z': ['a 7z archive', UNPACK],
  rar: ['a rar archive', UNPACK],
} as const;

const BINARIES = {
  unknown: ['a binary file', ''],
  png: ['a picture (PNG)', ''],
  jpeg: ['a picture (JPEG)', ''],
  gif: ['a picture (GIF)', ''],
  pdf: ['a PDF', OPEN_MODEL],
  office: ['an old Office or Visio file', '. Save a drawing as .vsdx in Visio, and open that'],
} as const;

const thisIs = ([what, instead]: readonly [string, string], wanted: Wanted): string =>
  `This is ${what}${not(wanted)}${instead}`;

/** What stands in a file instead of what was wanted. */
type Found =
  | { readonly what: 'other'; readonly root: string }
  | { readonly what: 'unwanted'; readonly root: string; readonly wanted: string }
  | { readonly what: 'template' | 'model' | 'empty-model' | 'empty-template' };

/** Why a file was refused, by cause. Texts are sentences without a full stop. */
export const refusals = {
  empty: ({ blank }: { blank: boolean }) =>
    blank ? 'The file contains only white space' : 'The file is empty',
  'too-large': ({ mebibytes }: { mebibytes: number }) =>
    `The file is larger than ${mebibytes} MiB, the most that is read`,
  zip: ({ what, wanted }: { what: keyof typeof ARCHIVES; wanted: Wanted }) => thisIs(ARCHIVES[what], wanted),
  binary: ({ what, wanted }: { what: keyof typeof BINARIES; wanted: Wanted }) =>
    thisIs(BINARIES[what], wanted),
  html: ({ what, wanted }: { what: 'report' | 'sign-in' | 'page'; wanted: Wanted }) => {
    if (what === 'report') return thisIs(['a report (HTML)', OPEN_MODEL], wanted);
    if (what === 'sign-in')
      return `This is the page of a web site that asks to sign in (HTML)${not(wanted)}. Sign in there and save the raw file itself`;
    return `This is a web page (HTML)${not(wanted)}: perhaps a hosting site's page about the file. Save the raw file itself and open that`;
  },
  encoding: ({ bad }: { bad: { readonly byte: string; readonly offset: number } | 'utf-16' }) =>
    bad === 'utf-16'
      ? 'The text is not valid UTF-16. Save the file as UTF-8'
      : `The text is not valid UTF-8: byte ${bad.byte} at offset ${bad.offset}. Save the file as UTF-8`,
  'not-xml': ({
    what,
    wanted,
  }: {
    what: 'conflict' | 'lfs' | 'missing-page' | 'rtf' | 'json' | 'unknown';
    wanted: Wanted;
  }) => {
    switch (what) {
      case 'conflict':
        return 'Git has left both versions of a conflict in this file. Settle it there, or take one of the two';
      case 'lfs':
        return 'This is the pointer that Git LFS keeps in place of the file. Fetch the file itself (git lfs pull)';
      case 'missing-page':
        return `This is the answer of a web site that has no such file${not(wanted)}. Look for its address there`;
      case 'rtf':
        return `This is a formatted text (RTF)${not(wanted)}`;
      case 'json':
        return `This is JSON${not(wanted)}`;
      case 'unknown':
        return `This is not an XML file${not(wanted)}: it does not begin with "<"`;
    }
  },
  doctype: 'The file has a document type declaration (DOCTYPE), which is not read',
  'no-member': ({ format, member }: { format: string; member: string }) =>
    `This looks like a file of ${format}, but it has no ${JSON.stringify(member)}`,
  inflates: 'What is packed in the file becomes more than is read',
  'bad-packing': 'What is packed in the file is damaged',
  library: 'This is a library of stencils, not a diagram',
  'no-diagram': 'There is no data flow diagram on any page',
  'bad-json': ({ said }: { said: string }) => `The JSON is damaged: ${said}`,
  'bad-yaml': ({ said }: { said: string }) => `The YAML is damaged: ${said}`,
  malformed: ({ said }: { said: string }) => `The XML is damaged: ${said}`,
  truncated: ({ at }: { at: { readonly unclosed: string } | 'root' | 'outside' }) => {
    if (at === 'root') return 'The file has no elements';
    const where = at === 'outside' ? '' : `: <${at.unclosed}> is not closed`;
    return `The file ends too early${where}. It may be cut off`;
  },
  'too-deep': ({ limit }: { limit: number }) => `Elements are nested more than ${limit} levels deep`,
  'too-many-elements': ({ limit }: { limit: number }) =>
    `The file has more than ${limit} elements, the most that are read`,
  'wrong-root': (found: Found) => {
    switch (found.what) {
      case 'other':
        return `This is XML, but no threat model (<ThreatModel>) and no template (<KnowledgeBase>): its root is <${found.root}>`;
      case 'unwanted':
        return `The root is <${found.root}>, not <${found.wanted}>`;
      case 'template':
        return 'This is a template (.tb7), not a threat model';
      case 'model':
        return 'This is a threat model (.tm7), not a template';
      case 'empty-model':
        return 'The threat model is empty: it has neither diagrams nor a template';
      case 'empty-template':
        return 'The template is empty';
    }
  },
  /** Of a file that was to be written, not of one that was read. */
  differs: ({ path }: { path: string }) => `It would say something else in ${path}`,
};
