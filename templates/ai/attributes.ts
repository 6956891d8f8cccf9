import type { AttributeSource } from '../../scripts/templates/format.ts';
import { choice, yesNo } from '../author.ts';

export const ENCRYPTED = 'Encrypted in Transit';
export const TRUST = 'Trust in What It Sends';

/** What composes prompts and reads answers: the application or the agent. */
export const reasons: readonly AttributeSource[] = [
  choice('accessDecisions', 'Access Decisions', 'Enforced outside the model', 'Left to the prompt'),
  choice(
    'untrustedContent',
    'Outside Content in Prompts',
    'None',
    'Marked, cannot start actions',
    'Mixed with instructions',
  ),
  choice('guardrails', 'Guardrails Check', 'Input and output', 'Input only', 'Output only', 'Nothing'),
  yesNo('answersChecked', 'Answers Checked Before They Are Used'),
];

/** What a tool does when the model calls it. */
export const acts: readonly AttributeSource[] = [
  choice('effect', 'Effect of a Call', 'Reads only', 'Changes data', 'Acts outside or for good'),
  yesNo('validatesArguments', 'Validates Arguments'),
  yesNo('checksUser', "Checks the User's Rights on Each Call"),
];

export const actsAs: AttributeSource = choice(
  'actsAs',
  'Acts With the Rights Of',
  'The user',
  'Own limited account',
  'Shared powerful account',
);

export const retention: AttributeSource = choice(
  'retention',
  'Retention and Use by the Provider',
  'None',
  'Limited by contract',
  'Kept or used for training',
);

/** What takes models in. */
export const takesModels: readonly AttributeSource[] = [
  yesNo('checksModels', 'Checks Signature and Digest of Models'),
  choice('modelFormat', 'Format of Model Files', 'Weights only', 'May hold code'),
];
