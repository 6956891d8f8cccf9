import type { StencilSource } from '../../scripts/templates/format.ts';
import { choice, yesNo } from '../author.ts';
import { below, COMPUTE, EDGE, STORE } from './stencils.ts';

const [compute, edge, store] = [below(COMPUTE), below(EDGE), below(STORE)];

const PUBLISHING = choice(
  'publishing',
  'Deployment Endpoint (SCM, FTP)',
  'Entra ID only',
  'Basic authentication',
);
const TRIGGER = choice(
  'triggerAuth',
  'HTTP Trigger Opens With',
  'Entra ID token',
  'Key in the address or header',
  'Nothing',
  'No HTTP trigger',
);
const CLUSTER_API = choice(
  'clusterApi',
  'API Server of the Cluster',
  'Private or authorised ranges',
  'Public',
);
const DEAD_LETTERS = yesNo('deadLetters', 'Failed Messages Are Set Aside and Watched');

const workloads: readonly StencilSource[] = [
  compute(
    'AZ.Compute.AppService',
    'App Service',
    'web-application',
    'A web app or API on Azure App Service.',
    PUBLISHING,
  ),
  compute(
    'AZ.Compute.Functions',
    'Azure Functions',
    'function',
    'Code that Azure starts for a request, a message or a time.',
    PUBLISHING,
    TRIGGER,
  ),
  compute(
    'AZ.Compute.LogicApp',
    'Logic App',
    'workflow',
    'A workflow of connectors that acts on events or requests.',
    TRIGGER,
  ),
  compute(
    'AZ.Compute.ContainerApp',
    'Container App',
    'container',
    'Containers on Azure Container Apps or Container Instances, without a cluster of your own.',
  ),
  compute(
    'AZ.Compute.Aks',
    'AKS Workload',
    'cluster-workload',
    'Pods on Azure Kubernetes Service, together with the cluster that runs them.',
    CLUSTER_API,
  ),
  compute(
    'AZ.Compute.VirtualMachine',
    'Virtual Machine',
    'virtual-machine',
    'A virtual machine or scale set whose operating system is yours to keep.',
    choice('managementPorts', 'Remote Management', 'Bastion or just in time', 'Open port'),
    yesNo('patched', 'Patched Automatically'),
  ),
];

const entryPoints: readonly StencilSource[] = [
  edge(
    'AZ.Edge.FrontDoor',
    'Front Door or CDN',
    'content-delivery',
    'Takes requests all over the world and passes them to the nearest origin.',
  ),
  edge(
    'AZ.Edge.ApplicationGateway',
    'Application Gateway',
    'load-balancer',
    'A regional gateway or load balancer for web traffic at the edge of a virtual network.',
  ),
  edge(
    'AZ.Edge.ApiManagement',
    'API Management',
    'api-gateway',
    'Publishes APIs: checks callers, applies policies and passes calls on.',
    choice('apiAuthentication', 'Gateway Checks', 'Token of the caller', 'Subscription key only', 'Nothing'),
  ),
  edge(
    'AZ.Edge.Firewall',
    'Azure Firewall',
    'firewall',
    'Filters the traffic between networks and to the internet.',
  ),
];

const dataServices: readonly StencilSource[] = [
  store(
    'AZ.Store.Blob',
    'Blob Storage',
    'object-storage',
    'Containers of files in a storage account, a data lake included.',
    choice('anonymousAccess', 'Anonymous Read Access', 'Disabled', 'Allowed'),
    choice(
      'sas',
      'Shared Access Signatures',
      'Not used',
      'User delegation, short-lived',
      'Account key or long-lived',
    ),
    yesNo('uploadScan', 'Uploads Are Scanned for Malware'),
  ),
  store('AZ.Store.Table', 'Table Storage', 'table', 'Entities by key in a storage account.'),
  store('AZ.Store.Queue', 'Queue Storage', 'queue', 'Simple messages in a storage account.', DEAD_LETTERS),
  store('AZ.Store.Sql', 'SQL Database', 'database', 'Azure SQL, or a managed PostgreSQL or MySQL server.'),
  store('AZ.Store.Cosmos', 'Cosmos DB', 'nosql', 'Documents, graphs or columns in a Cosmos DB account.'),
  store(
    'AZ.Store.Redis',
    'Cache for Redis',
    'cache',
    'A managed Redis that keeps sessions and copies of data.',
    choice('nonTlsPort', 'Port Without TLS', 'Disabled', 'Enabled'),
  ),
  store(
    'AZ.Store.ServiceBus',
    'Service Bus',
    'topic',
    'Queues and topics for messages between programs.',
    DEAD_LETTERS,
  ),
  store(
    'AZ.Store.EventHubs',
    'Event Hubs',
    'stream',
    'A stream that many producers write and many consumers read.',
  ),
  store(
    'AZ.Store.EventGrid',
    'Event Grid',
    'event-bus',
    'Passes events on to those who subscribed to them.',
    DEAD_LETTERS,
  ),
  store(
    'AZ.Store.KeyVault',
    'Key Vault',
    'vault',
    'Keeps secrets, keys and certificates.',
    choice(
      'permissionModel',
      'Permission Model',
      'Roles, one vault per workload',
      'Access policies or shared vault',
    ),
    yesNo('rotation', 'Secrets and Keys Are Rotated'),
    yesNo('purgeProtection', 'Purge Protection'),
  ),
  store(
    'AZ.Store.Registry',
    'Container Registry',
    'registry',
    'Images and other artefacts that workloads are started from.',
    yesNo('imagesVerified', 'Only Signed and Scanned Images Are Started'),
  ),
  store(
    'AZ.Store.LogAnalytics',
    'Log Analytics Workspace',
    'audit-trail',
    'Logs of resources and sign-ins, with the alerts of Sentinel or Monitor on them.',
    choice('logRetention', 'Logs Are Kept', 'Locked, a year or more', 'As long as an administrator wants'),
    yesNo('alertsHandled', 'Alerts Reach Somebody Who Acts'),
  ),
];

export const services: readonly StencilSource[] = [...workloads, ...entryPoints, ...dataServices];
