import type { AnswerSource, TriagedSource } from '../../scripts/templates/format.ts';

/** What customers and administrators do at the shop. */
const shop: readonly AnswerSource[] = [
  {
    threat: 'STRIDE.S6',
    state: 'Mitigated',
    justification:
      'Five wrong passwords in ten minutes lock an account for fifteen, and an address that fails on many accounts gets a puzzle. Administrators must use a security key.',
  },
  {
    threat: 'STRIDE.R1',
    flows: ['browse'],
    state: 'Mitigated',
    justification:
      'Each order is stored with the account, time, address and the text of the terms that were shown; the customer gets the confirmation by mail.',
  },
  {
    threat: 'STRIDE.R1',
    flows: ['manage'],
    state: 'Mitigated',
    justification:
      'Every change of a product or price writes the account, the old and the new value to the change log of the shop.',
  },
  {
    threat: 'STRIDE.R5',
    state: 'Mitigated',
    justification:
      'The change log of the shop is sent to the central log within a minute. Administrators of the shop cannot write or delete there.',
  },
  {
    threat: 'STRIDE.D1',
    flows: ['browse'],
    state: 'Mitigated',
    justification:
      'The load balancer allows 20 requests a second per address, searches are cached for a minute, and the provider filters floods on the network.',
  },
  {
    threat: 'STRIDE.D1',
    flows: ['manage'],
    state: 'NotApplicable',
    justification:
      'The pages for products answer the addresses of the office only, so that nobody else can send requests to them.',
  },
  {
    threat: 'STRIDE.D2',
    flows: ['browse'],
    state: 'NotApplicable',
    justification:
      'Customers whose own connection fails try again later; the basket is kept for 30 days. No further availability is promised.',
  },
  {
    threat: 'STRIDE.D2',
    flows: ['manage'],
    state: 'NotApplicable',
    justification:
      'Products can be edited an hour later without harm, as the product team confirmed on 3 November.',
  },
  {
    threat: 'STRIDE.E1',
    flows: ['browse'],
    state: 'Mitigated',
    justification:
      'Orders and addresses are read through one function that compares the customer in the session with the owner. Tests with two customers cover all pages.',
  },
  {
    threat: 'STRIDE.E1',
    flows: ['manage'],
    state: 'Mitigated',
    justification:
      'Each page for products demands the role Editor on the server. A test calls all of them as a customer and expects 403.',
  },
  {
    threat: 'STRIDE.E2',
    state: 'Mitigated',
    justification:
      'Libraries are updated weekly by a bot, and serious findings stop a release. The shop runs as its own user in a container with a read-only file system and all capabilities dropped.',
  },
  {
    threat: 'STRIDE.E5',
    state: 'Mitigated',
    justification:
      'Administration needs a security key, an address of the office and, for prices, the password again. A session ends after 30 minutes without use.',
  },
];

