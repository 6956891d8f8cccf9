import { encode } from './files.ts';

/** A thing of a model in OWASP's library. */
export const named = (symbolic_name: string, more: object = {}) => ({
  symbolic_name,
  title: symbolic_name.toUpperCase(),
  description: '',
  ...more,
});
/** A control against threats. */
export const control = (status: string, threats: readonly string[], priority = 'high') =>
  named('guard', { threats, status, priority });
const flow = (name: string, from: readonly [string, string], to: readonly [string, string]) =>
  named(name, {
    source: { type: from[0], object: from[1] },
    destination: { type: to[0], object: to[1] },
    has_sensitive_data: true,
    encrypted: false,
  });
/** A model in OWASP's library with a thing of every sort. */
export const base = {
  version: '1.0',
  scope: {
    title: 'Shop',
    description: 'Sells',
    business_criticality: 'low',
    data_sensitivity: ['fin'],
    exposure: 'external',
    tier: 'important',
  },
  trust_zones: [named('net'), named('office')],
  trust_boundaries: [{ trust_zone_a: 'net', trust_zone_b: 'office', access_control_methods: ['acl'] }],
  actors: [named('buyer', { type: 'user', trust_zone: 'net' })],
  components: [named('shop', { trust_zone: 'office' }), named('lonely')],
  data_stores: [named('orders', { type: 'sql', trust_zone: 'office', vendor: 'ACME' })],
  data_sets: [
    named('cards', { placements: [{ data_store: 'orders', encrypted: true }], data_sensitivity: ['fin'] }),
  ],
  data_flows: [
    flow('buys', ['actor', 'buyer'], ['component', 'shop']),
    flow('asks', ['component', 'shop'], ['data_store', 'orders']),
  ],
  assumptions: [
    { description: 'All is well', validity: 'unconfirmed' },
    { description: 'TLS', validity: 'rejected' },
  ],
};
/** The file of such a model, with other members. */
export const json = (more: object = {}): Uint8Array => encode(JSON.stringify({ ...base, ...more }));
