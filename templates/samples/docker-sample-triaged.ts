import type { TriagedSource } from '../../scripts/templates/format.ts';

/** What a team answered that runs this container on a host of its own. */
export const dockerSampleTriaged: TriagedSource = {
  key: 'docker-sample-triaged',
  sample: 'docker-sample',
  title: 'Docker Sample, answered',
  line: 'The same drawing after a review: every threat with a state and a reason.',
  reviewer: 'Trustline',
  reviewedAt: '2026-11-20T10:00:00',
  answers: [
    {
      threat: 'CON.T1',
      flows: ['user-container'],
      state: 'NeedsInvestigation',
      justification:
        'Only port 443 of the proxy is published and the container is on the network "front" alone, but the last hop is still HTTP. The web team moves it to TLS; due 4 December (WEB-231).',
    },
    {
      threat: 'CON.T1',
      flows: ['secret-image'],
      state: 'Mitigated',
      justification:
        'The build runner reaches the secret manager over TLS on a network of its own; the firewall lets nothing else out of it.',
    },
    {
      threat: 'CON.T1',
      flows: ['registry-image'],
      state: 'Mitigated',
      justification:
        'The registry answers on port 443 only, with a certificate of the company CA; port 5000 is closed on all hosts since 6 November.',
    },
    {
      threat: 'CON.T1',
      flows: ['container-volume'],
      state: 'Mitigated',
      justification:
        'The storage server admits the address of this host only and asks for a client certificate; tested from the host next to it, which was refused.',
    },
    {
      threat: 'CON.T1',
      flows: ['image-container'],
      state: 'NotApplicable',
      justification: 'Starting a container from a local image sends nothing over a network.',
    },
    {
      threat: 'CON.T1',
      flows: ['container-host'],
      state: 'Mitigated',
      justification:
        'A rule in the DOCKER-USER chain drops packets from containers to addresses of the host itself; the daemon listens on its socket only.',
    },
    {
      threat: 'CON.T2',
      flows: ['user-container'],
      state: 'Mitigated',
      justification:
        'The service runs as user 10001 with all capabilities dropped, no-new-privileges and a read-only root file system (compose file, release 2.7).',
    },
    {
      threat: 'CON.T2',
      flows: ['container-volume'],
      state: 'Mitigated',
      justification:
        'A network volume is mounted at /data with nosuid, nodev and noexec; no directory of the host and no socket is.',
    },
    {
      threat: 'CON.T2',
      flows: ['image-container'],
      state: 'Mitigated',
      justification:
        'The image sets USER 10001 and holds no SUID programs; the pipeline fails when a scan of the finished image finds one.',
    },
    {
      threat: 'CON.T2',
      flows: ['container-host'],
      state: 'NeedsInvestigation',
      justification:
        'User namespaces are switched on for the test host. The storage driver has to be checked for file owners before production follows; platform team, until 11 December.',
    },
    {
      threat: 'CON.T3',
      flows: ['user-container'],
      state: 'Mitigated',
      justification:
        'The container is redeployed every Monday from an image that is at most a day old; the dashboard shows the age of all running images.',
    },
    {
      threat: 'CON.T3',
      flows: ['secret-image', 'registry-image'],
      state: 'Mitigated',
      justification:
        'Trivy runs in the build and nightly over the registry; findings of severity high with a fix stop the release. Two exceptions are open, both end on 30 November.',
    },
    {
      threat: 'CON.T3',
      flows: ['container-volume'],
      state: 'NotApplicable',
      justification:
        'The volume holds documents and no programs; what reads them comes with the image, which "HTTP" of the user covers.',
    },
    {
      threat: 'CON.T3',
      flows: ['image-container'],
      state: 'Mitigated',
      justification:
        'The base image is minimal (distroless), 23 packages in all; a bill of materials is kept with each image and searched when a new flaw is announced.',
    },
    {
      threat: 'CON.T3',
      flows: ['container-host'],
      state: 'Mitigated',
      justification:
        'Host and runtime get security updates each night with a reboot on Sunday; a flaw in runc would be patched within a day by the on-call plan.',
    },
    {
      threat: 'CON.T4',
      flows: ['secret-image'],
      state: 'Mitigated',
      justification:
        'The build signs the image with Cosign; the signature names the workflow, so an image from a laptop does not pass the check of the deployment.',
    },
    {
      threat: 'CON.T4',
      flows: ['registry-image'],
      state: 'Mitigated',
      justification:
        'Only the company registry is used; images of others are mirrored there after their signatures were checked, and only the release pipeline may push.',
    },
    {
      threat: 'CON.T4',
      flows: ['image-container'],
      state: 'NeedsInvestigation',
      justification:
        'The deployment script verifies the signature, but a person on the host can start an image without it. Rights on the host are being cut down by the platform team until 18 December.',
    },
    {
      threat: 'CON.T5',
      state: 'Mitigated',
      justification:
        'The secret is a build secret that BuildKit mounts for one step; the layers were searched with a secret scanner (19 November, nothing found). It is a token for the package mirror and changes every 24 hours.',
    },
  ],
};
