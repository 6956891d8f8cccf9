import type { DraftDiagram, DraftThreat } from '../draft.ts';
import { highestPriority, ratedPriority, stateOfControls } from '../foreign-states.ts';
import { type Json, recordIn, recordsIn, textIn } from '../json.ts';
import type { Losses } from '../losses.ts';
import { type ThreatMark, threatMark } from '../marks.ts';
import { inWords } from '../names.ts';
import { ownThreat, type ReadThreat } from '../own-threats.ts';
import { listed, plainText, textsIn } from '../plain-text.ts';
import { TextBudget } from '../text-budget.ts';

/** Where something stands: its diagram, and its id there. */
interface FlowPlace {
  readonly diagram: string;
  readonly id: string;
}

/** Where something that a file names stands. */
export type PlaceOf = (name: string) => FlowPlace | undefined;

/** What a file's threats stand at. */
export interface Around {
  /** Our own facts by symbolic names. */
  readonly named: Json;
  readonly placeOf: PlaceOf;
  /** The id of the first flow across each boundary, by `boundaryKey`. */
  readonly across: ReadonlyMap<string, string>;
  readonly losses: Losses;
}

/** Two zones as one text, in any order. */
export const boundaryKey = (a: string, b: string): string => JSON.stringify([a, b].sort());

/** The threats of a file: their state is in the controls that are against them. */
export class Threats {
  readonly #threats: readonly Json[];
  readonly #named: Json;
  readonly #around: Around;
  readonly #controls: ReadonlyMap<string, readonly Json[]>;
  readonly #risks: ReadonlyMap<string, readonly Json[]>;
  readonly #personas: ReadonlyMap<string, string>;
  readonly #file: Json;
  readonly #budget: TextBudget;
  readonly #controlTexts = new Map<Json, string>();

