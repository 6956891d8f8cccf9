import type { CategoryId, ThreatTypeId } from '../document/index.ts';
import type { TemplateItem } from '../edit/index.ts';
import type { FindingSaid } from '../words/later.ts';

/** What can be done about a finding without asking; `fixed` does it. */
export type Fix =
  /** The one at this place of the list gets an id of its own. */
  | { readonly kind: 'new-id'; readonly list: ListOfTemplate; readonly index: number }
  | { readonly kind: 'drop-picture'; readonly list: TypeList; readonly index: number }
  /** A stencil whose parent is missing, or below itself, becomes a generic one. */
  | { readonly kind: 'make-generic'; readonly list: TypeList; readonly index: number }
  | {
      readonly kind: 'drop-repeated-values';
      readonly list: TypeList;
      readonly index: number;
      readonly name: string;
    }
  /** What is written at a place of a rule is replaced. */
  | {
      readonly kind: 'rewrite';
      readonly threatTypeId: ThreatTypeId;
      readonly filter: 'include' | 'exclude';
      readonly start: number;
      readonly length: number;
      readonly to: string;
    }
  | { readonly kind: 'set-category'; readonly threatTypeId: ThreatTypeId; readonly to: CategoryId };

export type TypeList = 'genericElements' | 'standardElements';
export type ListOfTemplate = TypeList | 'threatCategories' | 'threatTypes';

/** Something about a template that a person should look at; `findingWords` has the words for it. */
export type Finding = FindingSaid & {
  /** `error`: the template does not do what it says. `warning`: it may not. `info`: it could be better. */
  readonly severity: 'error' | 'warning' | 'info';
  /** Where to look; null for the template as a whole. */
  readonly item: TemplateItem | null;
  /** Where in a rule of the threat type, when it is about one. */
  readonly place?: {
    readonly filter: 'include' | 'exclude';
    readonly start: number;
    readonly length: number;
  };
  readonly fix?: Fix;
  /** What sort the rest is of which `more-findings` tells. */
  readonly of?: FindingSaid['code'];
};
