/** Ways of telling, each with a sentence that claims and one near it that does not: [text, the quotes found]. */
import { describe, expect, test } from 'vitest';
import { findClaims } from '../../../lib/claims/index.ts';
import type { Message } from '../../../lib/model.ts';

const claimsOf = (text: string, visibility: Message['visibility']) =>
  findClaims({ id: 'm1', text, visibility }).filter((claim) => claim.status !== 'denied');

type Case = readonly [text: string, quotes: readonly string[]];

const REPLIES: Readonly<Record<string, readonly Case[]>> = {
  'a "no" that denies nothing of what was done': [
    ['The certificate of no arrears was e-mailed to kim@example.org.', ['The certificate of no arrears was e-mailed to kim@example.org']],
    ['No worries, I have moved your kiln slot.', ['moved your kiln slot']],
    ['Not too late, I stopped the firing.', ['stopped the firing']],
    ['No certificate was e-mailed to kim@example.org.', []],
    ['Neither have I moved your kiln slot.', []],
    ['It is not true that I stopped the firing.', []],
  ],
  'a drawn face ends a sentence': [
    ['Found it :) I re-opened your locker.', ['Found it', 're-opened your locker']],
    ['Sorry about that :( Your pass has been reissued.', ['Your pass has been reissued']],
  ],
  'by what it was found, and by whom it was done': [
    ['I located your canoe by the hull number and registered the damage.', ['located your canoe by the hull number', 'registered the damage']],
    ['The canoe was registered by the harbour master.', []],
  ],
  'details sent to somebody else, and details given here': [
    ['I have sent the details to the on-call plumber.', ['sent the details to the on-call plumber']],
    ['I have sent the details by e-mail.', ['sent the details by e-mail']],
    ['I have sent the details above.', []],
  ],
  'somebody of ours who will be in touch': [
    ['A warden will call you this afternoon.', ['A warden will call you this afternoon']],
    ['Our fleet manager will give you a call on Monday.', ['Our fleet manager will give you a call on Monday']],
    ['Your bank will call you.', []],
    ['Our app will give you a code.', []],
  ],
  'money that should be back': [
    ['You should see £14.00 back within three days.', ['You should see £14.00 back within three days']],
    ['You should see the lighthouse from there.', []],
  ],
  'told, and then told somebody': [
    ['I have refunded the ticket, and let the skipper know.', ['refunded the ticket', 'let the skipper know']],
    ['I have refunded the ticket, and let us know if it fails.', ['refunded the ticket']],
  ],
  'the object before the deed': [
    ['It is the full mooring fee that I have waived.', ['It is the full mooring fee that I have waived']],
    ['The fees I have waived are listed here.', []],
  ],
  'after that': [
    ['The rent for the months after that has been refunded.', ['The rent for the months after that has been refunded']],
    ['After that form has been checked, it will be refunded.', []],
  ],
  'sent to an inbox, and delivered to a door': [
    ['All scans have been delivered to your client portal.', ['All scans have been delivered to your client portal']],
    ['All parcels have been delivered to your door.', []],
  ],
  'what was done, and how it goes as a rule': [
    ['The confirmation was sent by post today.', ['The confirmation was sent by post today']],
    ['The confirmation is sent by post.', []],
    ['Your $9 is refunded to your card.', ['Your $9 is refunded to your card']],
    ['Money is refunded within 5 days.', []],
    ['Decisions are sent out from 20 April.', []],
    ['The deposit is waived when a guide comes along.', []],
    ['The deposit is waived.', ['The deposit is waived']],
  ],
  'a row of a table tells of its first cell': [
    ['Here they are:\n| Order | What |\n| --- | --- |\n| Ida Lund, 2 nets | recall sent |', ['Ida Lund, 2 nets | recall sent']],
  ],
  'what is asked for, and what was done meanwhile': [
    ['Please check the app and ensure both permissions are granted.', []],
    ['Please let him try again, pass 417 is now active.', ['pass 417 is now active']],
  ],
  'the speaker is shared': [
    ['I found both fares and have refunded the dearer one.', ['found both fares', 'refunded the dearer one']],
    ['I have moved your bed and noted two meals with the kitchen.', ['moved your bed', 'noted two meals with the kitchen']],
    ['You found both fares and have refunded the dearer one.', []],
  ],
  'where a claim ends': [
    ['I have opened claim W-22 and a new rudder ships today by express – tracking EX 4471.', ['opened claim W-22']],
    ['I have refunded the rudder, $48, to your card.', ['refunded the rudder, $48']],
  ],
  'a list of what was done, with labels before a dash': [
    ["Here's a summary of what I've done:\n- Pass 22 – upgraded to family\n- Locker – moved to row 4", ['upgraded to family', 'moved to row 4']],
    ['Here is a summary of what we offer:\n- Pass 22 – for families\n- Locker – in row 4', []],
  ],
  'money that will be back': [
    ['The £140 will be back on your card on Monday.', ['The £140 will be back on your card on Monday']],
    ['The skipper will be back on Monday.', []],
  ],
  'the subject left out': [
    ['Updated booking C-90 for you:\n- all seats together', ['Updated booking C-90 for you']],
    ['Updated terms for bookings:\n- all seats together', []],
  ],
  'which ones are meant': [
    ['The letters that are sent for each lesson name the room.', []],
    ['The letters are sent now.', ['The letters are sent now']],
  ],
  'seen in a record': [
    ['From the file, I noticed that parcel P-7 was sent to another depot.', []],
    ['From our depot, parcel P-7 was sent today.', ['parcel P-7 was sent today']],
  ],
  'steps to take': [['- Reset your lamp to its defaults', []]],
  'after steps of the customer’s own': [['Kindly dial *99# and choose option 2, it will be activated from the balance.', []]],
};