  constructor(file: Json, around: Around) {
    this.#file = file;
    this.#budget = new TextBudget(around.losses);
    this.#named = around.named;
    this.#around = around;
    this.#threats = recordsIn(file['threats']);
    this.#controls = byThreat(recordsIn(file['controls']));
    this.#risks = byThreat(recordsIn(file['risks']));
    this.#personas = new Map(
      recordsIn(file['threat_personas']).map(({ symbolic_name, title }) => [
        textIn(symbolic_name),
        textIn(title),
      ]),
    );
  }

  /** All threats, each on the first flow between what it affects, else on what it affects first, else across what a control protects. */
  all(diagrams: readonly DraftDiagram[]): readonly DraftThreat[] {
    const between = new Map<string, FlowPlace>();
    const byId = new Map<string, FlowPlace>();
    for (const { id: diagram, lines } of diagrams)
      for (const { id, source, target, role } of lines) {
        const key = JSON.stringify([source.node, target.node]);
        if (role === 'flow' && !between.has(key)) between.set(key, { diagram, id });
        byId.set(id, { diagram, id });
      }
    return this.#threats.map((threat, index) => {
      const name = textIn(threat['symbolic_name']) || `threat ${index}`;
      const own = recordIn(this.#named[name]);
      const mark = threatMark(own);
      const place =
        byId.get(this.#flowOf(own)) ?? this.#affected(threat, between) ?? this.#guarded(threat, name, byId);
      const read = mark === undefined ? this.#foreign(threat, name) : this.#ours(threat, name, mark);
      return {
        id: name,
        diagram: place?.diagram ?? diagrams[0]?.id ?? '',
        element: place?.id ?? '',
        ...read,
      };
    });
  }

  /** Controls that are against no threat of the file, as texts. */
  get unused(): readonly string[] {
    const known = new Set(this.#threats.map(({ symbolic_name }) => textIn(symbolic_name)));
    return recordsIn(this.#file['controls'])
      .filter(({ threats }) => textsIn(threats).every((name) => !known.has(name)))
      .map((control) => `Control: ${this.#textOf(control)}`);
  }

  #textOf(control: Json): string {
    const text = this.#controlTexts.get(control) ?? controlText(control);
    this.#controlTexts.set(control, text);
    return text;
  }

  /** The id of the flow that our own export has a threat at; empty where it says none. */
  #flowOf = (own: Json): string => textIn(recordIn(this.#named[textIn(own['flow'])])['id']);

  #affected(threat: Json, flows: ReadonlyMap<string, FlowPlace>): FlowPlace | undefined {
    const places = textsIn(threat['components_affected'])
      .slice(0, MOST_AFFECTED)
      .flatMap((name) => this.#around.placeOf(name) ?? []);
    for (const source of places)
      for (const target of places) {
        const flow = flows.get(JSON.stringify([source.id, target.id]));
        if (flow !== undefined) return flow;
      }
    return places[0];
  }

  /** The first flow across the boundary that a control of the threat protects; undefined where none says one. */
  #guarded(threat: Json, name: string, byId: ReadonlyMap<string, FlowPlace>): FlowPlace | undefined {
    for (const { trust_boundary } of this.#controls.get(name) ?? []) {
      const { trust_zone_a, trust_zone_b } = recordIn(trust_boundary);
      const id = this.#around.across.get(boundaryKey(textIn(trust_zone_a), textIn(trust_zone_b)));
      const place = id === undefined ? undefined : byId.get(id);
      if (place === undefined) continue;
      this.#around.losses.add('threat-of-boundary', textIn(threat['title']) || name);
      return place;
    }
    return undefined;
  }

  /** A threat of our own export: the control that it has for it is read back, others were put beside that. */
  #ours(threat: Json, name: string, mark: ThreatMark): ReadThreat {
    const controls = this.#controls.get(name) ?? [];
    const own = textIn(recordIn(this.#named[name])['control']);
    const control =
      own === '' ? controls[0] : controls.find(({ symbolic_name }) => textIn(symbolic_name) === own);
    const { written } = mark;
    const risk = recordIn(recordIn(this.#named[name])['risk']);
    const risks = risk['name'] === undefined ? [] : (this.#risks.get(name) ?? []);
    const risked = risks.find(({ symbolic_name }) => symbolic_name === risk['name']);
    const isRated = risked !== undefined && risked['impact'] !== risk['impact'];
    const rated = isRated ? ratedPriority(textIn(risked['impact'])) : '';
    const now = {
      title: textIn(threat['title']),
      type: written['type'],
      short: textIn(threat['event']),
      description: textIn(threat['description']),
      status: control === undefined ? written['status'] : textIn(control['status']),
      severity: rated || (control === undefined ? written['severity'] : textIn(control['priority'])),
      mitigation: control === undefined ? '' : textIn(control['description']),
    };
    const added = this.#proposed(controls.filter((one) => one !== control));
    return ownThreat(now, mark, this.#budget, added);
  }

  *#proposed(controls: readonly Json[]): Generator<string> {
    for (const control of controls) yield `Control: ${this.#textOf(control)}`;
  }

  #foreign(threat: Json, name: string): ReadThreat {
    const controls = this.#controls.get(name) ?? [];
    const risks = this.#risks.get(name) ?? [];
    const state = stateOfControls(controls.map(({ status }) => textIn(status)));
    const isDecided = state === 'Mitigated' || state === 'NotApplicable';
    const title = textIn(threat['title']) || name;
    const ofRisks = highestPriority(risks.map(({ impact }) => textIn(impact)));
    const justification = isDecided ? this.#budget.lines(this.#texts(controls), title) : '';
    return {
      title,
      category: '',
      description: this.#budget.lines(this.#described(threat, isDecided ? [] : controls), title),
      state,
      priority: ofRisks || highestPriority(controls.map(({ priority }) => textIn(priority))),
      justification,
    };
  }

  *#texts(controls: readonly Json[]): Generator<string> {
    for (const control of controls) yield this.#textOf(control);
  }

  *#described(threat: Json, controls: readonly Json[]): Generator<string> {
    const labelled = (label: string, text: string): string => (text === '' ? '' : `${label}: ${text}`);
    const persona = textIn(threat['threat_persona']);
    yield plainText(threat['description']);
    yield labelled('Event', plainText(threat['event']));
    yield labelled('Threat persona', this.#personas.get(persona) ?? persona);
    yield labelled('Sources', listed(textsIn(threat['sources']).map(inWords)));
    yield labelled('CWE', refs(threat['weaknesses'], 'cwe').join(', '));
    yield labelled('CAPEC', refs(threat['attack_mechanisms'], 'capec').join(', '));
    yield* this.#proposed(controls);
  }
}

/** Things that a threat affects: among more nobody looks for a flow. */
const MOST_AFFECTED = 50;

const refs = (value: unknown, sort: string): readonly string[] =>
  recordsIn(value).map((one) =>
    [plainText(one[`${sort}_id`]), plainText(one[`${sort}_title`])].filter((text) => text !== '').join(' '),
  );

function controlText({ title, description, status }: Json): string {
  const text = [plainText(title), plainText(description)].filter((part) => part !== '').join(': ');
  const word = inWords(textIn(status)).toLowerCase();
  return word === '' ? text : `${text} (${word})`;
}

/** Things by the threats that they name. */
function byThreat(list: readonly Json[]): ReadonlyMap<string, readonly Json[]> {
  const found = new Map<string, Json[]>();
  for (const one of list)
    for (const name of textsIn(one['threats'])) {
      const known = found.get(name);
      if (known === undefined) found.set(name, [one]);
      else known.push(one);
    }
  return found;
}
