import { useCallback, useMemo } from 'react';
import {
  isLineRole,
  keyOfKind,
  type PlannedKind,
  ROLES,
  type Role,
  typesOfRole,
} from '../../core/codec/index.ts';
import type { Template } from '../../core/document/index.ts';
import type { PlannedDraft } from '../../core/session/index.ts';
import { laterWords } from '../words/later.ts';
import { choiceOf, type KindChoices } from './kept-kinds.ts';
import { Picture } from './picture.tsx';
import { kindPicture } from './pictures.ts';
import { shownKinds } from './planned.ts';

const { exchange: said } = laterWords;

interface Offer {
  readonly role: Role;
  readonly types: readonly { readonly id: PlannedKind['type'] & string; readonly name: string }[];
}

/** What shapes, or lines, can become on a template. */
const offersOf = (template: Template, isLine: boolean): readonly Offer[] =>
  ROLES.flatMap((role) => {
    if (role === 'ignored' || isLineRole(role) !== isLine) return [];
    const types = typesOfRole(template, role);
    return types.length === 0 ? [] : [{ role, types }];
  });

interface KindsProps {
  readonly planned: PlannedDraft;
  readonly onChoose: (choices: KindChoices) => void;
}

/** What stands in the file by sort, and the stencil that each becomes. */
export function Kinds({ planned, onChoose }: KindsProps) {
  const { template, plan } = planned;
  const shapes = useMemo(() => offersOf(template, false), [template]);
  const lines = useMemo(() => offersOf(template, true), [template]);
  const { shown, more } = useMemo(() => shownKinds(plan.kinds), [plan]);
  return (
    <section className="exchange-part" aria-label={said.kinds}>
      <h3>{said.kinds}</h3>
      <ul className="exchange-kinds">
        {shown.map((kind) => (
          <Kind
            key={keyOfKind(kind) + kind.isLine}
            kind={kind}
            planned={planned}
            offers={kind.isLine ? lines : shapes}
            onChoose={onChoose}
          />
        ))}
      </ul>
      {more > 0 && <p className="hint">{said.moreKinds({ count: more })}</p>}
    </section>
  );
}

interface KindProps extends KindsProps {
  readonly kind: PlannedKind;
  readonly offers: readonly Offer[];
}

const LEAVE_OUT = 'ignored';
const optionOf = (role: string, type: string | null): string =>
  type === null ? LEAVE_OUT : `${role} ${type}`;

function Kind({ kind, planned, offers, onChoose }: KindProps) {
  const draw = useCallback(() => kindPicture(planned, kind), [planned, kind]);
  const { count, isLine, example, as, type, found } = kind;
  const choose = (value: string): void => {
    const [role, ...rest] = value.split(' ');
    const chosen = offers
      .flatMap((offer) => offer.types.map(({ id }) => ({ as: offer.role, type: id })))
      .find((one) => one.as === role && one.type === rest.join(' '));
    onChoose({ [keyOfKind(kind)]: chosen === undefined ? { as: LEAVE_OUT } : choiceOf(chosen) });
  };
  const value = optionOf(as, type);
  const isOffered =
    type === null || offers.some((one) => one.role === as && one.types.some(({ id }) => id === type));
  return (
    <li data-unknown={found === 'unknown' || undefined}>
      <Picture className="exchange-kind" draw={draw} faint={type === null} />
      <span className="exchange-kind-name">
        <span>{kind.kind}</span>
        <span className="hint">
          {said.kindCount({ count, isLine, example: example.replace(/\s+/g, ' ').trim().slice(0, 60) })}
          {found === 'unknown' && ` ${said.unknown}`}
        </span>
      </span>
      <select
        className="input"
        aria-label={said.becomes({ kind: kind.kind })}
        value={value}
        onChange={({ target }) => choose(target.value)}
      >
        {offers.map(({ role, types }) => (
          <optgroup key={role} label={said.roles[role]}>
            {types.map(({ id, name }) => (
              <option key={id} value={optionOf(role, id)}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
        {!isOffered && <option value={value}>{type}</option>}
        <option value={LEAVE_OUT}>{type === null && as !== 'ignored' ? said.noType : said.leaveOut}</option>
      </select>
    </li>
  );
}
