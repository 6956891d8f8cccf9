/** The formats of other programs: what they are called, and what stays behind. */
export const foreignFormats = {
  threatDragon: {
    label: 'Threat Dragon',
    note: 'Diagrams, threats and their states, both ways. Notes, assumptions and the template stay behind.',
  },
  drawio: {
    label: 'draw.io',
    note: 'Pages, plain, packed or inside of pictures, with properties, both ways. Threats and the template stay behind.',
  },
  otm: {
    label: 'Open Threat Model',
    note: 'Diagrams, threats, states and mitigations, both ways; YAML is read, too. The template stays behind, and IriusRisk may ask for trust zones of its own list.',
  },
  otmYaml: {
    label: 'Open Threat Model (YAML)',
    note: 'The same as YAML.',
  },
  tmBom: {
    label: 'OWASP TM-BOM',
    note: "Models of OWASP's library with threats and controls, both ways. It has no places: only we read ours back.",
  },
  otmOptions: {
    threats: {
      label: 'Threats at',
      values: { flows: 'data flows', components: 'the components that flows lead to' },
    },
  },
  tmBomOptions: {
    business_criticality: {
      label: 'Business criticality',
      values: { minimal: 'minimal', low: 'low', moderate: 'moderate', high: 'high', maximal: 'maximal' },
    },
    data_sensitivity: {
      label: 'Sensitive data',
      values: {
        pii: 'personal',
        phi: 'health',
        fin: 'financial',
        ip: 'intellectual property',
        cred: 'credentials',
        biz: 'business',
        gov: 'government',
        pci: 'payment cards',
        op: 'operational',
      },
    },
    exposure: { label: 'Exposure', values: { internal: 'internal', external: 'external' } },
    tier: {
      label: 'Tier',
      values: {
        mission_critical: 'mission critical',
        business_critical: 'business critical',
        important: 'important',
        non_critical: 'not critical',
      },
    },
    risks: { label: 'Risks', values: { without: 'none', with: 'one for each threat, by its priority' } },
  },
  visio: {
    label: 'Visio',
    note: 'Pages of drawings since 2013, with shape data, read only. Binary drawings (.vsd) are saved as .vsdx first.',
  },
  mermaid: {
    label: 'Mermaid',
    note: 'A flowchart for each diagram, as repositories and wikis show it, both ways. Places, curves and threats stay behind.',
  },
  dot: {
    label: 'Graphviz DOT',
    note: 'A graph for each diagram. Curves and threats stay behind.',
  },
};

/** What of a thing is not kept, or is otherwise than in the file, by code. */
export const losses = {
  'no-place': 'without a place in the file: laid out anew',
  'no-end': 'lines whose ends are not both on one diagram, left out',
  'no-type': 'things that the template has no type for, left out',
  ignored: 'things that stand for nothing, left out',
  scaled: "larger than the Windows tool's canvas, made smaller",
  attached: 'free ends at an element, attached to it',
  'two-way': 'flows in both directions, made two',
  'unknown-cells': 'shapes of an unknown kind, left out',
  'threat-of-element': 'threats of elements, put on an interaction',
  'threat-without-flow': 'threats of elements without a flow, kept as notes',
  'threat-of-boundary':
    'threats put on the first flow across the boundary that a control against them protects',
  grown: 'boundaries too small for what they hold, made larger',
  'places-dropped': 'diagrams with places that contradict what holds what, laid out anew',
  'undrawn-zones': 'zones that are drawn nowhere, left out',
  composites: 'things that hold others and have flows, made a boundary and a process in it',
  'guessed-processes': 'components of an unknown type, taken for processes',
  notes: 'notes, left out',
  'note-dates': 'notes, kept without who wrote them and when',
  annotations: 'annotations, which other programs do not see',
  'free-flows': 'flows with a free end, which other programs do not see',
  curves: 'curves of flows, which other programs do not see',
  'hidden-line-boundaries': 'boundaries drawn as lines, which other programs do not see',
  'nested-zones': 'boundaries in each other, beside each other in other programs',
  'flow-defaults': 'flows that do not say whether they are encrypted and sensitive, written as not',
  'scope-defaults':
    'criticality, sensitivity, exposure or tier that the model does not say, written as moderate, op, internal and important',
  'undrawn-line-boundaries': 'boundaries drawn as lines, which are zones without a place in other programs',
  information: 'assumptions and dependencies, left out',
  template: 'template, left out',
  priorities: 'priorities that the format does not have',
  places: 'places of elements, left out',
  'line-boundaries': 'boundaries drawn as lines, left out',
  'boundary-overlaps': 'elements in two boundaries, put into the smaller',
  threats: 'threats, left out',
  diagrams: 'diagrams, left out',
  'too-large': 'diagrams larger than hosts draw',
  tables: 'tables, left out',
  'no-arrow': 'connectors without an arrow, read from start to end',
  'no-elements': 'pages without an element of a data flow diagram, left out',
  'doubled-ids': 'elements and diagrams with the id of another one, told apart',
  'doubled-threats': 'threats that stand twice on a flow, left out',
  'threats-of-nothing': 'threats whose flow is gone, left out',
  'long-texts': 'threats whose texts are longer than all of them may be, cut',
  repeats: 'things on very many diagrams, left out on the last of them',
  facts: 'elements with more than 200 properties, left without the further ones',
  'other-diagrams': 'diagrams of another kind, left out',
  'odd-lines': 'lines that are not understood, left out',
  'attack-tree': 'pages with an attack tree, left out',
};
