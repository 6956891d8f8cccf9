import type { SampleSource, TemplateSource, TriagedSource } from '../scripts/templates/format.ts';
import { containers } from './containers/template.ts';
import { dockerSample } from './samples/docker-sample.ts';
import { webShop } from './samples/web-shop.ts';
import { strideCore } from './stride-core/template.ts';

/** In the order of the start page. */
export const templates: readonly TemplateSource[] = [containers, strideCore];
export const samples: readonly SampleSource[] = [dockerSample, webShop];
/** Samples that a reviewer has been through. */
export const triaged: readonly TriagedSource[] = [];
