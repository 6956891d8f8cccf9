import type { AttributeSource, StencilSource } from '../../scripts/templates/format.ts';
import { choice, fixed, yesNo } from '../author.ts';
import { AREA, below, CONTROL, ENCRYPTED, EXTERNAL, FLOW, IDENTITY_RIGHTS, LINE } from './stencils.ts';
import { services } from './stencils-services.ts';

const [control, external, flow, line] = [below(CONTROL), below(EXTERNAL), below(FLOW), below(LINE)];

const area = (id: string, name: string, icon: string, description: string): StencilSource => ({
  id,
  name,
  description,
  parent: AREA,
  representation: 'BorderBoundary',
  icon,
});

const encrypted = (value: 'Yes' | 'No'): AttributeSource => fixed('encrypted', ENCRYPTED, value);

const REVIEWED = yesNo('agreementReviewed', 'Access and Use of Data Agreed and Reviewed');

const controlServices: readonly StencilSource[] = [
  control(
    'AZ.Control.EntraId',
    'Entra ID',
    'identity',
    'The directory of your own tenant: people, groups, apps and the tokens they get.',
    choice('conditionalAccess', 'Conditional Access', 'All users and apps', 'Some users or apps', 'None'),
    choice('appConsent', 'Users May Consent to Apps', 'No, administrators decide', 'Yes'),
  ),
  control(
    'AZ.Control.ManagedIdentity',
    'Managed Identity',
    'workload-identity',
    'An identity whose secret Azure keeps. Draw it where its rights or its sharing matter.',
    IDENTITY_RIGHTS,
    choice('identityUsedBy', 'Used By', 'One workload', 'Several workloads'),
  ),
  control(
    'AZ.Control.ResourceManager',
    'Resource Manager',
    'control-plane',
    'The control plane of subscriptions: portal, command line and templates all end here.',
    choice('guardrails', 'Azure Policy and Locks', 'Deny what breaks the rules', 'Audit only', 'None'),
  ),
  control(
    'AZ.Control.Pipeline',
    'Deployment Pipeline',
    'pipeline',
    'Azure DevOps, GitHub Actions or another system that builds and deploys.',
    choice('deploySignIn', 'Signs In to Azure With', 'Federated identity', 'Stored secret or certificate'),
    choice('changesReviewed', 'Changes to Production', 'Reviewed and approved', 'Deployed without approval'),
    choice('runners', 'Build Agents', 'Fresh for each job', 'Shared and long-lived'),
    IDENTITY_RIGHTS,
  ),
  control(
    'AZ.Control.Bastion',
    'Bastion or Jump Host',
    'jump-host',
    'The one way for administrators to consoles of machines.',
  ),
  control(
    'AZ.Control.Defender',
    'Defender for Cloud',
    'risk-shield',
    'Finds weak settings and attacks in subscriptions and raises alerts.',
  ),
];

const parties: readonly StencilSource[] = [
  external('AZ.External.User', 'User', 'user', 'A person who uses what you run: an employee or a customer.'),
  external(
    'AZ.External.Administrator',
    'Administrator',
    'administrator',
    'A person with rights over resources, subscriptions or the tenant.',
    choice('privilegedAccess', 'Privileged Roles', 'Just in time with approval (PIM)', 'Permanent'),
    choice(
      'adminAccount',
      'Account for Administration',
      'Separate, cloud only',
      'Everyday account',
      'Shared account',
    ),
    choice('adminDevice', 'Device for Administration', 'Hardened and managed', 'Any device'),
  ),
  external(
    'AZ.External.Partner',
    'Guest or Partner',
    'partner-account',
    'A person or app of another tenant that was let in.',
    REVIEWED,
  ),
  external(
    'AZ.External.Client',
    'Browser or Mobile App',
    'browser',
    'A program on the device of a person that calls your service.',
  ),
  external(
    'AZ.External.OnPremises',
    'On-Premises System',
    'host',
    'A server or directory in a network of your own outside Azure.',
  ),
  external(
    'AZ.External.Service',
    'External Service',
    'external-service',
    'A service of somebody else, reached over the internet.',
    REVIEWED,
  ),
  external(
    'AZ.External.Attacker',
    'Attacker',
    'attacker',
    'Somebody with bad intent, to show a path of attack.',
  ),
];

const flows: readonly StencilSource[] = [
  flow(
    'AZ.Flow.Https',
    'HTTPS',
    'https',
    'HTTP over TLS: calls of browsers, apps and most Azure services.',
    encrypted('Yes'),
  ),
  flow(
    'AZ.Flow.Http',
    'HTTP',
    'http',
    'HTTP without TLS, also behind a gateway that ends TLS.',
    encrypted('No'),
  ),
  flow('AZ.Flow.Database', 'Database Connection', 'tcp', 'The connection of a database or cache driver.'),
  flow(
    'AZ.Flow.Message',
    'Queue Message',
    'message',
    'A message or event over AMQP or HTTPS to or from a queue or stream.',
    encrypted('Yes'),
  ),
  flow(
    'AZ.Flow.Event',
    'Event Delivery',
    'event',
    'Azure calls a subscriber: a webhook or an event trigger.',
    encrypted('Yes'),
  ),
  flow(
    'AZ.Flow.SignIn',
    'Sign-In or Token Request',
    'token',
    'A person or a workload signs in and gets a token.',
    encrypted('Yes'),
  ),
  flow(
    'AZ.Flow.Management',
    'Management Call',
    'management-call',
    'A change of resources or roles: portal, command line, deployment.',
    encrypted('Yes'),
  ),
  flow(
    'AZ.Flow.RemoteSession',
    'Remote Session',
    'remote-session',
    'RDP, SSH or a console in the browser.',
    encrypted('Yes'),
  ),
  flow(
    'AZ.Flow.Hybrid',
    'VPN or ExpressRoute',
    'tunnel',
    'Traffic between a network of your own and Azure. ExpressRoute alone does not encrypt.',
  ),
];

const boundaries: readonly StencilSource[] = [
  area(
    'AZ.Area.Tenant',
    'Entra Tenant',
    'boundary-cloud',
    'One directory with all subscriptions that trust it.',
  ),
  area(
    'AZ.Area.Subscription',
    'Subscription',
    'boundary-account',
    'A subscription or resource group: as far as a role granted on it reaches.',
  ),
  area(
    'AZ.Area.VirtualNetwork',
    'Virtual Network',
    'boundary-network',
    'A virtual network with what is attached to it.',
  ),
  area('AZ.Area.Subnet', 'Subnet', 'boundary-subnet', 'A subnet with a network security group of its own.'),
  area('AZ.Area.OnPremises', 'On-Premises Network', 'on-premises', 'A network of your own outside Azure.'),
  line('AZ.Line.Internet', 'Internet Boundary', 'boundary-internet', 'Beyond it is the internet.'),
  line(
    'AZ.Line.PrivateEndpoint',
    'Private Endpoint',
    'boundary-private-link',
    'The flow enters a managed service through an address in your virtual network.',
  ),
];

export const standardStencils: readonly StencilSource[] = [
  ...services,
  ...controlServices,
  ...parties,
  ...flows,
  ...boundaries,
];
