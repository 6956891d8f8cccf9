const SUBJECTS = { source: 'Source', target: 'Target', flow: 'Data flow' } as const;
type Subject = keyof typeof SUBJECTS;

/** What a part of a rule asks; `type` is the name of a stencil or of a boundary, null where the template has none. */
type Asks =
  | { readonly kind: 'is'; readonly subject: Subject; readonly id: string; readonly type: string | null }
  | { readonly kind: 'crosses'; readonly id: string; readonly type: string | null }
  | {
      readonly kind: 'property';
      readonly subject: Subject;
      readonly property: string;
      readonly value: string;
    }
  | { readonly kind: 'broken'; readonly name: string };

const missing = ({ id }: { id: string }): string => `${id} (not in the template)`;
const broken = ({ name }: { name: string }): string => `[${name}] was deleted`;

/** The rules of threat types, in the template editor and where a threat tells why it is there. */
export const rule = {
  subjects: SUBJECTS,
  missing,
  broken,
  asks: (asked: Asks): string => {
    switch (asked.kind) {
      case 'is':
        return `${SUBJECTS[asked.subject]} is ${asked.type ?? missing(asked)}`;
      case 'crosses':
        return `${SUBJECTS.flow} crosses ${asked.type ?? missing(asked)}`;
      case 'property':
        return `${SUBJECTS[asked.subject]} has ${asked.property}: ${asked.value}`;
      case 'broken':
        return broken(asked);
    }
  },
};
