import type { AttributeSource, StencilSource } from '../../scripts/templates/format.ts';
import { fixed, yesNo } from '../author.ts';
import {
  CONFIDENTIAL,
  DESTINATION_KNOWN,
  KIND_OF_PARTY,
  noYes,
  SOURCE_KNOWN,
  STORE_TYPE,
  UNCHANGED,
} from './labels.ts';

const process = (id: string, name: string, icon: string, description: string): StencilSource => ({
  id,
  name,
  description,
  parent: 'GE.P',
  representation: 'Inherited',
  icon,
});

const party = (
  id: string,
  name: string,
  icon: string,
  description: string,
  kind: 'Code' | 'Human',
): StencilSource => ({
  id,
  name,
  description,
  parent: 'GE.EI',
  representation: 'Inherited',
  icon,
  attributes: [fixed('type', KIND_OF_PARTY, kind)],
});

const store = (
  id: string,
  name: string,
  icon: string,
  description: string,
  kind: string,
  more: readonly AttributeSource[] = [],
): StencilSource => ({
  id,
  name,
  description,
  parent: 'GE.DS',
  representation: 'Inherited',
  icon,
  attributes: [fixed('storeType', STORE_TYPE, kind), ...more],
});

const flow = (
  id: string,
  name: string,
  icon: string,
  description: string,
  attributes: readonly AttributeSource[] = [],
): StencilSource => ({
  id,
  name,
  description,
  parent: 'GE.DF',
  representation: 'Inherited',
  icon,
  attributes,
});

/** What TLS gives without client certificates. */
const TLS: readonly AttributeSource[] = [
  fixed('authenticatesDestination', DESTINATION_KNOWN, 'Yes'),
  fixed('providesConfidentiality', CONFIDENTIAL, 'Yes'),
  fixed('providesIntegrity', UNCHANGED, 'Yes'),
];

const lineBoundary = (id: string, name: string, icon: string, description: string): StencilSource => ({
  id,
  name,
  description,
  parent: 'GE.TB.L',
  representation: 'Inherited',
  icon,
});

const border = (id: string, name: string, icon: string, description: string): StencilSource => ({
  id,
  name,
  description,
  parent: 'GE.TB.B',
  representation: 'BorderBoundary',
  icon,
});

