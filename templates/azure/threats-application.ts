import type { ThreatSource } from '../../scripts/templates/format.ts';
import { APPLICATION } from './categories.ts';
import { FROM_MESSAGING, FROM_OUTSIDE } from './filters.ts';

export const application: readonly ThreatSource[] = [
  {
    id: 'AZ.AP1',
    title: 'Attacks on web applications pass {target.Name}',
    category: APPLICATION,
    priority: 'Medium',
    include: `${FROM_OUTSIDE} and target is 'AZ.Edge' and not target is 'AZ.Edge.Firewall'`,
    exclude: `target.waf is 'Prevention mode'`,
    description:
      '{target.Name} passes on what {source.Name} sends, exploits of newly known flaws and the traffic of bots included. In detection mode a firewall for web applications only writes them down.',
    further: {
      PossibleMitigations:
        'Attach a policy with the managed rule sets and bot protection, tune it in detection mode for a few weeks, then set it to prevention. Keep exclusions narrow and written down. It buys time to patch; it does not replace patching.',
      References:
        'ATT&CK T1190 Exploit Public-Facing Application. CWE-693 Protection Mechanism Failure. OWASP A03:2021 Injection.',
    },
    hit: { source: 'AZ.External.Client', flow: 'AZ.Flow.Https', target: 'AZ.Edge.FrontDoor' },
    miss: {
      source: 'AZ.External.Client',
      flow: 'AZ.Flow.Https',
      target: ['AZ.Edge.FrontDoor', { waf: 'Prevention mode' }],
    },
  },
  {
    id: 'AZ.AP2',
    title: 'Injection into the queries of {source.Name}',
    category: APPLICATION,
    priority: 'High',
    include: `source is 'AZ.Compute' and (target is 'AZ.Store.Sql' or target is 'AZ.Store.Cosmos' or target is 'AZ.Store.Table')`,
    exclude: `source.validatesInput is 'Yes'`,
    description:
      'Where {source.Name} joins text from outside into a query or filter for {target.Name}, an attacker adds conditions or commands and reads or changes records that were not asked for.',
    further: {
      PossibleMitigations:
        'Pass values as parameters in SQL, in Cosmos DB queries and in table filters; never join text. Check type and length at the edge of the code, and give the database user no right to change the schema.',
      References:
        'CWE-89 SQL Injection. CWE-943 Improper Neutralization of Special Elements in Data Query Logic. OWASP A03:2021 Injection.',
    },
    hit: { source: 'AZ.Compute.AppService', flow: 'AZ.Flow.Database', target: 'AZ.Store.Sql' },
    miss: {
      source: ['AZ.Compute.AppService', { validatesInput: 'Yes' }],
      flow: 'AZ.Flow.Database',
      target: 'AZ.Store.Sql',
    },
  },
  {
    id: 'AZ.AP3',
    title: '{target.Name} lets {source.Name} in without a token',
    category: APPLICATION,
    priority: 'High',
    include: `${FROM_OUTSIDE} and target is 'AZ.Edge.ApiManagement'`,
    exclude: `target.apiAuthentication is 'Token of the caller'`,
    description:
      'A subscription key names a product, not a person; it stands in apps and scripts and is passed on. Without checking a token, {target.Name} forwards calls of whoever has the key, or of anybody.',
    further: {
      PossibleMitigations:
        'Validate the token in the policy for all APIs (issuer, audience, scope), keep subscription keys for counting only, and check roles again in the service behind. Restrict the direct management endpoint and the developer portal.',
      References: 'OWASP API2:2023 Broken Authentication. CWE-287 Improper Authentication.',
    },
    hit: { source: 'AZ.External.Client', flow: 'AZ.Flow.Https', target: 'AZ.Edge.ApiManagement' },
    miss: {
      source: 'AZ.External.Client',
      flow: 'AZ.Flow.Https',
      target: ['AZ.Edge.ApiManagement', { apiAuthentication: 'Token of the caller' }],
    },
  },
  {
    id: 'AZ.AP4',
    title: 'The trigger address of {target.Name} is enough to start it',
    category: APPLICATION,
    priority: 'High',
    include: `target.triggerAuth is 'Key in the address or header' or target.triggerAuth is 'Nothing'`,
    exclude: `source is 'AZ.Store' or flow is 'AZ.Flow.Management'`,
    description:
      'Whoever knows the address with its key or signature starts {target.Name} and decides on its input. Such addresses stand in the settings of {source.Name}, in browser histories and in the logs of proxies.',
    further: {
      PossibleMitigations:
        'Demand an Entra ID token and switch key or signature off for the trigger. Allow single source networks. Until then keep the key in Key Vault, give each caller a key of its own, and rotate them.',
      References:
        'CWE-306 Missing Authentication for Critical Function. CWE-598 Use of GET Request Method With Sensitive Query Strings.',
    },
    hit: {
      source: 'AZ.External.Service',
      flow: 'AZ.Flow.Https',
      target: ['AZ.Compute.LogicApp', { triggerAuth: 'Key in the address or header' }],
    },
    miss: {
      source: 'AZ.External.Service',
      flow: 'AZ.Flow.Https',
      target: ['AZ.Compute.LogicApp', { triggerAuth: 'Entra ID token' }],
    },
  },
  {
    id: 'AZ.AP5',
    title: 'Poisoned messages in {source.Name} reach {target.Name}',
    category: APPLICATION,
    priority: 'Medium',
    include: `${FROM_MESSAGING} and target is 'AZ.Compute'`,
    exclude: `target.validatesInput is 'Yes'`,
    description:
      '{target.Name} takes what lies in {source.Name} for correct, because it comes from within. Whoever may write there, one weak producer is enough, makes it work with false ids, huge content or dangerous types.',
    further: {
      PossibleMitigations:
        'Check each message against a schema, load the state from your own store instead of believing the message, give each producer the right to send to its own queue only, and make handlers safe to repeat.',
      References: 'CWE-20 Improper Input Validation. CWE-502 Deserialization of Untrusted Data.',
    },
    hit: { source: 'AZ.Store.ServiceBus', flow: 'AZ.Flow.Message', target: 'AZ.Compute.Functions' },
    miss: {
      source: 'AZ.Store.ServiceBus',
      flow: 'AZ.Flow.Message',
      target: ['AZ.Compute.Functions', { validatesInput: 'Yes' }],
    },
  },
  {
    id: 'AZ.AP6',
    title: 'Forged events are sent to {target.Name}',
    category: APPLICATION,
    priority: 'Medium',
    include: `flow is 'AZ.Flow.Event' and (target is 'AZ.Compute' or target is 'AZ.External')`,
    exclude: `flow.signIn is 'Managed identity' or flow.signIn is 'Entra ID token'`,
    description:
      'A webhook is an address on the network. If {target.Name} does not check that a delivery comes from {source.Name}, anybody who learns the address sends events that look true.',
    further: {
      PossibleMitigations:
        'Let deliveries carry an Entra ID token of a managed identity and check it, or deliver to a queue that the subscriber reads with its own identity. Answer the validation handshake only for subscriptions that you made.',
      References: 'CWE-345 Insufficient Verification of Data Authenticity. CWE-346 Origin Validation Error.',
    },
    hit: { source: 'AZ.Store.EventGrid', flow: 'AZ.Flow.Event', target: 'AZ.Compute.LogicApp' },
    miss: {
      source: 'AZ.Store.EventGrid',
      flow: ['AZ.Flow.Event', { signIn: 'Managed identity' }],
      target: 'AZ.Compute.LogicApp',
    },
  },
];
