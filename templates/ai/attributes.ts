import type { AttributeSource } from '../../scripts/templates/format.ts';

/** A review question: "Not Selected" says that nobody has looked yet. */
export const chosen = (name: string, label: string, ...values: readonly string[]): AttributeSource => ({
  name,
  label,
  values: ['Not Selected', ...values],
});
export const asked = (name: string, label: string): AttributeSource => chosen(name, label, 'Yes', 'No');
export const fixed = (name: string, label: string, value: string): AttributeSource => ({
  name,
  label,
  values: [value],
  fixed: true,
});

export const ENCRYPTED = 'Encrypted in Transit';
export const TRUST = 'Trust in What It Sends';

/** What composes prompts and reads answers: the application or the agent. */
export const reasons: readonly AttributeSource[] = [
  chosen('accessDecisions', 'Access Decisions', 'Enforced outside the model', 'Left to the prompt'),
  chosen(
    'untrustedContent',
    'Outside Content in Prompts',
    'None',
    'Marked, cannot start actions',
    'Mixed with instructions',
  ),
  chosen('guardrails', 'Guardrails Check', 'Input and output', 'Input only', 'Output only', 'Nothing'),
  asked('answersChecked', 'Answers Checked Before They Are Used'),
];

/** What a tool does when the model calls it. */
export const acts: readonly AttributeSource[] = [
  chosen('effect', 'Effect of a Call', 'Reads only', 'Changes data', 'Acts outside or for good'),
  asked('validatesArguments', 'Validates Arguments'),
  asked('checksUser', "Checks the User's Rights on Each Call"),
];

export const actsAs: AttributeSource = chosen(
  'actsAs',
  'Acts With the Rights Of',
  'The user',
  'Own limited account',
  'Shared powerful account',
);

export const retention: AttributeSource = chosen(
  'retention',
  'Retention and Use by the Provider',
  'None',
  'Limited by contract',
  'Kept or used for training',
);

/** What takes models in. */
export const takesModels: readonly AttributeSource[] = [
  asked('checksModels', 'Checks Signature and Digest of Models'),
  chosen('modelFormat', 'Format of Model Files', 'Weights only', 'May hold code'),
];
