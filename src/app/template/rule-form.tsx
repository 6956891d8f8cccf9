import { FolderPlus, Plus, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import {
  askedProperties,
  askedValues,
  type ElementType,
  elementTypes,
  findElementType,
  lineKindOf,
  shapeKindOf,
  type Template,
  typeTakesFlows,
} from '../../core/document/index.ts';
import { type Atom, type Expression, isAtom, type Subject } from '../../core/filters/index.ts';
import { IconButton } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { Choice } from './choice.tsx';
import { changedAt, childrenOf, deniedIf, firstCondition, type RulePath, withBeside } from './rule-tree.ts';

const { rule: said } = laterWords.template;

interface RuleFormProps {
  readonly template: Template;
  readonly label: string;
  readonly root: Expression;
  /** Null when nothing is left of it. */
  readonly onRoot: (root: Expression | null) => void;
}

/** A filter as groups of conditions. */
export function RuleForm({ template, label, root, onRoot }: RuleFormProps) {
  const lists = useMemo(() => listsOf(template), [template]);
  const change = (path: RulePath, to: (node: Expression) => Expression | null) =>
    onRoot(changedAt(root, path, to));
  return (
    <fieldset aria-label={label} className="template-plain">
      <Node lists={lists} template={template} node={root} path={[]} change={change} denies={false} />
    </fieldset>
  );
}

interface Lists {
  readonly shapes: readonly ElementType[];
  readonly flows: readonly ElementType[];
  readonly boundaries: readonly ElementType[];
  /** Display names of properties by their identifiers. */
  readonly properties: ReadonlyMap<string, string>;
  readonly valuesOf: (property: string) => readonly string[];
}

function listsOf(template: Template): Lists {
  const types = [...elementTypes(template).values()];
  const isFlow = ({ id }: ElementType): boolean => lineKindOf(template, id) === 'flow';
  const isBoundary = ({ id }: ElementType): boolean =>
    lineKindOf(template, id) === 'lineBoundary' || shapeKindOf(template, id) === 'borderBoundary';
  return {
    shapes: types.filter((type) => typeTakesFlows(template, type)),
    flows: types.filter(isFlow),
    boundaries: types.filter(isBoundary),
    properties: askedProperties(template),
    valuesOf: (property) => askedValues(template, property),
  };
}

interface NodeProps {
  readonly lists: Lists;
  readonly template: Template;
  readonly node: Expression;
  readonly path: RulePath;
  readonly denies: boolean;
  readonly change: (path: RulePath, to: (node: Expression) => Expression | null) => void;
}

function Node(props: NodeProps) {
  const { node, path, denies } = props;
  if (node.kind === 'not') {
    // What is denied stands in one row with what denies it.
    return <Node {...props} node={node.operand} path={[...path, 0]} denies={!denies} />;
  }
  return isAtom(node) ? <Condition {...props} atom={node} /> : <Group {...props} />;
}

/** The path of a node with the `not` around it, if there is one: what is removed or denied is both. */
const whole = (path: RulePath, denies: boolean): RulePath => (denies ? path.slice(0, -1) : path);

/** As a choice has it: what is asked, and whether it is denied. */
const asChoice = (what: string, denies: boolean): string => (denies ? `not ${what}` : what);

/** Choices of which each can be denied. */
const choicesOf = <What extends string>(
  all: readonly What[],
  plain: Readonly<Record<What, string>>,
  negative: Readonly<Record<What, string>>,
): readonly { readonly value: string; readonly label: string }[] =>
  all.flatMap((one) => [
    { value: one, label: plain[one] },
    { value: asChoice(one, true), label: negative[one] },
  ]);

/** What a choice asks for, and whether it denies it. */
function chosen<What extends string>(value: string, all: readonly What[]): readonly [What, boolean] | null {
  const denies = value.startsWith('not ');
  const what = all.find((one) => asChoice(one, denies) === value);
  return what === undefined ? null : [what, denies];
}

const JOINS = ['and', 'or'] as const;

function Group(props: NodeProps) {
  const { lists, template, node, path, denies, change } = props;
  if (node.kind !== 'and' && node.kind !== 'or') return null;
  const { kind } = node;
  const first = firstCondition(lists.shapes[0]?.id ?? '');
  return (
    <fieldset className="template-group">
      <legend className="visually-hidden">{said.group}</legend>
      <div className="template-group-head">
        <Choice
          aria-label={said.group}
          value={asChoice(kind, denies)}
          options={choicesOf(JOINS, said.joins, said.joinsNot)}
          onValue={(value) => {
            const [next, not] = chosen(value, JOINS) ?? [kind, denies];
            change(whole(path, denies), () => deniedIf(not, { ...node, kind: next }));
          }}
        />
        <IconButton
          label={said.addCondition}
          onClick={() => change(path, (group) => withBeside(group, first, kind))}
        >
          <Plus />
        </IconButton>
        <IconButton
          label={said.addGroup}
          onClick={() =>
            change(path, (group) =>
              withBeside(group, withBeside(first, first, kind === 'and' ? 'or' : 'and'), kind),
            )
          }
        >
          <FolderPlus />
        </IconButton>
        <IconButton label={said.remove} onClick={() => change(whole(path, denies), () => null)}>
          <Trash2 />
        </IconButton>
      </div>
      {childrenOf(node).map((child, index) => (
        <Node
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no other identity
          key={index}
          lists={lists}
          template={template}
          node={child}
          path={[...path, index]}
          denies={false}
          change={change}
        />
      ))}
    </fieldset>
  );
}

const PLACE = { start: 0, length: 0 } as const;

/** What a condition asks, as the form has it. */
const ASKS = ['is', 'has', 'crosses'] as const;
type Asks = (typeof ASKS)[number];

const asksOf = (atom: Atom): Asks => {
  if (atom.kind === 'crosses' || (atom.kind === 'broken' && atom.part === 'boundary')) return 'crosses';
  return atom.kind === 'is' || (atom.kind === 'broken' && atom.part === 'type') ? 'is' : 'has';
};

const subjectOf = (atom: Atom): Subject => (atom.kind === 'crosses' ? 'flow' : atom.subject);

/** A condition of that sort, with the first things that the template has for it. */
function conditionOf(lists: Lists, subject: Subject, asks: Asks): Atom {
  switch (asks) {
    case 'crosses':
      return { kind: 'crosses', typeId: lists.boundaries[0]?.id ?? '', ...PLACE };
    case 'is': {
      const [type] = subject === 'flow' ? lists.flows : lists.shapes;
      return { kind: 'is', subject, typeId: type?.id ?? '', ...PLACE };
    }
    default: {
      const [name = ''] = lists.properties.keys();
      return { kind: 'property', subject, name, value: lists.valuesOf(name)[0] ?? '', ...PLACE };
    }
  }
}

function Condition(props: NodeProps & { readonly atom: Atom }) {
  const { lists, atom, path, denies, change } = props;
  const subject = subjectOf(atom);
  const asks = asksOf(atom);
  const set = (next: Atom) => change(path, () => next);
  const offered = ASKS.filter((one) => one !== 'crosses' || subject === 'flow');
  return (
    <fieldset className="template-plain template-condition" aria-label={said.condition}>
      <Choice
        aria-label={said.subject}
        value={subject}
        options={(['source', 'target', 'flow'] as const).map((value) => ({
          value,
          label: laterWords.rule.subjects[value],
        }))}
        onValue={(next) =>
          set(
            atom.kind === 'property'
              ? { ...atom, subject: next, ...PLACE }
              : conditionOf(lists, next, asks === 'crosses' && next !== 'flow' ? 'is' : asks),
          )
        }
      />
      <Choice
        aria-label={said.asks}
        value={asChoice(asks, denies)}
        options={choicesOf(offered, said.verbs, said.verbsNot)}
        onValue={(value) => {
          const [next, not] = chosen(value, offered) ?? [asks, denies];
          const changed = next === asks ? atom : conditionOf(lists, subject, next);
          change(whole(path, denies), () => deniedIf(not, changed));
        }}
      />
      <Asked {...props} set={set} />
      <IconButton
        label={said.addCondition}
        onClick={() =>
          change(whole(path, denies), (node) =>
            withBeside(node, firstCondition(lists.shapes[0]?.id ?? ''), 'and'),
          )
        }
      >
        <Plus />
      </IconButton>
      <IconButton label={said.remove} onClick={() => change(whole(path, denies), () => null)}>
        <Trash2 />
      </IconButton>
    </fieldset>
  );
}

/** What is asked for: a type, a boundary, or a property and its value. */
function Asked({
  lists,
  template,
  atom,
  set,
}: NodeProps & { readonly atom: Atom; readonly set: (next: Atom) => void }) {
  if (atom.kind === 'broken') {
    return <span className="template-broken">{laterWords.rule.broken({ name: atom.displayName })}</span>;
  }
  if (atom.kind === 'property') {
    const { name, value } = atom;
    const values = lists.valuesOf(name);
    return (
      <>
        <Choice
          aria-label={said.property}
          value={name}
          options={[...lists.properties].map(([one, label]) => ({ value: one, label }))}
          onValue={(next) => set({ ...atom, name: next, value: lists.valuesOf(next)[0] ?? '', ...PLACE })}
        />
        <Choice
          aria-label={said.value}
          value={value}
          options={values.map((one) => ({ value: one, label: one }))}
          onValue={(next) => set({ ...atom, value: next, ...PLACE })}
        />
      </>
    );
  }
  const crosses = atom.kind === 'crosses';
  const types = crosses ? lists.boundaries : atom.subject === 'flow' ? lists.flows : lists.shapes;
  const known = findElementType(template, atom.typeId);
  const id = known?.id ?? atom.typeId;
  const options = types.map((type) => ({ value: String(type.id), label: type.name || type.id }));
  const missing = known === undefined ? [{ value: String(id), label: laterWords.rule.missing({ id }) }] : [];
  return (
    <Choice
      aria-label={crosses ? said.boundary : said.typeName}
      value={String(id)}
      options={[...missing, ...options]}
      onValue={(typeId) => set({ ...atom, typeId, ...PLACE })}
    />
  );
}
