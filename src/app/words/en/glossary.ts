/**
 * What the words of the field mean, each in a sentence or two, in the order of the page. `CONTRIBUTING.md` has the same
 * words for code and texts.
 */
export const glossary = {
  groups: {
    method: 'The method',
    diagram: 'The diagram',
    threats: 'Threats',
    states: 'States of a threat',
    files: 'Files',
  },
  terms: {
    method: {
      'threat-modeling': [
        'Threat modeling',
        'Drawing what a system is made of and what flows where, asking of each flow what could go wrong, and deciding what is done about it, before somebody else finds out.',
      ],
      stride: [
        'STRIDE',
        'Six kinds of threats to ask for: Spoofing (somebody passes for another), Tampering (data or code is changed), Repudiation (somebody denies what they did), Information disclosure (somebody reads what is not for them), Denial of service (it stops working), Elevation of privilege (somebody may do more than they should).',
      ],
      'data-flow-diagram': [
        'Data flow diagram',
        'A drawing of processes, data stores and what is outside, with the data that flows between them and the boundaries where trust changes.',
      ],
      model: [
        'Model',
        'All of it together, the content of a .tm7 file: diagrams, threats, notes, and the template inside.',
      ],
    },
    diagram: {
      element: ['Element', 'Anything on a diagram: a shape or a line.'],
      stencil: [
        'Stencil',
        'A kind of element that the template offers, such as Web Server or HTTPS. Its kind decides which properties an element has and which threats its flows get.',
      ],
      process: ['Process', 'Something that runs and works on data: a service, a function, an app.'],
      'data-store': ['Data store', 'Where data rests: a database, a file, a queue, a cache.'],
      'external-interactor': [
        'External interactor',
        'A person or a system that you do not build, but that talks to what you build.',
      ],
      'data-flow': [
        'Data flow',
        'A line from the element that sends to the one that receives. Two directions are two flows.',
      ],
      'trust-boundary': [
        'Trust boundary',
        'A line or a frame at which trust ends: what comes from the other side is not believed without a check. Most threats are on flows that cross one.',
      ],
      crosses: [
        'Crosses',
        'A flow crosses a border boundary when exactly one of its two end points lies in it, and a line boundary where it meets it.',
      ],
      interaction: [
        'Interaction',
        'A flow with its source and its target. Threats belong to interactions, not to single shapes.',
      ],
      'free-end': [
        'Free end',
        'An end of a flow that is attached to nothing. Such a flow is no interaction.',
      ],
      'out-of-scope': [
        'Out of scope',
        'A property of an element that is somebody else’s to look after. A flow that is out of scope gets no threats; a shape out of scope takes none away.',
      ],
      annotation: ['Annotation', 'A text on the diagram. It takes no part in the data flow.'],
    },
    threats: {
      threat: [
        'Threat',
        'What could go wrong on one interaction, with a state, a priority and a justification that people give it.',
      ],
      'threat-type': [
        'Threat type',
        'The template’s description of a threat, with the rule that says on which interactions it arises.',
      ],
      rule: [
        'Rule',
        'What a threat type asks of a flow, its source, its target and what it crosses; the template writes it as an include and an exclude filter.',
      ],
      'own-threat': ['Own threat', 'A threat that a person added to a flow, without a rule.'],
      priority: [
        'Priority',
        'How much a threat matters here: High, Medium or Low, unless the template has others.',
      ],
      mitigation: [
        'Mitigation',
        'What is done against a threat, so that it cannot happen or does less harm.',
      ],
      justification: [
        'Justification',
        'Why a threat has its state: what mitigates it, or why it does not apply. It is what a reader of the report believes or does not.',
      ],
      'stale-threat': [
        'Stale threat',
        'A threat that somebody worked on and that no longer follows from the diagram. It stays, marked, until it is removed or follows again.',
      ],
      handled: [
        'Handled',
        'Mitigated or not applicable: nothing is left to decide. The share of handled threats is how far the work is.',
      ],
    },
    files: {
      tm7: [
        '.tm7',
        'A model of the Microsoft Threat Modeling Tool. Trustline opens and saves the same files.',
      ],
      template: [
        'Template (.tb7)',
        'Stencils, threat types and their rules for one kind of system. A model carries a copy of the template that it was made on.',
      ],
      'foreign-file': ['Foreign file', 'A file that neither the Windows tool nor Trustline wrote.'],
    },
  },
  /** By the name of a state in files, in a sentence; shown where a state is chosen, too. */
  states: {
    AutoGenerated: 'Nobody has looked at it yet.',
    NeedsInvestigation: 'It may be real: somebody has to find out before it is decided.',
    NotApplicable: 'It cannot happen here, or somebody accepted it; the justification says why.',
    Mitigated: 'Something is done against it; the justification says what.',
  },
} as const;
