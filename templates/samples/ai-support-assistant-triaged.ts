import type { TriagedSource } from '../../scripts/templates/format.ts';

export const aiSupportAssistantTriaged: TriagedSource = {
  key: 'ai-support-assistant-triaged',
  sample: 'ai-support-assistant',
  title: 'Support Assistant, answered',
  line: 'The support assistant with every threat answered, as a review leaves it.',
  reviewer: 'Trustline',
  reviewedAt: '2026-11-19T14:00:00',
  answers: [
    {
      threat: 'AI.UC1',
      flows: ['question'],
      state: 'Mitigated',
      justification:
        'The chat allows 20 questions per hour and account and 4,000 characters each; the agent stops an answer at 1,500 tokens. At the daily budget it falls back to the search page and pages the team on call.',
    },
    {
      threat: 'AI.UC1',
      flows: ['posts'],
      state: 'Mitigated',
      justification:
        'Ingestion fetches the forum once a night, takes at most 500 changed posts of up to 20 KB, and leaves the rest for the next night. A test run with 100,000 posts stopped at the limit.',
    },
    {
      threat: 'AI.SD5',
      state: 'Mitigated',
      justification:
        'The sanitizer of the chat drops images, and keeps links to the help center and the carrier only. The content security policy sets img-src to our own host, so that a missed image is not loaded either.',
    },
    {
      threat: 'AI.MI1',
      state: 'Mitigated',
      justification:
        'Each answer links the articles that it rests on and says that a machine wrote it. Questions about warranty, law and health go to a person. The weekly sample of 200 answers had 3 wrong ones in October.',
    },
    {
      threat: 'AI.PI4',
      state: 'Mitigated',
      justification:
        'Besides the filter on questions, answers now pass a classifier for abuse and off-topic text before they are shown. The set of 340 known jailbreaks runs with each release; 2 got past the model, none past the classifier.',
      priority: 'Low',
    },
    {
      threat: 'AI.SD1',
      state: 'Mitigated',
      justification:
        'A step before the prompt replaces names, mail addresses, phone and order numbers by placeholders and puts them back into the answer. Payment data never enters the chat: the form refuses card numbers.',
    },
    {
      threat: 'AI.SD2',
      state: 'Mitigated',
      justification:
        'The contract of March 2026 excludes training and limits storage to 30 days for abuse checks, in the EU region. Both are set in the account and compared by a monthly script.',
    },
    {
      threat: 'AI.UC2',
      state: 'Mitigated',
      justification:
        'A task ends after 8 steps, 40 seconds or 0.30 EUR, and the same call with the same arguments is refused the second time. The customer is then offered a person.',
    },
    {
      threat: 'AI.UC3',
      state: 'NeedsInvestigation',
      justification:
        'Without the model, the chat shows the search page only. A second provider is being tried behind the same interface; the platform team reports on quality and cost by 15 December 2026.',
    },
    {
      threat: 'AI.MI2',
      state: 'Mitigated',
      justification:
        'The agent accepts plans in one JSON schema only. Order ids and amounts in them are looked up in the order system for the signed-in customer; what is not found there ends the step.',
    },
    {
      threat: 'AI.SC4',
      state: 'Mitigated',
      justification:
        'Names, descriptions and schemas of the two tools of the carrier are copied into our repository and reviewed. At start the agent compares their digest with what the server offers, and leaves the server out if they differ.',
    },
    {
      threat: 'AI.OH2',
      state: 'Mitigated',
      justification:
        'The agent passes one argument to the carrier, a parcel number of 12 digits with a check digit, which code takes from the order and not from the text of the model.',
    },
    {
      threat: 'AI.EA1',
      flows: ['track'],
      state: 'Mitigated',
      justification:
        'Of the seven tools of the carrier only track and estimate are offered to the model; booking and cancelling of pickups are not.',
    },
    {
      threat: 'AI.EA1',
      flows: ['refund'],
      state: 'Mitigated',
      justification:
        'The refund tool is offered only in chats that were opened from an order, and pays for that order only. Elsewhere the model does not see it.',
    },
    {
      threat: 'AI.EA3',
      flows: ['track'],
      state: 'NotApplicable',
      justification:
        'The carrier answers the same for everybody who has the parcel number, as its public page does; there are no rights of single users to exceed. The number comes from the order of the customer.',
      priority: 'Low',
    },
    {
      threat: 'AI.EA3',
      flows: ['refund'],
      state: 'Mitigated',
      justification:
        'The agent hands on a token of the signed-in customer, valid for 5 minutes and for the refund tool. The tool refuses orders whose owner is not in the token; the test with two customers is part of the build.',
    },
    {
      threat: 'AI.SD12',
      state: 'Mitigated',
      justification:
        'A refund has an order id and an amount and no free text, and goes back to the means of payment of the order. Nothing that the agent has read can leave with it. To be looked at again with each new tool.',
      priority: 'Medium',
    },
    {
      threat: 'AI.EA2',
      state: 'Mitigated',
      justification:
        'Refunds above 50 EUR wait for a person. Below, the tool pays once per order, at most 3 times a month per customer and 2,000 EUR a day in all; the switch that stops refunds was tried on 5 November 2026.',
    },
    {
      threat: 'AI.IA2',
      state: 'Mitigated',
      justification:
        'Each refund is written with customer, conversation, arguments, versions of prompt and model, ids of the passages and the approval, under one id. The table is append-only for the account of the tool.',
    },
    {
      threat: 'AI.EA4',
      state: 'NeedsInvestigation',
      justification:
        'The tool still uses the account of the old back office, which may change any order. The order team makes an account that can do nothing but refunds; planned for release 26.13, due on 8 December 2026.',
    },
    {
      threat: 'AI.EA7',
      state: 'NeedsInvestigation',
      justification:
        'The approver reads a summary that the model wrote. The form is to show order, amount, reason code and earlier refunds from the order system instead; owner is the support tools team, until 11 December 2026.',
    },
    {
      threat: 'AI.IA5',
      state: 'Mitigated',
      justification:
        'Decisions are made in the back office under the login of the approver. The refund tool reads the record itself: it names one order and one amount, is used once and ends after 24 hours. The chat cannot create one.',
    },
    {
      threat: 'AI.PO2',
      state: 'Mitigated',
      justification:
        'Memory takes four fields since release 26.11: language, form of address, products owned, open case. Values come from lists or ids; the free text that the model used to write is gone, and old entries were deleted.',
    },
    {
      threat: 'AI.PI2',
      state: 'Mitigated',
      justification:
        'Passages stand in a part of the prompt of their own, each with its source. In a turn with passages from the forum the refund tool is withdrawn; links from passages are shown only if they lead to our own hosts.',
    },
    {
      threat: 'AI.VE1',
      state: 'NeedsInvestigation',
      justification:
        'Tickets are filtered by customer in each query, in one function that the tests cover, but the store does not enforce it. The search team moves tickets to a collection per customer, or takes them out, by 18 December 2026.',
    },
    {
      threat: 'AI.PO1',
      state: 'Mitigated',
      justification:
        'Only forum posts that a moderator has marked as a solution are taken. Hidden text is stripped, posts that address an assistant are held back for review, and the forum can be removed from the index by its source id.',
    },
    {
      threat: 'AI.OH7',
      state: 'NotApplicable',
      justification:
        'Forum posts come as plain text over the API of the forum, without attachments; no parser of documents takes part. PDF manuals are converted by the editors and arrive as text.',
      priority: 'Low',
    },
    {
      threat: 'AI.VE2',
      state: 'Mitigated',
      justification:
        'Articles and posts are public. Chunks of tickets carry the customer id, and ingestion stops when one has none. Internal notes of tickets are left out at the source since 3 November 2026.',
    },
    {
      threat: 'AI.VE4',
      state: 'Mitigated',
      justification:
        'The index has no public address; agent and ingestion reach it with identities of their own, read-only for the agent. Backups are encrypted and kept for 14 days, like those of the tickets.',
    },
  ],
};
