import type { StencilSource } from '../../scripts/templates/format.ts';
import { yesNo } from '../author.ts';
import {
  CONFIDENTIAL,
  DESTINATION_KNOWN,
  KIND_OF_PARTY,
  noYes,
  SOURCE_KNOWN,
  STORE_TYPE,
  UNCHANGED,
} from './labels.ts';

/**
 * Stencils of the STRIDE template. The generic ids are the well-known ones, as are the ids of stencils and the
 * names of properties that mean the same elsewhere, so that models can move between templates.
 */

export const genericStencils: readonly StencilSource[] = [
  {
    id: 'GE.P',
    name: 'Generic Process',
    description: 'Code that runs and handles data: a program, a service, a function.',
    representation: 'Ellipse',
    icon: 'process',
    attributes: [
      noYes('implementsAuthenticationScheme', 'Authenticates Its Callers'),
      noYes('implementsCustomAuthorizationMechanism', 'Checks Permissions on Each Request'),
      yesNo('hasInputSanitizers', 'Validates Input'),
      yesNo('hasOutputSanitizers', 'Encodes Output'),
      yesNo('limitsLoad', 'Limits Load per Caller'),
      yesNo('writesAuditLog', 'Writes an Audit Log'),
      yesNo('hidesErrors', 'Hides Internal Errors From Callers'),
      yesNo('toleratesFailures', 'Copes With Failing Dependencies'),
      {
        name: 'privilegeLevel',
        label: 'Runs With',
        values: ['Not Selected', 'Least privilege', 'Broad rights', 'Administrator or root'],
      },
      noYes('fetchesUrls', 'Fetches Addresses Given by Callers'),
      noYes('acceptsFiles', 'Accepts File Uploads'),
    ],
  },
  {
    id: 'GE.EI',
    name: 'Generic External Interactor',
    description: 'A person or a system that you do not control and that starts or receives a flow.',
    representation: 'Rectangle',
    icon: 'external',
    attributes: [
      { name: 'authenticatesItself', label: 'Authenticates Itself', values: ['Not Selected', 'No', 'Yes'] },
      { name: 'type', label: KIND_OF_PARTY, values: ['Not Selected', 'Code', 'Human'] },
    ],
  },
  {
    id: 'GE.DS',
    name: 'Generic Data Store',
    description: 'A place where data rests: a database, a file, a queue, a cache.',
    representation: 'ParallelLines',
    icon: 'store',
    attributes: [
      noYes('storesCredentials', 'Holds Credentials or Keys'),
      noYes('storesLogData', 'Holds Log Data'),
      noYes('Encrypted', 'Encrypted at Rest'),
      noYes('Signed', 'Protected Against Silent Change'),
      noYes('Backup', 'Backed Up'),
      noYes('shared', 'Shared With Other Systems'),
      noYes('restrictsAccess', 'Grants Each Caller Only What It Needs'),
      {
        name: 'storeType',
        label: STORE_TYPE,
        values: [
          'Not Selected',
          'SQL Relational Database',
          'Non Relational Database',
          'File System',
          'Object Storage',
          'Configuration',
          'Cache',
          'Queue',
        ],
      },
    ],
  },
  {
    id: 'GE.DF',
    name: 'Generic Data Flow',
    description:
      'Data on its way from one element to another. Draw a second flow for the answer if it matters.',
    representation: 'Line',
    icon: 'flow',
    attributes: [
      { name: 'authenticatesSource', label: SOURCE_KNOWN, values: ['Not Selected', 'No', 'Yes'] },
      noYes('authenticatesDestination', DESTINATION_KNOWN),
      noYes('providesConfidentiality', CONFIDENTIAL),
      noYes('providesIntegrity', UNCHANGED),
      noYes('detectsReplay', 'Detects Repeated Messages'),
      noYes('Cookies', 'Carries Session Cookies'),
      {
        name: 'reach',
        label: 'Passes Through',
        values: ['Not Selected', 'Internet', 'Internal network', 'One machine'],
      },
      {
        name: 'dataClassification',
        label: 'Data Classification',
        values: ['Not Selected', 'Public', 'Internal', 'Confidential', 'Restricted'],
      },
    ],
  },
  {
    id: 'GE.TB.L',
    name: 'Generic Trust Line Boundary',
    description: 'A line where trust changes: what comes across it was made by somebody less trusted.',
    representation: 'LineBoundary',
    icon: 'boundary-line',
  },
  {
    id: 'GE.TB.B',
    name: 'Generic Trust Border Boundary',
    description: 'An area within which elements trust each other more than what is outside.',
    representation: 'BorderBoundary',
    icon: 'boundary-border',
  },
  {
    id: 'GE.A',
    name: 'Free Text Annotation',
    description: 'A note on the diagram. It takes no part in the analysis.',
    representation: 'Annotation',
  },
];