export const standardStencils: readonly StencilSource[] = [
  {
    ...process(
      'SE.P.TMCore.WebApp',
      'Web Application',
      'web-application',
      'Serves pages and handles the forms and calls of browsers.',
    ),
    attributes: [yesNo('antiForgery', 'Protects State Changes Against Forged Requests')],
  },
  process(
    'SE.P.TMCore.WebSvc',
    'Web Service or API',
    'web-service',
    'Answers calls of programs: REST, GraphQL, gRPC or SOAP.',
  ),
  process(
    'SE.P.TMCore.BrowserClient',
    'Browser Client',
    'browser',
    'A single-page application or script that runs in the browser of a user.',
  ),
  process(
    'SE.P.Trustline.MobileClient',
    'Mobile Client',
    'mobile',
    'An app on the phone or tablet of a user.',
  ),
  process(
    'SE.P.TMCore.ThickClient',
    'Desktop Client',
    'desktop',
    'A program that is installed on the computer of a user.',
  ),
  process(
    'SE.P.Trustline.Worker',
    'Background Worker',
    'worker',
    'Handles jobs or messages without anybody waiting for an answer.',
  ),
  process(
    'SE.P.Trustline.Function',
    'Serverless Function',
    'function',
    'Code that a cloud platform starts for one event.',
  ),
  process(
    'SE.P.Trustline.Gateway',
    'Gateway or Proxy',
    'gateway',
    'Passes requests on: load balancer, reverse proxy, API gateway, web application firewall.',
  ),
  process(
    'SE.P.TMCore.OSProcess',
    'Operating System Process',
    'os-process',
    'Any program that runs on a machine.',
  ),
  process('SE.P.TMCore.Thread', 'Thread', 'thread', 'A line of execution within a process.'),
  process(
    'SE.P.Trustline.IdentityProvider',
    'Identity Provider',
    'identity',
    'Your own service that logs people in and issues tokens.',
  ),
  party('SE.EI.TMCore.User', 'Human User', 'user', 'A person who uses the system.', 'Human'),
  party(
    'SE.EI.Trustline.Administrator',
    'Administrator',
    'administrator',
    'A person who runs the system and has more rights than others.',
    'Human',
  ),
  party(
    'SE.EI.TMCore.WebSvc',
    'External Web Service',
    'external-service',
    'A service of somebody else that the system calls or is called by.',
    'Code',
  ),
  party(
    'SE.EI.TMCore.AuthProvider',
    'External Identity Provider',
    'identity-external',
    'A service of somebody else that logs people in for you.',
    'Code',
  ),
  store('SE.DS.TMCore.SQL', 'SQL Database', 'database', 'A relational database.', 'SQL Relational Database'),
  store(
    'SE.DS.TMCore.NoSQL',
    'NoSQL Database',
    'nosql',
    'A document, key-value, graph or column store.',
    'Non Relational Database',
  ),
  store(
    'SE.DS.TMCore.FS',
    'File System',
    'file-system',
    'Files and directories on a disk or a share.',
    'File System',
  ),
  store(
    'SE.DS.TMCore.CloudStorage',
    'Object Storage',
    'object-storage',
    'Buckets of files that are reached over HTTP.',
    'Object Storage',
    [noYes('publicAccess', 'Publicly Readable')],
  ),
  store('SE.DS.TMCore.Cache', 'Cache', 'cache', 'Copies of data that are kept near for speed.', 'Cache'),
  store(
    'SE.DS.Trustline.Queue',
    'Queue or Message Broker',
    'queue',
    'Holds messages until somebody takes them.',
    'Queue',
  ),
  store(
    'SE.DS.TMCore.ConfigFile',
    'Configuration',
    'configuration',
    'Settings that decide how the system behaves.',
    'Configuration',
  ),
  store(
    'SE.DS.Trustline.SecretStore',
    'Secret Store',
    'vault',
    'A vault for keys, passwords and certificates.',
    'Configuration',
    [fixed('storesCredentials', 'Holds Credentials or Keys', 'Yes')],
  ),
  flow(
    'SE.DF.TMCore.HTTP',
    'HTTP',
    'http',
    'HTTP without TLS: readable and changeable by whoever sits between.',
    [
      fixed('authenticatesSource', SOURCE_KNOWN, 'No'),
      fixed('authenticatesDestination', DESTINATION_KNOWN, 'No'),
      fixed('providesConfidentiality', CONFIDENTIAL, 'No'),
      fixed('providesIntegrity', UNCHANGED, 'No'),
    ],
  ),
  flow(
    'SE.DF.TMCore.HTTPS',
    'HTTPS',
    'https',
    'HTTP over TLS, with the server known by its certificate.',
    TLS,
  ),
  flow('SE.DF.Trustline.GRPC', 'gRPC', 'grpc', 'Remote calls over HTTP/2 with TLS.', TLS),
  flow(
    'SE.DF.Trustline.TCP',
    'TCP',
    'tcp',
    'A connection with a protocol of its own, such as that of a database.',
  ),
  flow('SE.DF.Trustline.Message', 'Queue Message', 'message', 'A message put into a queue or taken from it.'),
  flow(
    'SE.DF.TMCore.NamedPipe',
    'Local Call (IPC)',
    'ipc',
    'Processes on one machine talk: pipe, socket, shared memory.',
    [fixed('reach', 'Passes Through', 'One machine')],
  ),
  lineBoundary(
    'SE.TB.L.TMCore.Internet',
    'Internet Boundary',
    'boundary-internet',
    'Beyond it is the internet.',
  ),
  lineBoundary(
    'SE.TB.L.TMCore.Machine',
    'Machine Boundary',
    'boundary-machine',
    'Beyond it is another machine.',
  ),
  border(
    'SE.TB.B.TMCore.CorpNet',
    'Corporate Network',
    'boundary-corporate',
    'The network of an organisation.',
  ),
  border(
    'SE.TB.B.Trustline.CloudTenant',
    'Cloud Tenant',
    'boundary-cloud',
    'What runs under one account or subscription at a cloud provider.',
  ),
  border(
    'SE.TB.B.TMCore.Sandbox',
    'Sandbox',
    'boundary-sandbox',
    'Code that is not trusted runs in it with few rights: browser tab, container, virtual machine.',
  ),
];
