import { type Said, say } from '../entry.ts';
import { filters } from './filters.ts';

/** What the check of a template finds. Names are those that people see; ids stand where there is no name. */
export const findings = {
  'no-template-id': 'The template has no id, so models cannot find a newer version of it',
  'no-template-name': 'The template has no name',
  'odd-version': ({ version }: { version: string }) =>
    `The version "${version}" is not four numbers with dots between them`,
  'no-stencils': 'The template has no stencils',
  'no-flow': 'No stencil is drawn as a data flow, so nothing can be connected',
  'duplicate-type': ({ name, other, id }: { name: string; other: string; id: string }) =>
    `The stencils "${other}" and "${name}" have the same id, ${id}: only the first counts`,
  'duplicate-category': ({ name, other, id }: { name: string; other: string; id: string }) =>
    `The categories "${other}" and "${name}" have the same id, ${id}: only the first counts`,
  'duplicate-threat-type': ({ name, other, id }: { name: string; other: string; id: string }) =>
    `The threat types "${other}" and "${name}" have the same id, ${id}: their threats cannot be told apart`,
  'no-stencil-name': ({ id }: { id: string }) => `The stencil ${id} has no name`,
  'no-parent': ({ name, parent }: { name: string; parent: string }) =>
    `The stencil "${name}" stands below ${parent}, which is not there`,
  'parent-circle': ({ name }: { name: string }) => `The stencil "${name}" stands below itself`,
  'too-deep': ({ name, most }: { name: string; most: number }) =>
    `The stencil "${name}" stands below ${most} others: for it and those below it, what is further up does not count`,
  'odd-representation': ({ name, representation }: { name: string; representation: string }) =>
    `The stencil "${name}" is drawn as "${representation}", which is no form`,
  'inherits-nothing': ({ name }: { name: string }) =>
    `The stencil "${name}" inherits its form, and nothing above it has one`,
  'bad-picture': ({ name }: { name: string }) => `The picture of "${name}" cannot be shown`,
  'no-values': ({ name, property }: { name: string; property: string }) =>
    `The property "${property}" of "${name}" has no values`,
  'repeated-value': ({ name, property, value }: { name: string; property: string; value: string }) =>
    `The property "${property}" of "${name}" has the value "${value}" twice`,
  'repeated-property': ({ name, property }: { name: string; property: string }) =>
    `The stencil "${name}" has the property "${property}" twice: only the first counts`,
  'unread-property': ({ name, property }: { name: string; property: string }) =>
    `No rule reads the property "${property}" of "${name}"`,
  'unreached-stencil': ({ name }: { name: string }) => `No rule reaches the stencil "${name}"`,
  'no-category-name': ({ id }: { id: string }) => `The category ${id} has no name`,
  'empty-category': ({ name }: { name: string }) => `The category "${name}" has no threat types`,
  'no-title': ({ id }: { id: string }) => `The threat type ${id} has no title`,
  'no-description': ({ title }: { title: string }) => `The threat type "${title}" has no description`,
  'no-category': ({ title, category }: { title: string; category: string }) =>
    `The threat type "${title}" is in the category ${category}, which is not there`,
  'unknown-placeholder': ({ title, placeholder }: { title: string; placeholder: string }) =>
    `A text of "${title}" has ${placeholder}, which stands for nothing`,
  'value-not-in-list': ({ title, property, value }: { title: string; property: string; value: string }) =>
    `"${title}" has "${value}" for "${property}", which is not in the list`,
  'unknown-threat-property': ({ title, property }: { title: string; property: string }) =>
    `"${title}" sets "${property}", which threats of this template do not have`,
  'no-rule': ({ title }: { title: string }) => `"${title}" has no include filter, so no flow ever has it`,
  'broken-rule': ({
    title,
    filter,
    problem,
  }: {
    title: string;
    filter: 'include' | 'exclude';
    problem: Said<typeof filters>;
  }) => `"${title}", ${filter} filter: ${say(filters, problem)}`,
  'never-included': ({ title }: { title: string }) => `The include filter of "${title}" can never hold`,
  'always-excluded': ({ title }: { title: string }) =>
    `"${title}" is excluded wherever it is included, so no flow ever has it`,
  'no-threat-property': ({ property }: { property: string }) =>
    `Threats have no "${property}", which the Windows tool expects`,
  'more-findings': ({ count }: { count: number }) => `${count} more of this kind`,
};
