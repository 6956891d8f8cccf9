import { type Steps, shownText } from '../base/index.ts';
import {
  categoryId,
  elementTypes,
  findCategory,
  type Template,
  THREAT_TEXT,
  type ThreatType,
  threatTypeId,
} from '../document/index.ts';
import {
  type CompiledTemplate,
  type CompiledThreatType,
  compileTemplate,
  type FilterProblem,
  PLACEHOLDERS,
} from '../engine/index.ts';
import { type Atom, isAtom, parseFilter, walk } from '../filters/index.ts';
import type { FindingSaid } from '../words/later.ts';
import type { Finding, Fix } from './findings.ts';
import { canHold } from './possible.ts';

/** What is wrong with the categories, threat types and rules of a template, in the order of the file. */
export function* threatFindings(template: Template, compiled: CompiledTemplate): Steps<readonly Finding[]> {
  const findings: Finding[] = [...categoryFindings(template), ...metadataFindings(template)];
  for (const [index, one] of compiled.threatTypes.entries()) {
    findings.push(...typeFindings(template, one, index));
    yield;
  }
  for (const problem of compiled.problems) {
    findings.push(ruleFinding(template, problem));
    yield;
  }
  return findings;
}

function categoryFindings(template: Template): readonly Finding[] {
  const { threatCategories, threatTypes } = template;
  const used = new Set(threatTypes.map(({ categoryId }) => findCategory(template, categoryId)));
  return threatCategories.flatMap((category, index): Finding[] => {
    const { id, name } = category;
    const item = { kind: 'category', id } as const;
    const shown = shownText(name.trim() === '' ? id : name);
    const other = threatCategories.find((one) => one.id === id);
    if (other !== undefined && other !== category) {
      return [
        {
          code: 'duplicate-category',
          params: { name: shown, other: shownText(other.name), id: shownText(id) },
          severity: 'error',
          item,
          fix: { kind: 'new-id', list: 'threatCategories', index },
        },
      ];
    }
    return [
      ...(name.trim() === ''
        ? [{ code: 'no-category-name', params: { id: shownText(id) }, severity: 'warning', item } as const]
        : []),
      ...(used.has(category)
        ? []
        : [{ code: 'empty-category', params: { name: shown }, severity: 'info', item } as const]),
    ];
  });
}

/** The Windows tool shows these of every threat; the other texts are made of the threat type. */
const EXPECTED = [THREAT_TEXT.title, THREAT_TEXT.category, THREAT_TEXT.description, THREAT_TEXT.priority];

function metadataFindings({ threatMetadata: { datums }, threatTypes }: Template): readonly Finding[] {
  if (threatTypes.length === 0) return [];
  return EXPECTED.filter((name) => !datums.some((datum) => datum.name === name)).map((property) => ({
    code: 'no-threat-property',
    params: { property },
    severity: 'warning',
    item: null,
  }));
}

const titleOf = ({ shortTitle, id }: ThreatType): string =>
  shownText(shortTitle.trim() === '' ? id : shortTitle);

function typeFindings(
  template: Template,
  { threatType, include, exclude }: CompiledThreatType,
  index: number,
): readonly Finding[] {
  const findings: Finding[] = [];
  const title = titleOf(threatType);
  const item = { kind: 'threat-type', id: threatType.id } as const;
  const say = (severity: Finding['severity'], said: FindingSaid, fix?: Fix): void => {
    findings.push({ ...said, severity, item, ...(fix === undefined ? {} : { fix }) });
  };
  const other = template.threatTypes.find(({ id }) => id === threatType.id);
  if (other !== undefined && other !== threatType) {
    const params = { name: title, other: titleOf(other), id: shownText(threatType.id) };
    say('error', { code: 'duplicate-threat-type', params }, { kind: 'new-id', list: 'threatTypes', index });
  }
  if (threatType.shortTitle.trim() === '') say('warning', { code: 'no-title', params: { id: title } });
  if (threatType.description.trim() === '') say('info', { code: 'no-description', params: { title } });
  if (findCategory(template, threatType.categoryId) === undefined) {
    const [only, ...more] = template.threatCategories;
    const fix: Fix | undefined =
      only === undefined || more.length > 0
        ? undefined
        : { kind: 'set-category', threatTypeId: threatType.id, to: only.id };
    say('error', { code: 'no-category', params: { title, category: shownText(threatType.categoryId) } }, fix);
  }
  textFindings(template, threatType, title, say);
  if (threatType.filters.include.trim() === '') say('warning', { code: 'no-rule', params: { title } });
  else if (include !== undefined) {
    if (!canHold(template, include)) say('warning', { code: 'never-included', params: { title } });
    else if (exclude !== undefined) {
      const both = {
        kind: 'and',
        operands: [include, { kind: 'not', operand: exclude, start: 0, length: 0 }],
        start: 0,
        length: 0,
      } as const;
      if (!canHold(template, both)) say('warning', { code: 'always-excluded', params: { title } });
    }
  }
  return findings;
}