const NOTES: Readonly<Record<string, readonly Case[]>> = {
  'handed on, by an arrow': [
    ['Seal checked. Case → Harbour Claims.', ['Seal checked', 'Case → Harbour Claims']],
    ['esc → Weights (cannot be merged at L1)', ['esc → Weights (cannot be merged at L1)']],
    ['Fee waived. → Moorings team', ['Fee waived', '→ Moorings team']],
    ['Refund: Tue → Thu', []],
  ],
  'handed on, and why': [
    ['reassigned to Deliverability: the sender is listed', ['reassigned to Deliverability: the sender is listed']],
    ['Given to Trust & Safety.', ['Given to Trust & Safety']],
  ],
  'clipped words do not end a sentence': [
    ['Cust. emailed.', ['Cust. emailed']],
    ['Frozen from 01 Jul. 2 guest passes added.', ['2 guest passes added']],
  ],
  'which one it is, before what was done with it': [
    ['Updated plan sent to ida@example.org.', ['Updated plan sent to ida@example.org']],
    ['Pre-paid collection booked for 20 May.', ['Pre-paid collection booked for 20 May']],
    ['Updated the plan as agreed.', ['Updated the plan']],
  ],
  'told, and where it lies': [
    ['Harbour planning informed (queue NP-East).', ['Harbour planning informed (queue NP-East)']],
    ['Harbour planning (queue NP-East).', []],
  ],
  'told, and by which way': [
    ['Cust told by app msg.', ['Cust told by app msg']],
    ['Operator informed by secure message.', ['Operator informed by secure message']],
    ['Cust told me the code.', []],
    ['Link shared w/ cust.', ['Link shared w/ cust']],
  ],
  'meant to be done, without a subject': [
    ['Will re-check in 48 h.', ['Will re-check in 48 h']],
    ['Will be closed.', []],
  ],
  'a sum and what became of it': [
    ['Berth moved. Difference is $5.00, charged to card ending 2209.', ['Berth moved', '$5.00, charged to card ending 2209']],
    ['Berth moved. Difference is small, charged to card ending 2209.', ['Berth moved', 'charged to card ending 2209']],
  ],
  'a time that ended': [['Free trial period ended on 12 July.', []]],
};

for (const [visibility, ways] of [
  ['public', REPLIES],
  ['internal', NOTES],
] as const)
  for (const [way, cases] of Object.entries(ways))
    describe(`${visibility}: ${way}`, () => {
      test.each(cases)('%j', (text, quotes) => expect(claimsOf(text, visibility).map((claim) => claim.quote)).toEqual(quotes));
    });

describe('a new number, told as a change', () => {
  test('the old one is no value', () =>
    expect(claimsOf('Headcount raised from 28 to 34.', 'internal')[0]!.slots.counts).toEqual([{ value: 34, of: 'headcount' }]));
  test('a number in brackets counts what stands before it', () =>
    expect(claimsOf('August visits (4) cancelled.', 'internal')[0]!.slots.counts).toEqual([{ value: 4, of: 'visits' }]));
});
