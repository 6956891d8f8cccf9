import type { SampleSource, TemplateSource, TriagedSource } from '../scripts/templates/format.ts';
import { ai } from './ai/template.ts';
import { aws } from './aws/template.ts';
import { azure } from './azure/template.ts';
import { containers } from './containers/template.ts';
import { googleCloud } from './google-cloud/template.ts';
import { kubernetes } from './kubernetes/template.ts';
import { aiSupportAssistant } from './samples/ai-support-assistant.ts';
import { aiSupportAssistantTriaged } from './samples/ai-support-assistant-triaged.ts';
import { appointmentBooking } from './samples/appointment-booking.ts';
import { appointmentBookingTriaged } from './samples/appointment-booking-triaged.ts';
import { awsOrders } from './samples/aws-orders.ts';
import { awsOrdersTriaged } from './samples/aws-orders-triaged.ts';
import { claimsPortal } from './samples/azure-claims-portal.ts';
import { claimsPortalTriaged } from './samples/azure-claims-portal-triaged.ts';
import { dockerSample } from './samples/docker-sample.ts';
import { dockerSampleTriaged } from './samples/docker-sample-triaged.ts';
import { gcpClaims } from './samples/gcp-claims.ts';
import { gcpClaimsTriaged } from './samples/gcp-claims-triaged.ts';
import { shopCluster } from './samples/kubernetes-shop.ts';
import { shopClusterTriaged } from './samples/kubernetes-shop-triaged.ts';
import { webShop } from './samples/web-shop.ts';
import { webShopTriaged } from './samples/web-shop-triaged.ts';
import { strideCore } from './stride-core/template.ts';
import { webApi } from './web-api/template.ts';

/** In the order of the start page. */
export const templates: readonly TemplateSource[] = [
  containers,
  kubernetes,
  aws,
  azure,
  googleCloud,
  webApi,
  ai,
  strideCore,
];
export const samples: readonly SampleSource[] = [
  dockerSample,
  shopCluster,
  awsOrders,
  claimsPortal,
  gcpClaims,
  appointmentBooking,
  aiSupportAssistant,
  webShop,
];
/** Samples that a reviewer has been through. */
export const triaged: readonly TriagedSource[] = [
  dockerSampleTriaged,
  shopClusterTriaged,
  awsOrdersTriaged,
  claimsPortalTriaged,
  gcpClaimsTriaged,
  appointmentBookingTriaged,
  aiSupportAssistantTriaged,
  webShopTriaged,
];
