import type { TriagedSource } from '../../scripts/templates/format.ts';

/** What the team of the shop answered in its review. */
export const shopClusterTriaged: TriagedSource = {
  key: 'kubernetes-shop-triaged',
  sample: 'kubernetes-shop',
  title: 'Shop on Kubernetes, answered',
  line: 'The same cluster after its review: every threat with a state and a reason.',
  reviewer: 'Trustline',
  reviewedAt: '2026-11-20T10:00:00',
  answers: [
    {
      threat: 'K8S.N4',
      state: 'Mitigated',
      justification:
        'The load balancer of the provider in front absorbs floods; the ingress limits each address to 20 requests a second and bodies to 1 MB, and publishes only /shop and /static. Load test of 12 November.',
    },
    {
      threat: 'K8S.W5',
      state: 'Mitigated',
      justification:
        'automountServiceAccountToken is false in the deployment of the web shop since release 4.2; checked in a running pod, where /var/run/secrets is empty.',
    },
    {
      threat: 'K8S.N1',
      flows: ['page'],
      state: 'Mitigated',
      justification:
        'The namespace denies all traffic by default; the policy allow-ingress admits port 8080 from the ingress controller only. A probe pod in another namespace got no connection.',
    },
    {
      threat: 'K8S.N1',
      flows: ['save'],
      state: 'Mitigated',
      justification:
        'The policy orders-db admits port 5432 from pods with the label app=orders and nothing else. Tested with a pod that lacks the label.',
    },
    {
      threat: 'K8S.N3',
      flows: ['page'],
      state: 'Mitigated',
      justification:
        'The network plugin encrypts all traffic between nodes with WireGuard, and NET_RAW is dropped in all namespaces of users, so that no pod can listen on a node.',
    },
    {
      threat: 'K8S.N3',
      flows: ['place'],
      state: 'Mitigated',
      justification:
        'gRPC runs with TLS since release 4.1; the certificate comes from cert-manager and the client verifies the name orders.shop.svc.',
    },
    {
      threat: 'K8S.W6',
      flows: ['place'],
      state: 'NeedsInvestigation',
      justification:
        'Until the password moves to a file, the order service removes it from its environment after start. Whether the crash reporter had it before is being looked into by the order team, until 4 December.',
    },
    {
      threat: 'K8S.W6',
      flows: ['password'],
      state: 'NeedsInvestigation',
      justification:
        'The mounted file replaces the variable with release 4.4 (ticket SHOP-812, order team, due 4 December). The variable goes in the same release.',
    },
    {
      threat: 'K8S.A10',
      state: 'Mitigated',
      justification:
        'The order service checks a projected token of the caller with the audience "orders" on every call and accepts the service account of the web shop only.',
    },
    {
      threat: 'K8S.D9',
      flows: ['save'],
      state: 'Mitigated',
      justification:
        'Continuous archiving to a bucket in the backup account, where the cluster may write but not delete; kept for 35 days. Last restore on trial: 3 November, 40 minutes.',
    },
    {
      threat: 'K8S.D9',
      flows: ['keep'],
      state: 'Mitigated',
      justification:
        'The provider takes snapshots of the control plane every hour. All objects of ours come from Git besides; the cluster was rebuilt from there in the exercise of September.',
    },
    {
      threat: 'K8S.N8',
      state: 'Mitigated',
      justification:
        'Egress of the namespace is denied; an egress gateway lets the order service reach the API host of the payment provider and logs each connection.',
    },
    {
      threat: 'K8S.D8',
      state: 'Mitigated',
      justification:
        'The provider is certified after PCI DSS and under a data processing agreement (legal file 2025-117). Card numbers go from the browser to the provider; we send its token and the amount.',
    },
    {
      threat: 'K8S.D3',
      state: 'Mitigated',
      justification:
        'Get on this secret is granted to nobody but the kubelet of the pod’s node; list of secrets was taken out of all roles in the namespace, and only the pipeline may create pods there.',
    },
    {
      threat: 'K8S.D4',
      state: 'NeedsInvestigation',
      justification:
        'The password is encrypted in Git (SOPS), but has not changed for 14 months. Moving to credentials that the database issues for an hour is being tried out by the platform team, decision on 11 December.',
    },
    {
      threat: 'K8S.A5',
      flows: ['operate'],
      state: 'Mitigated',
      justification:
        'Engineers hold the role view. Cluster admin is granted for two hours through the identity provider after approval of a colleague; the break-glass certificate lies in the safe and alarms when it is used.',
    },
    {
      threat: 'K8S.A5',
      flows: ['shell'],
      state: 'Mitigated',
      justification:
        'The role view does not include pods/exec, so a shell needs the same approval for two hours.',
    },
    {
      threat: 'K8S.A6',
      state: 'Mitigated',
      justification:
        'Exec goes through the access proxy, which records the session; an alarm goes to the on-call channel, and a job deletes each pod that somebody was in within the hour.',
    },
    {
      threat: 'K8S.N7',
      flows: ['operate'],
      state: 'Mitigated',
      justification:
        'The public endpoint was switched off on 9 November; the API server is reached through the VPN, which asks for device certificates.',
    },
    {
      threat: 'K8S.N7',
      flows: ['shell'],
      state: 'NotApplicable',
      justification:
        'Exec uses the same private endpoint; there is no public one any more that could be tried.',
    },
    {
      threat: 'K8S.C1',
      flows: ['operate'],
      state: 'Mitigated',
      justification:
        'The release channel "stable" of the provider upgrades the control plane; it runs the second newest minor release. Nodes are replaced every 14 days.',
    },
    {
      threat: 'K8S.C1',
      flows: ['shell'],
      state: 'NotApplicable',
      justification: 'The same API server as for "Operate the cluster", where its upgrades are described.',
    },
    {
      threat: 'K8S.L1',
      flows: ['operate', 'shell'],
      state: 'Mitigated',
      justification:
        'Audit events stream to the security account since 16 November and cannot be deleted there for a year. Alarms: cluster role bindings, exec, reads of secrets by people. Accounts are personal.',
    },
    {
      threat: 'K8S.L1',
      flows: ['deploy'],
      state: 'Mitigated',
      justification:
        'Each run acts under a token that names repository, commit and run; the audit log in the security account shows them, so that a change leads back to its author.',
    },
    {
      threat: 'K8S.A2',
      state: 'Mitigated',
      justification:
        'The stored kubeconfig was deleted on 2 November. Runs exchange their identity token for a cluster token of 15 minutes; only the production environment of the repository may do so.',
    },
    {
      threat: 'K8S.A4',
      state: 'NeedsInvestigation',
      priority: 'High',
      justification:
        'The pipeline still has cluster admin, since it also installs operators. A role for the namespace shop is ready; operators move to a pipeline of their own (platform team, until 18 December). Lowered as the token lives for 15 minutes only.',
    },
    {
      threat: 'K8S.C2',
      state: 'Mitigated',
      justification:
        'Pod Security Admission enforces Restricted in all namespaces but three of the platform; Kyverno refuses other registries, hostPath and NodePort. The pipeline runs the same rules on each pull request.',
    },
    {
      threat: 'K8S.D1',
      state: 'Mitigated',
      justification:
        'Envelope encryption of secrets with our key in the provider’s key management is on since the cluster was made; the setting is checked daily by the posture scan.',
    },
    {
      threat: 'K8S.D6',
      state: 'Mitigated',
      justification:
        'Disks of the control plane are encrypted by the provider, and secrets once more with our own key; other objects hold no confidential data (rule of the manifest review).',
    },
    {
      threat: 'K8S.A7',
      state: 'Mitigated',
      justification:
        'Kubelets run with anonymous authentication off and authorization by webhook, read-only port 0 (CIS scan of 10 November). The firewall admits port 10250 from the control plane only.',
    },
    {
      threat: 'K8S.S1',
      state: 'NeedsInvestigation',
      justification:
        'Our pipeline signs images since October, and Kyverno warns about unsigned ones. Two images of the log collector are not signed yet; enforcement is planned for 8 December (platform team).',
    },
  ],
};