/** What is filled in, in any case of letters. */
const FILLED: ReadonlySet<string> = new Set(PLACEHOLDERS.map((one) => one.toLowerCase()));
/** What somebody meant as a placeholder; other braces are text. */
const MEANT = /\{\s*(?:source|target|flow)\b[^{}\r\n]{0,60}\}/gi;

function textFindings(
  template: Template,
  { shortTitle, description, datums }: ThreatType,
  title: string,
  say: (severity: Finding['severity'], said: FindingSaid) => void,
): void {
  const values = datums.flatMap((datum) => datum.values ?? []).filter((value) => value !== null);
  const strange = new Set(
    [shortTitle, description, ...values].flatMap((text) =>
      (text.match(MEANT) ?? []).filter((found) => !FILLED.has(found.toLowerCase())),
    ),
  );
  for (const placeholder of strange)
    say('warning', { code: 'unknown-placeholder', params: { title, placeholder: shownText(placeholder) } });
  for (const { name, label, values: own } of datums) {
    const property = shownText(label || name);
    const datum = template.threatMetadata.datums.find((one) => one.name === name);
    if (datum === undefined) {
      say('info', { code: 'unknown-threat-property', params: { title, property } });
      continue;
    }
    const value = own?.[0];
    // A list of one empty choice is a text in the templates of the Windows tool.
    const isList = datum.attributeType === 1 && (datum.values ?? []).some(Boolean);
    if (isList && value !== null && value !== undefined && value !== '' && !datum.values?.includes(value))
      say('warning', { code: 'value-not-in-list', params: { title, property, value: shownText(value) } });
  }
}

/** What is wrong with the text of one filter, as if a threat type had it to be included. */
export function filterFindings(template: Template, text: string): readonly Finding[] {
  const type: ThreatType = {
    id: threatTypeId(''),
    shortTitle: '',
    categoryId: categoryId(''),
    relatedCategory: null,
    description: '',
    filters: { include: text, exclude: '' },
    datums: [],
    isExtension: false,
  };
  const probe = { ...template, threatTypes: [type] };
  return compileTemplate(probe).problems.map((problem) => ruleFinding(probe, problem));
}

function ruleFinding(template: Template, problem: FilterProblem): Finding {
  const { threatTypeId, filter, severity, position, length } = problem;
  const threatType = template.threatTypes.find(({ id }) => id === threatTypeId);
  const title = threatType === undefined ? threatTypeId : titleOf(threatType);
  const fix = threatType && repairOf(template, threatType, problem);
  return {
    code: 'broken-rule',
    params: { title, filter, problem },
    severity,
    item: { kind: 'threat-type', id: threatTypeId },
    place: { filter, start: position, length },
    ...(fix === undefined ? {} : { fix }),
  };
}

/** A name in brackets is put right where one thing of the template, and only one, is called that. */
function repairOf(
  template: Template,
  threatType: ThreatType,
  { filter, position, code }: FilterProblem,
): Fix | undefined {
  if (code !== 'deleted-name') return undefined;
  const parsed = parseFilter(threatType.filters[filter]);
  if (!parsed.ok) return undefined;
  let broken: Extract<Atom, { kind: 'broken' }> | undefined;
  walk(parsed.value, (node) => {
    if (isAtom(node) && node.kind === 'broken' && node.start === position) broken = node;
  });
  if (broken === undefined) return undefined;
  const to = meantBy(template, broken);
  return to === undefined
    ? undefined
    : { kind: 'rewrite', threatTypeId: threatType.id, filter, ...broken.at, to };
}

function meantBy(
  template: Template,
  { part, displayName }: Extract<Atom, { kind: 'broken' }>,
): string | undefined {
  const called = (name: string): boolean => name.trim().toLowerCase() === displayName.trim().toLowerCase();
  const types = [...elementTypes(template).values()];
  if (part === 'type' || part === 'boundary') {
    const ids = types.filter(({ name }) => called(name)).map(({ id }) => id);
    const [id, ...more] = ids;
    return id === undefined || more.length > 0 || id.includes("'") ? undefined : `'${id}'`;
  }
  if (part === 'value') return displayName.includes("'") ? undefined : `'${displayName}'`;
  const names = new Set(
    types.flatMap(({ attributes }) =>
      attributes.filter((one) => called(one.displayName)).map((one) => one.name),
    ),
  );
  const [name, ...more] = names;
  return name === undefined || more.length > 0 || !/^[A-Za-z0-9_.-]+$/.test(name) ? undefined : name;
}
