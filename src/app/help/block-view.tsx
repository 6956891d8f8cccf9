import { createElement, Fragment, type ReactNode } from 'react';
import type { Block, Inline } from './blocks.ts';

/** Goes to another heading of the page. */
export type Go = (id: string) => void;

/** Children that never change places, so that none needs a key. */
const put = (tag: string | typeof Fragment, children: readonly ReactNode[]) =>
  createElement(tag, null, ...children);

function inlineOf(inline: Inline, go: Go): ReactNode {
  if (typeof inline === 'string') return inline;
  switch (inline.kind) {
    case 'code':
      return <code>{inline.text}</code>;
    case 'em':
    case 'strong':
      return put(inline.kind, runs(inline.content, go));
    case 'link':
      return (
        <button type="button" className="help-link" onClick={() => go(inline.to)}>
          {put(Fragment, runs(inline.content, go))}
        </button>
      );
  }
}

const runs = (content: readonly Inline[], go: Go): readonly ReactNode[] =>
  content.map((one) => inlineOf(one, go));

function blockOf(block: Block, go: Go): ReactNode {
  switch (block.kind) {
    case 'heading':
      return null;
    case 'paragraph':
      return put('p', runs(block.content, go));
    case 'picture':
      return <img src={block.address} alt={block.text} loading="lazy" />;
    case 'code':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the page is scrolled by keys
        <pre tabIndex={0}>
          <code>{block.text}</code>
        </pre>
      );
    case 'list': {
      const items = block.items.map((item) =>
        // A line alone needs no paragraph in its item.
        put(
          'li',
          item.map((one) =>
            one.kind === 'paragraph' ? put(Fragment, runs(one.content, go)) : blockOf(one, go),
          ),
        ),
      );
      return put(block.ordered ? 'ol' : 'ul', items);
    }
    case 'table':
      return (
        <table>
          <thead>
            {put(
              'tr',
              block.head.map((cell) => put('th', runs(cell, go))),
            )}
          </thead>
          {put(
            'tbody',
            block.rows.map((row) =>
              put(
                'tr',
                row.map((cell) => put('td', runs(cell, go))),
              ),
            ),
          )}
        </table>
      );
  }
}

interface BlocksProps {
  readonly blocks: readonly Block[];
  readonly go: Go;
}

/** Blocks as the page shows them, made of elements: no text becomes markup. */
export const Blocks = ({ blocks, go }: BlocksProps) =>
  put(
    Fragment,
    blocks.map((block) => blockOf(block, go)),
  );
