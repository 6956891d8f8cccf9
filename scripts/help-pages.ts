import { readFileSync } from 'node:fs';
import path from 'node:path';
import { marked, type Token, type Tokens } from 'marked';
import type { Plugin } from 'vite';
import type { Block, Inline } from '../src/app/help/blocks.ts';
import { LICENSES_FILE, thirdPartyLicenses } from './third-party-licenses.ts';

const NAME = 'virtual:help-pages';
const GUIDE = 'docs/guide.md';
const NEWS = 'CHANGELOG.md';

/** What a heading is named by in links, as code hosts make it of its text. */
export const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');

/** The text of Markdown without its escapes: a lexer leaves those for HTML. */
const plain = (text: string): string =>
  text.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '',
  );

function inlineOf(token: Token): readonly Inline[] {
  const inner = (): readonly Inline[] => inlinesOf('tokens' in token ? token.tokens : undefined);
  switch (token.type) {
    case 'strong':
    case 'em':
      return [{ kind: token.type, content: inner() }];
    case 'codespan':
      return [{ kind: 'code', text: token.text }];
    case 'link':
      // What lies beside the guide is not in the app: its name stays.
      return token.href.startsWith('#')
        ? [{ kind: 'link', to: token.href.slice(1), content: inner() }]
        : inner();
    case 'text':
      return 'tokens' in token && token.tokens !== undefined
        ? inner()
        : [plain(token.text).replace(/\n/g, ' ')];
    case 'escape':
      return [token.text];
    case 'br':
      return [' '];
    default:
      throw new Error(`The help does not show ${token.type}: ${token.raw}`);
  }
}

const inlinesOf = (tokens: readonly Token[] | undefined): readonly Inline[] =>
  (tokens ?? []).flatMap(inlineOf);

/** The text of what runs, without what it is. */
const textOf = (content: readonly Inline[]): string =>
  content
    .map((one) => (typeof one === 'string' ? one : one.kind === 'code' ? one.text : textOf(one.content)))
    .join('');

/** A paragraph, or the picture that stands there alone. */
function paragraphOf(tokens: readonly Token[]): Block {
  const [only, ...more] = tokens;
  if (only?.type === 'image' && more.length === 0)
    return { kind: 'picture', address: only.href, text: plain(only.text) };
  return { kind: 'paragraph', content: inlinesOf(tokens) };
}

function blockOf(token: Token): readonly Block[] {
  switch (token.type) {
    case 'space':
      return [];
    case 'heading': {
      const content = inlinesOf(token.tokens);
      return [{ kind: 'heading', depth: token.depth, id: slugOf(textOf(content)), content }];
    }
    case 'paragraph':
    case 'text':
      return [paragraphOf(token.tokens ?? [])];
    case 'list': {
      const items = (token as Tokens.List).items.map((item) => item.tokens.flatMap(blockOf));
      return [{ kind: 'list', ordered: token.ordered, items }];
    }
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      const cells = (row: readonly Tokens.TableCell[]) => row.map((cell) => inlinesOf(cell.tokens));
      return [{ kind: 'table', head: cells(header), rows: rows.map(cells) }];
    }
    case 'code':
      return [{ kind: 'code', text: token.text }];
    default:
      throw new Error(`The help does not show ${token.type}: ${token.raw}`);
  }
}

/**
 * Markdown as blocks that the app draws without any HTML. Addresses of pictures are as they stand. Headings of
 * one name are told apart by numbers, as code hosts do. Throws on what the help has no block for.
 */
export function blocksOf(markdown: string): readonly Block[] {
  const blocks = marked.lexer(markdown).flatMap(blockOf);
  const seen = new Map<string, number>();
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    const before = seen.get(block.id) ?? 0;
    seen.set(block.id, before + 1);
    return before === 0 ? block : { ...block, id: `${block.id}-${before}` };
  });
}

/** The module that `virtual:help-pages` is: the pages as data, their pictures as files of the build. */
function moduleOf(root: string): string {
  const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
  const guide = blocksOf(read(GUIDE));
  const files = guide.flatMap((block) => (block.kind === 'picture' ? [block.address] : []));
  const imports = files.map(
    (file, index) =>
      `import p${index} from ${JSON.stringify(`${path.join(root, path.dirname(GUIDE), file)}?url`)};`,
  );
  const pictures = `{${files.map((file, index) => `${JSON.stringify(file)}: p${index}`).join(', ')}}`;
  const { version }: { version: string } = JSON.parse(read('package.json'));
  return [
    ...imports,
    `const pictures = ${pictures};`,
    'const placed = (block) => block.kind === "picture" ? { ...block, address: pictures[block.address] } : block;',
    `export const guide = ${JSON.stringify(guide)}.map(placed);`,
    `export const news = ${JSON.stringify(blocksOf(read(NEWS)))};`,
    `export const licence = ${JSON.stringify(read('LICENSE'))};`,
    `export const version = ${JSON.stringify(version)};`,
    `export const others = ${JSON.stringify(LICENSES_FILE)};`,
  ].join('\n');
}

/** Makes the pages of the help of the documents of the project, and serves the licences of others while one works. */
export const helpPages = (root: string): Plugin => ({
  name: 'help-pages',
  resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
  load(id) {
    if (id !== `\0${NAME}`) return undefined;
    for (const file of [GUIDE, NEWS, 'LICENSE', 'package.json']) this.addWatchFile(path.join(root, file));
    return moduleOf(root);
  },
  configureServer(server) {
    server.middlewares.use(`/${LICENSES_FILE}`, (_, response) => {
      response.setHeader('Content-Type', 'text/plain; charset=utf-8');
      response.end(thirdPartyLicenses(root));
    });
  },
});