/** What lies behind it. */
const behind: readonly AnswerSource[] = [
  {
    threat: 'STRIDE.D2',
    flows: ['charge'],
    state: 'Mitigated',
    justification:
      'A payment that gets no answer is asked for by its number after one, five and thirty minutes, and the order waits in the state Open.',
  },
  {
    threat: 'STRIDE.D2',
    flows: ['send'],
    state: 'Mitigated',
    justification:
      'The worker repeats a mail with growing pauses for a day; after that the support team gets a task.',
  },
  {
    threat: 'STRIDE.T8',
    flows: ['session'],
    state: 'Mitigated',
    justification:
      'Only the shop has a user in the cache, with rights for the keys that begin with session; the port is closed to all other hosts.',
  },
  {
    threat: 'STRIDE.T8',
    flows: ['save'],
    state: 'Mitigated',
    justification:
      'The API may add and change rows in orders and order lines. Support reads through a view, and nobody else has a login but the two database administrators.',
  },
  {
    threat: 'STRIDE.T8',
    flows: ['publish'],
    state: 'Mitigated',
    justification: 'Send right on the queue belongs to the API alone, and receive right to the worker.',
  },
  {
    threat: 'STRIDE.R3',
    flows: ['session'],
    state: 'NotApplicable',
    justification:
      'Sessions are not evidence: they are made again with the next login, and logins themselves are logged by the shop.',
  },
  {
    threat: 'STRIDE.I3',
    flows: ['session'],
    state: 'Mitigated',
    justification:
      'The cache writes nothing to disk; persistence and snapshots are switched off, and a session lives for two hours.',
  },
  {
    threat: 'STRIDE.I3',
    flows: ['publish'],
    state: 'Mitigated',
    justification:
      'The broker encrypts its disk with a key of ours, and messages carry the number of the order without name or address.',
  },
  {
    threat: 'STRIDE.I4',
    state: 'Mitigated',
    justification:
      'The cache keeps hashes of session tokens, so that reading it does not give a session. The token itself exists in the cookie of the customer only.',
  },
  {
    threat: 'STRIDE.I6',
    state: 'Mitigated',
    justification:
      'The key of an entry is the hash of a random token of 256 bits; the shop keeps no pages or answers of customers in this cache.',
  },
  {
    threat: 'STRIDE.D3',
    flows: ['session'],
    state: 'Mitigated',
    justification:
      'Without the cache the shop shows products and asks to log in again later; the call gives up after 200 milliseconds.',
  },
  {
    threat: 'STRIDE.D3',
    flows: ['save'],
    state: 'Mitigated',
    justification:
      'The database has a standby in another zone that takes over within a minute. The API answers 503 with a time to come back, and the shop keeps the basket.',
  },
  {
    threat: 'STRIDE.D3',
    flows: ['charge'],
    state: 'Mitigated',
    justification:
      'The call ends after eight seconds, and after ten failures in a row payments by card are not offered for a minute.',
  },
  {
    threat: 'STRIDE.D3',
    flows: ['publish'],
    state: 'Mitigated',
    justification:
      'The API writes the message to a table in the same transaction as the order; a job sends it when the queue is back.',
  },
  {
    threat: 'STRIDE.D3',
    flows: ['send'],
    state: 'Mitigated',
    justification: 'Mails wait in the queue while the mail service is down. Orders do not depend on them.',
  },
  {
    threat: 'STRIDE.E4',
    flows: ['session'],
    state: 'Mitigated',
    justification:
      'The user of the shop in the cache has get, set and delete; commands that list keys or change settings are denied.',
  },
  {
    threat: 'STRIDE.E4',
    flows: ['save'],
    state: 'Mitigated',
    justification:
      'The API’s account cannot change the schema. Migrations run in the pipeline with an account that is locked at other times.',
  },
  {
    threat: 'STRIDE.E4',
    flows: ['publish'],
    state: 'Mitigated',
    justification:
      'The token of the API allows sending to this one queue. It cannot create, empty or delete queues.',
  },
  {
    threat: 'STRIDE.T3',
    state: 'Mitigated',
    justification:
      'All queries go through the mapper with bound parameters; a rule in the build refuses text that is joined into SQL. The two reports with raw SQL were rewritten.',
  },
  {
    threat: 'STRIDE.I8',
    state: 'NeedsInvestigation',
    justification:
      'The backups are encrypted, but it is not clear who in operations can restore them to a test system. The head of operations lists these people and cuts the list by 11 December.',
  },
  {
    threat: 'STRIDE.I10',
    flows: ['charge'],
    state: 'Mitigated',
    justification:
      'The payment provider receives amount, currency and our order number; customers type their card into its own page.',
  },
  {
    threat: 'STRIDE.I10',
    flows: ['send'],
    state: 'NeedsInvestigation',
    justification:
      'The mail with the confirmation contains the whole address. Whether the number of the order and a link are enough is decided with the support team by 4 December.',
  },
  {
    threat: 'STRIDE.E7',
    flows: ['charge'],
    state: 'Mitigated',
    justification:
      'The key for the payment provider allows charges up to 2,000 euros from our addresses; refunds need another key that only the back office has.',
  },
  {
    threat: 'STRIDE.E7',
    flows: ['send'],
    state: 'Mitigated',
    justification:
      'The key for the mail service may send from one address with three templates. It can read neither lists nor earlier mails.',
  },
  {
    threat: 'STRIDE.T7',
    flows: ['publish'],
    state: 'Mitigated',
    justification:
      'Each message has the number of the order as its id, and the broker drops a second one with the same id within a day.',
  },
  {
    threat: 'STRIDE.T7',
    flows: ['take'],
    state: 'Mitigated',
    justification:
      'The worker stores the number of each order that was confirmed and skips it when it comes again.',
  },
  {
    threat: 'STRIDE.D4',
    state: 'Mitigated',
    justification:
      'The queue holds 100,000 messages of at most 4 KB for two days. An alert at 5,000 wakes the person on call, and a customer can place ten orders an hour.',
  },
  {
    threat: 'STRIDE.D5',
    state: 'Mitigated',
    justification:
      'What is in the queue can be made again from the table of outgoing messages in the database, which is backed up every night.',
  },
  {
    threat: 'STRIDE.T9',
    state: 'Mitigated',
    justification:
      'The worker accepts a number of eight digits and nothing else, and loads the order from the API. After five failures a message is set aside.',
  },
  {
    threat: 'STRIDE.I2',
    state: 'Mitigated',
    justification:
      'Only the worker may receive from the queue, and a message holds the number of an order that is of no use without the API.',
  },
  {
    threat: 'STRIDE.R2',
    state: 'NotApplicable',
    justification:
      'A mail that is lost is sent again on demand. The confirmation in the customer’s account is the one that counts by contract.',
  },
];

/** The web shop as a review leaves it. */
export const webShopTriaged: TriagedSource = {
  key: 'web-application-triaged',
  sample: 'web-application',
  title: 'Web Application, answered',
  line: 'The same web shop after its review: what was done, what does not apply, what is still looked into.',
  reviewer: 'Trustline',
  reviewedAt: '2026-11-19T14:00:00',
  answers: [...shop, ...behind],
};
