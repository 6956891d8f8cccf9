import type { SampleSource, TemplateSource, TriagedSource } from '../scripts/templates/format.ts';
import { aws } from './aws/template.ts';
import { containers } from './containers/template.ts';
import { awsOrders } from './samples/aws-orders.ts';
import { awsOrdersTriaged } from './samples/aws-orders-triaged.ts';
import { dockerSample } from './samples/docker-sample.ts';
import { webShop } from './samples/web-shop.ts';
import { strideCore } from './stride-core/template.ts';

/** In the order of the start page. */
export const templates: readonly TemplateSource[] = [containers, aws, strideCore];
export const samples: readonly SampleSource[] = [dockerSample, awsOrders, webShop];
/** Samples that a reviewer has been through. */
export const triaged: readonly TriagedSource[] = [awsOrdersTriaged];
