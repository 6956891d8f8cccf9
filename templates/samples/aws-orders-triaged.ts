import type { TriagedSource } from '../../scripts/templates/format.ts';

export const awsOrdersTriaged: TriagedSource = {
  key: 'aws-orders-triaged',
  sample: 'aws-orders',
  title: 'AWS Order Service, answered',
  line: 'The same order service after the review: what was changed, what does not apply, what is still open.',
  reviewer: 'Trustline',
  reviewedAt: '2026-11-24T10:00:00',
  answers: [
    {
      threat: 'AWS.ID12',
      state: 'Mitigated',
      justification:
        'The user pool runs with threat protection in full mode: leaked passwords are refused, and a risky sign-in must pass a second factor. Ten failures lock an address for an hour. Passkeys are offered at every sign-in; 34 % of customers use one.',
    },
    {
      threat: 'AWS.EX5',
      state: 'Mitigated',
      justification:
        'Web ACL "orders-prod" with the core, known-bad-inputs and IP-reputation rule groups blocks since 3 November, after two weeks in count mode with no false positive on the order path.',
    },
    {
      threat: 'AWS.RE1',
      state: 'Mitigated',
      justification:
        'The stage limits the API to 200 requests a second and the WAF to 300 in five minutes per address. The order function has a reserved concurrency of 80. The budget alarm calls the person on call at 120 % of the daily average.',
    },
    {
      threat: 'AWS.ID14',
      state: 'Mitigated',
      justification:
        'The function takes the customer number from the "sub" claim that the authorizer verified; a number in the body is refused. The contract tests read, change and cancel an order of customer A with the token of customer B and expect 404.',
    },
    {
      threat: 'AWS.ID1',
      flows: ['readKey'],
      state: 'Mitigated',
      justification:
        'The statement on secrets names the one ARN of the payment key and only GetSecretValue. The wildcard in the policy of the function concerns the table, see there.',
    },
    {
      threat: 'AWS.ID1',
      flows: ['save'],
      state: 'NeedsInvestigation',
      justification:
        'The role still has dynamodb:* on the table. Access Analyzer has proposed PutItem, GetItem, Query and UpdateItem; Priya replaces the policy in the sprint that ends on 5 December and checks the nightly export, which may need Scan.',
      priority: 'Critical',
    },
    {
      threat: 'AWS.ID1',
      flows: ['publish'],
      state: 'Mitigated',
      justification:
        'Changed on 20 November: events:PutEvents on this bus only, with a condition on source "shop.orders" (events:source).',
    },
    {
      threat: 'AWS.DA7',
      flows: ['readKey'],
      state: 'NotApplicable',
      justification:
        'The payment provider issues the key and offers no interface to rotate it. It accepts the key from our two NAT addresses only, and replacing it by hand, last done on 2 October, is step 4 of the incident runbook.',
      priority: 'Low',
    },
    {
      threat: 'AWS.DA7',
      flows: ['reserve'],
      state: 'NeedsInvestigation',
      justification:
        'The stock database has used the same password since March. The driver of the packing service supports IAM authentication; Jonas tries it in the test account until 12 December. If connection times suffer, Secrets Manager will rotate weekly instead.',
    },
    {
      threat: 'AWS.DA5',
      state: 'NotApplicable',
      justification:
        'The shop is the only tenant of this table. Separation between its customers is answered at "Order Function hands out records of other customers".',
    },
    {
      threat: 'AWS.LO3',
      state: 'Mitigated',
      justification:
        'Data events of the table go to the organization trail since 18 November (advanced selector on the table ARN), and on to the log account. 14 months are kept.',
    },
    {
      threat: 'AWS.RE2',
      flows: ['save'],
      state: 'Mitigated',
      justification:
        'Besides point-in-time recovery in the account, AWS Backup now copies the table every night to the vault of the backup account, locked for 35 days. Restored in 48 minutes on 19 November.',
    },
    {
      threat: 'AWS.RE2',
      flows: ['invoice'],
      state: 'Mitigated',
      justification:
        'Invoices must be kept for ten years anyway: the bucket has versioning and Object Lock in compliance mode, so that not even the root user deletes a version earlier.',
    },
    {
      threat: 'AWS.LO4',
      state: 'Mitigated',
      justification:
        'Alarms on refused AWS calls of the function role, on a rate of 401 and 403 above 5 % and on errors page the order team. GuardDuty findings of high severity go to the same rota. The drill of 10 November took 7 minutes to the first action.',
    },
    {
      threat: 'AWS.LO5',
      state: 'Mitigated',
      justification:
        'The logger writes nine named fields, none of them address, mail or token. The data protection policy of the log group masks mail addresses and card numbers; it has found nothing since September.',
    },
    {
      threat: 'AWS.IN4',
      state: 'NeedsInvestigation',
      justification:
        'The bus policy admits every principal of the account. Two other teams still send test events; they move to their own bus by 1 December, and then the policy names the order function alone. Owner: Mei.',
    },
    {
      threat: 'AWS.DA9',
      state: 'Mitigated',
      justification:
        'Only amount, currency, order number and a card token of the provider’s own form leave the account; card numbers never reach us. Processing agreement signed on 14 May, provider certified for PCI DSS level 1.',
    },
    {
      threat: 'AWS.RE6',
      state: 'Mitigated',
      justification:
        'The function is attached to a subnet whose only way out is Network Firewall with one allowed name, that of the payment provider. DNS findings of GuardDuty are on.',
    },
    {
      threat: 'AWS.IN2',
      state: 'Mitigated',
      justification:
        'The packing service checks each event against version 3 of the schema "order-placed" and drops events with unknown fields into the dead-letter queue. Article numbers are matched against the stock list before use.',
    },
    {
      threat: 'AWS.RE4',
      state: 'Mitigated',
      justification:
        'The rule retries for one hour and then writes to the queue "packing-failed". One message in it pages the packing team; "make replay" sends it again after a fix.',
    },
    {
      threat: 'AWS.RE5',
      state: 'Mitigated',
      justification:
        'The order number is the primary key of the reservation, inserted before anything else happens; a second event with it ends there. Covered by the test "packs once".',
    },
    {
      threat: 'AWS.DA6',
      flows: ['reserve'],
      state: 'Mitigated',
      justification:
        'The task definition of 21 November refers to the secret by ARN ("secrets" instead of "environment"). The old revisions are deregistered, and the password was changed the same day.',
    },
    {
      threat: 'AWS.DA6',
      flows: ['invoice'],
      state: 'NotApplicable',
      justification: 'The bucket is written with the role of the task; no secret is used on this way.',
    },
    {
      threat: 'AWS.IN1',
      state: 'Mitigated',
      justification:
        'All statements are prepared with bound parameters, which the linter rule "no-raw-sql" enforces. The login may select and update two tables and cannot change the schema.',
    },
    {
      threat: 'AWS.DA2',
      state: 'Mitigated',
      justification:
        'The bucket is encrypted with the key "invoices" since 17 November. Its policy lets the packing task encrypt, and the finance role and the download function decrypt. The bucket policy refuses other keys.',
    },
    {
      threat: 'AWS.DA11',
      state: 'Mitigated',
      justification:
        'A gateway endpoint for S3 is in the route tables of the VPC. Its policy allows buckets of our organization only (aws:ResourceOrgID), and the VPC has no NAT gateway.',
    },
    {
      threat: 'AWS.ID2',
      state: 'Mitigated',
      justification:
        'Permissions boundary "deploy-ceiling" on the role: PassRole only to roles under /orders/, to Lambda and ECS; no creation of users, keys or roles without the same boundary. A policy of the organization protects the boundary itself.',
    },
    {
      threat: 'AWS.ID5',
      state: 'Mitigated',
      justification:
        'Since 13 November the trust policy compares "sub" as a whole: repository "shop/orders", environment "production". A workflow of another repository was refused in the test of 14 November.',
    },
    {
      threat: 'AWS.DE1',
      state: 'Mitigated',
      justification:
        'The main branch and the folder of the workflows need one review by a code owner. The environment "production" needs approval by somebody other than the author. Actions are pinned by commit.',
    },
  ],
};
