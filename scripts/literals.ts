import ts from 'typescript';

/** Attributes, properties and variables whose text a person sees or hears. */
const SEEN = new Set([
  'aria-label',
  'aria-description',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'ariaLabel',
  'action',
  'alt',
  'announce',
  'description',
  'detail',
  'details',
  'heading',
  'hint',
  'keywords',
  'label',
  'message',
  'name',
  'note',
  'placeholder',
  'said',
  'srText',
  'text',
  'title',
  'tooltip',
  'words',
]);

/** Functions, by the place of the argument that a person sees or hears. */
const TOLD: ReadonlyMap<string, number> = new Map([
  ['announce', 0],
  ['commit', 0],
  ['updateModel', 0],
]);

const LETTER = /\p{L}/u;
/** The path of a line in SVG, with `…` for what is worked out. */
const PATH = /^M…[MLHVQCSTAZmlhvqcstaz…\s,.\d-]*$/;
const ENTITY = /&#?\w+;/g;
/** A capital and a second word: a sentence or a title, wherever it stands. */
const PROSE = /^\s*\p{Lu}[^\s]*\s+\p{L}/u;

export interface Literal {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
}

/**
 * The literals in a source file of the app that a person would see or hear: text in JSX; literals in attributes, in
 * properties and in variables of the names in `SEEN`; what is given to `announce` and to `commit`; and all that reads as a
 * sentence, except in errors that are thrown. A literal that is compared or that is an argument of another function
 * is none of them.
 */
export function spokenLiterals(name: string, text: string): readonly Literal[] {
  const kind = name.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, kind);
  const found = new Map<ts.Node, string>();

  const take = (node: ts.Node, value: string): void => {
    if (LETTER.test(value) && !PATH.test(value)) found.set(node, value.trim());
  };

  /** The literals that an expression may come to. */
  const values = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) take(node, node.text);
    else if (ts.isTemplateExpression(node)) {
      take(node, [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…'));
      for (const { expression } of node.templateSpans) values(expression);
    } else if (ts.isConditionalExpression(node)) {
      values(node.whenTrue);
      values(node.whenFalse);
    } else if (ts.isBinaryExpression(node)) {
      if (JOINS.has(node.operatorToken.kind)) values(node.left);
      if (
        JOINS.has(node.operatorToken.kind) ||
        node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken
      )
        values(node.right);
    } else if (ts.isArrayLiteralExpression(node)) node.elements.forEach(values);
    else if (ts.isArrowFunction(node)) {
      if (!ts.isBlock(node.body)) values(node.body);
    } else if (
      ts.isParenthesizedExpression(node) ||
      ts.isAsExpression(node) ||
      ts.isSatisfiesExpression(node) ||
      ts.isNonNullExpression(node) ||
      ts.isSpreadElement(node) ||
      (ts.isJsxExpression(node) && node.expression !== undefined)
    ) {
      if (node.expression !== undefined) values(node.expression);
    }
  };

  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || ts.isThrowStatement(node)) return;
    if (ts.isJsxText(node)) take(node, node.text.replace(ENTITY, ' '));
    else if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) values(node);
    else if (ts.isJsxAttribute(node) && node.initializer !== undefined) {
      if (SEEN.has(node.name.getText(file))) values(node.initializer);
    } else if (ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node)) {
      if (SEEN.has(nameOf(node.name)) && node.initializer !== undefined) values(node.initializer);
    } else if (ts.isCallExpression(node)) {
      const place = TOLD.get(node.expression.getText(file));
      const told = place === undefined ? undefined : node.arguments[place];
      if (told !== undefined) values(told);
    } else if (ts.isStringLiteralLike(node)) {
      if (PROSE.test(node.text)) take(node, node.text);
    } else if (ts.isTemplateExpression(node)) {
      const whole = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('x');
      if (PROSE.test(whole)) values(node);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...found].map(([node, value]) => ({
    line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1,
    text: value.replace(/\s+/g, ' '),
  }));
}

/** Operators that may give either side, or both. */
const JOINS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.PlusToken,
]);

const nameOf = (name: ts.Node): string =>
  ts.isIdentifier(name) || ts.isStringLiteralLike(name) ? name.text : '';
