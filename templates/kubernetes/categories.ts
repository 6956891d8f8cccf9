import type { CategorySource } from '../../scripts/templates/format.ts';

/** By what an attacker gets hold of; the lists of OWASP and ATT&CK stand in the references. */
export const categories: readonly CategorySource[] = [
  {
    id: 'K8S.C.Workload',
    name: 'Workload Configuration',
    description: 'A pod has more power over its node and its neighbours than its work needs.',
  },
  {
    id: 'K8S.C.Access',
    name: 'Identity and Permissions',
    description:
      'Somebody or something uses the cluster under a name or with rights that it should not have.',
  },
  {
    id: 'K8S.C.Network',
    name: 'Network and Exposure',
    description: 'A part of the cluster can be reached, read or bypassed by those who should not get there.',
  },
  {
    id: 'K8S.C.SupplyChain',
    name: 'Supply Chain',
    description: 'Images, manifests or operators that nobody meant to run get into the cluster.',
  },
  {
    id: 'K8S.C.Data',
    name: 'Secrets and Data',
    description:
      'Credentials or data are read, copied or carried away by somebody who is not entitled to them.',
  },
  {
    id: 'K8S.C.Cluster',
    name: 'Cluster Components',
    description: 'A part of Kubernetes itself is outdated, open, or set up so that it does not protect.',
  },
  {
    id: 'K8S.C.Detection',
    name: 'Logging and Detection',
    description: 'What an attacker does is not recorded, not noticed, or can be wiped out.',
  },
  {
    id: 'K8S.C.Availability',
    name: 'Availability',
    description: 'Workloads stop, because resources run out or data is gone.',
  },
];
