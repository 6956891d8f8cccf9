import type { ThreatSource } from '../../scripts/templates/format.ts';
import { NETWORK } from './categories.ts';
import { FROM_OUTSIDE } from './filters.ts';

export const network: readonly ThreatSource[] = [
  {
    id: 'AZ.NW1',
    title: '{target.Name} answers the whole internet',
    category: NETWORK,
    priority: 'High',
    include: `(source is 'AZ.Compute' or source is 'AZ.External') and target is 'AZ.Store' and
      not target is 'AZ.Store.LogAnalytics' and not target is 'AZ.Store.EventGrid'`,
    exclude: `flow crosses 'AZ.Line.PrivateEndpoint' or target.networkAccess is 'Disabled, private endpoint only' or
      target.networkAccess is 'Selected networks'`,
    description:
      '{target.Name} has a public name and, unless somebody changed it, accepts connections from every network. Only a key or a token then stands between the data and an attacker; one leak at {source.Name} is enough.',
    further: {
      PossibleMitigations:
        'Disable public network access and connect through a private endpoint with private DNS. Where that cannot be, allow single networks. Do not rely on the exception for all Azure services: it lets in every customer of Azure.',
      References:
        'CWE-668 Exposure of Resource to Wrong Sphere. ATT&CK T1190 Exploit Public-Facing Application.',
    },
    hit: { source: 'AZ.Compute.AppService', flow: 'AZ.Flow.Database', target: 'AZ.Store.Sql' },
    miss: {
      source: 'AZ.Compute.AppService',
      flow: 'AZ.Flow.Database',
      target: 'AZ.Store.Sql',
      crosses: ['AZ.Line.PrivateEndpoint'],
    },
  },
  {
    id: 'AZ.NW2',
    title: '{source.Name} is bypassed',
    category: NETWORK,
    priority: 'High',
    include: `source is 'AZ.Edge' and target is 'AZ.Compute'`,
    exclude: `target.ingress is 'Gateway only' or target.ingress is 'Virtual network only'`,
    description:
      '{target.Name} keeps a public address of its own. Whoever finds it talks to it directly, past the firewall, the limits and the token checks of {source.Name}.',
    further: {
      PossibleMitigations:
        'Use private link or virtual network integration between the two. Otherwise restrict access to the service tag of the gateway and check the header with the id of your own instance, because the tag covers the instances of others.',
      References:
        'CWE-424 Improper Protection of Alternate Path. ATT&CK T1190 Exploit Public-Facing Application.',
    },
    hit: { source: 'AZ.Edge.FrontDoor', flow: 'AZ.Flow.Https', target: 'AZ.Compute.AppService' },
    miss: {
      source: 'AZ.Edge.FrontDoor',
      flow: 'AZ.Flow.Https',
      target: ['AZ.Compute.AppService', { ingress: 'Gateway only' }],
    },
  },
  {
    id: 'AZ.NW3',
    title: 'Remote management of {target.Name} is attacked',
    category: NETWORK,
    priority: 'High',
    include: `source is 'AZ.External' and target is 'AZ.Compute.VirtualMachine' and
      (flow is 'AZ.Flow.RemoteSession' or target.managementPorts is 'Open port')`,
    exclude: `target.managementPorts is 'Bastion or just in time'`,
    description:
      'RDP or SSH of {target.Name} can be reached from where {source.Name} is. Open ports are found within minutes and tried without end with leaked passwords and new exploits.',
    further: {
      PossibleMitigations:
        'Take the public address away and reach the machine through Azure Bastion, or open the port just in time for one address. Sign in with Entra ID and a second factor, and deny management ports by policy.',
      References:
        'ATT&CK T1133 External Remote Services, T1110 Brute Force. CWE-307 Improper Restriction of Excessive Authentication Attempts.',
    },
    hit: {
      source: 'AZ.External.Administrator',
      flow: 'AZ.Flow.RemoteSession',
      target: 'AZ.Compute.VirtualMachine',
    },
    miss: {
      source: 'AZ.Control.Bastion',
      flow: 'AZ.Flow.RemoteSession',
      target: 'AZ.Compute.VirtualMachine',
    },
  },
  {
    id: 'AZ.NW4',
    title: 'An intruder at {source.Name} moves on to {target.Name}',
    category: NETWORK,
    priority: 'Medium',
    include: `(flow crosses 'AZ.Area.VirtualNetwork' or flow crosses 'AZ.Area.Subnet') and
      (source is 'AZ.Compute' or source is 'AZ.Edge') and target is 'AZ.Compute'`,
    exclude: `flow.filtered is 'Yes'`,
    description:
      'By default everything within a virtual network and its peers may talk to everything on every port. From {source.Name} an intruder scans and attacks not only {target.Name} but all of its neighbours.',
    further: {
      PossibleMitigations:
        'Put tiers into subnets of their own and allow single ports between them with network or application security groups; deny the rest. Route traffic between networks through a firewall and watch its denials.',
      References:
        'CWE-923 Improper Restriction of Communication Channel to Intended Endpoints. ATT&CK T1021 Remote Services.',
    },
    hit: {
      source: 'AZ.Edge.ApplicationGateway',
      flow: 'AZ.Flow.Https',
      target: 'AZ.Compute.VirtualMachine',
      crosses: ['AZ.Area.Subnet'],
    },
    miss: {
      source: 'AZ.Edge.ApplicationGateway',
      flow: ['AZ.Flow.Https', { filtered: 'Yes' }],
      target: 'AZ.Compute.VirtualMachine',
      crosses: ['AZ.Area.Subnet'],
    },
  },
  {
    id: 'AZ.NW5',
    title: 'A break-in on-premises reaches {target.Name}',
    category: NETWORK,
    priority: 'High',
    include: `flow crosses 'AZ.Area.OnPremises' and (target is 'AZ.Compute' or target is 'AZ.Store' or target is 'AZ.Control')`,
    exclude: `flow.filtered is 'Yes' and not flow.signIn is 'Nothing'`,
    description:
      'The way from {source.Name} to {target.Name} joins two networks. Ransomware and intruders that are common in office networks use the connection, its open routes and synchronised accounts to go on in Azure.',
    further: {
      PossibleMitigations:
        'Allow single sources, targets and ports on a firewall in the hub, in both directions. Treat on-premises systems like any caller: let them sign in. Do not synchronise administrators, and protect the server that synchronises the directory like a domain controller.',
      References:
        'ATT&CK T1021.007 Cloud Services, T1199 Trusted Relationship. CWE-923 Improper Restriction of Communication Channel to Intended Endpoints.',
    },
    hit: {
      source: 'AZ.External.OnPremises',
      flow: ['AZ.Flow.Hybrid', { signIn: 'Client certificate' }],
      target: 'AZ.Compute.VirtualMachine',
      crosses: ['AZ.Area.OnPremises'],
    },
    miss: {
      source: 'AZ.External.OnPremises',
      flow: ['AZ.Flow.Hybrid', { signIn: 'Client certificate', filtered: 'Yes' }],
      target: 'AZ.Compute.VirtualMachine',
      crosses: ['AZ.Area.OnPremises'],
    },
  },
  {
    id: 'AZ.NW6',
    title: '{flow.Name} is read on the line to on-premises',
    category: NETWORK,
    priority: 'Medium',
    include: `flow is 'AZ.Flow.Hybrid'`,
    exclude: `flow.encrypted is 'Yes'`,
    description:
      'A private line is not an encrypted one. On ExpressRoute, providers and whoever gets into their network can read and change what passes between {source.Name} and {target.Name} unless a layer above encrypts.',
    further: {
      PossibleMitigations:
        'Use TLS between the programs in any case. Run an IPsec tunnel over private peering, or MACsec on ports of your own; for a VPN gateway set strong IKE and IPsec parameters.',
      References: 'CWE-319 Cleartext Transmission of Sensitive Information. ATT&CK T1040 Network Sniffing.',
    },
    hit: { source: 'AZ.External.OnPremises', flow: 'AZ.Flow.Hybrid', target: 'AZ.Store.Sql' },
    miss: {
      source: 'AZ.External.OnPremises',
      flow: ['AZ.Flow.Hybrid', { encrypted: 'Yes' }],
      target: 'AZ.Store.Sql',
    },
  },
  {
    id: 'AZ.NW7',
    title: 'Data leaves unseen on the way out of {source.Name}',
    category: NETWORK,
    priority: 'Medium',
    include: `source is 'AZ.Compute' and target is 'AZ.External' and not flow is 'AZ.Flow.Hybrid'`,
    exclude: `source.egress is 'Through a firewall'`,
    description:
      'If {source.Name} may connect to any address in order to reach {target.Name}, malicious code in it does the same: it loads tools, takes orders and carries data off, to a storage account of the attacker for example.',
    further: {
      PossibleMitigations:
        'Route outbound traffic through Azure Firewall and allow the names that are needed. Switch default outbound access of subnets off, and limit storage targets with service endpoint policies or private endpoints.',
      References:
        'ATT&CK T1567 Exfiltration Over Web Service, T1537 Transfer Data to Cloud Account. CWE-923 Improper Restriction of Communication Channel to Intended Endpoints.',
    },
    hit: { source: 'AZ.Compute.Functions', flow: 'AZ.Flow.Https', target: 'AZ.External.Service' },
    miss: {
      source: ['AZ.Compute.Functions', { egress: 'Through a firewall' }],
      flow: 'AZ.Flow.Https',
      target: 'AZ.External.Service',
    },
  },
  {
    id: 'AZ.NW8',
    title: 'A forgotten domain of {target.Name} is taken over',
    category: NETWORK,
    priority: 'Low',
    include: `${FROM_OUTSIDE} and target is 'AZ.Edge' and not target is 'AZ.Edge.Firewall'`,
    exclude: `target.domainsWatched is 'Yes'`,
    description:
      'A DNS record that still points to a deleted endpoint, app or address is claimed by whoever creates one of the same name. Its pages then stand under your domain, receive cookies, and look real to {source.Name}.',
    further: {
      PossibleMitigations:
        'Delete the DNS record before the resource, use alias records that go with it, and look for dangling records every day (Defender for Cloud, scripts). Scope cookies to single hosts.',
      References: 'CWE-672 Operation on a Resource after Expiration or Release. ATT&CK T1584.001 Domains.',
    },
    hit: { source: 'AZ.External.User', flow: 'AZ.Flow.Https', target: 'AZ.Edge.FrontDoor' },
    miss: {
      source: 'AZ.External.User',
      flow: 'AZ.Flow.Https',
      target: ['AZ.Edge.FrontDoor', { domainsWatched: 'Yes' }],
    },
  },
];
