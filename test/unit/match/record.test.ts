/** What in a record bears a claim out, or speaks against it: for each way, a claim that it does and one that it does not. */
import { describe, expect, test } from 'vitest';
import type { Json } from '../../../lib/model.ts';
import { type Said, said } from '../rules/cases.ts';

const call = (name: string, args: Json, result: Json = { ok: true }) => ({ name, arguments: args, result });

/** [what is told, what was recorded, the verdict]; `no claim` where nothing is told. */
type Case = readonly [text: string, calls: NonNullable<Said['calls']>, expected: string];

const seats = call('update_seats', { plan: 'studio', seats: 12 });
const bagsBefore = call('get_booking', { booking_id: 'KX41' }, { booking_id: 'KX41', bags: 1 });
const bags = (total: number) => call('update_booking', { booking_id: 'KX41', bags: total });
const renamed = call('update_guest', { guest_id: 'G-7', first_name: 'Mara', last_name: 'Lund' });
const moved = call('update_delivery', { parcel: 'P-81', address: '12 Mill Lane', postcode: '4051' });
const roaming = (on: boolean) => call('set_line_options', { line: 'L-4', roaming: on });
const visit = call('update_visit', { visit_id: 'V-3', date: '2026-03-03' });
const refund = call('refund_ride', { ride: 'R-9', amount: 38.4 }, { refunded: 38.4, driverNotified: true });
const informed = call('refund_ride', { ride: 'R-9', amount: 38.4 }, { refunded: 38.4, customer_notified: true });
const opened = call('crm_write', { subject: 'leak in unit 4' }, { case: 'Q-3107' });
const desk = call('ticket_transfer', { ticket: 4410, desk: 30 }, { desk: 30 });
const overtime = call('add_overtime', { worker: 'e-118', hours: 6 });
const voucher = call('discount_apply', { order: 'B-81', percent: 15 });
const jackets = call('loss_charge_reverse', { invoice: 'I-26', chips: ['E1', 'E2', 'E3'] }, { reversed: 3 });
const reprint = call('badge_reprint', { batch: 'MV-9', count: 5 });
const posted = call('certificate_post', { holder: 'Ida Lund' }, { tracking: 'GB118O' });
const extended = call('deadline_extend', { file: 'M-77', months: 2 }, { deadline: '2027-01-20' });
const heads = call('booking_set_heads', { booking: 'C-88', heads: 34 });
const declined = call('offer_respond', { offer: 'T-33', answer: 'DECLINE' }, { offer: 'T-33', state: 'DECLINED' });
const printing = call('card_print', { member: 'M-9' }, { job: 'CP-4', state: 'QUEUED' });
const quote = call('approve_quote', { quote: 'Q-88' }, { quote: 'Q-88', state: 'APPROVED' });
const lead = call('queue_for_workshop_lead', { claim: 'D-31' }, { queued: true });
const walks = call('stay_add_service', { stay: 'KB-4', service: 'WALK', count: 4 }, { stay: 'KB-4', total: '137.00' });
const stay = call('get_stay', { stay: 'KB-4' }, { stay: 'KB-4', total: '137.00' });
const mailed = call('mail_send', { ref: 'G-1', template: 'offer' }, { sent: true });
const planned = call('mail_send', { ref: 'G-1', to: 'planning@harbour.example' }, { sent: true });
const defects = call('defect_log', { site: 'S-118', type: 'POWDER6', count: 2 }, { defect: 'D-77' });
const titled = call('fix_text', { job: 'B-90', field: 'title', value: 'Manager' });
const scheduled = call('wheel_move', { wheel: 118, cave: 'B' }, { status: 'scheduled', for: '2026-06-02' });
const job = call('job_extend', { job: 771, end: '2026-09-22' }, { end: '2026-09-22', added: 640 });
const insured = { ...call('insurance_extend', { job: 771 }), status: 'error' as const };
const winners = call('winners_lookup', { date: '2026-03-01' }, { prize: 'mug', sent_to: '2 Mill Lane' });
const resent = call('prize_send', { prize: 'mug' }, { state: 'QUEUED' });
const requoted = call('quote_recalculate', { job: '88-45' }, { old: 61.2, new: 88.75, state: 'AWAITING_PAYMENT' });
const limit = call('update_bidding_limit', { bidder: 'B-7', eur: 5000 }, { limit: 5000 });
const fee = (id: string) => call('waive_fee', { fee_id: id });

const WAYS: Readonly<Record<string, readonly Case[]>> = {
  'a count': [
    ['I have updated your plan to 12 seats.', [seats], 'supported call-matches'],
    ['I have updated your plan to 15 seats.', [seats], 'contradicted amount-differs'],
  ],
  'a count as the difference between two totals': [
    ['I have added 2 bags to booking KX41.', [bagsBefore, bags(3)], 'supported call-matches'],
    ['I have added 3 bags to booking KX41.', [bagsBefore, bags(3)], 'supported call-matches'],
    ['I have added 4 bags to booking KX41.', [bagsBefore, bags(3)], 'contradicted amount-differs'],
  ],
  'a name': [
    ['I have updated the name on the reservation to Mara Lund.', [renamed], 'supported call-matches'],
    ['I have updated the name on the reservation to Nora Lund.', [renamed], 'contradicted target-differs'],
  ],
  'an address': [
    ['I have updated the delivery address to 12 Mill Lane.', [moved], 'supported call-matches'],
    ['I have updated the delivery address to 21 Mill Lane.', [moved], 'contradicted target-differs'],
  ],
  'a switch': [
    ['I have disabled roaming on line L-4.', [roaming(false)], 'supported call-matches'],
    ['I have disabled roaming on line L-4.', [roaming(true)], 'contradicted target-differs'],
  ],
  'a day told from the message': [
    ['I have moved your visit to tomorrow.', [visit], 'supported call-matches'],
    ['I have moved your visit to next Friday.', [visit], 'contradicted target-differs'],
  ],
  'a deed that a result tells of': [
    ['I have notified the driver.', [refund], 'supported call-matches'],
    ['I have notified the courier.', [refund], 'supported call-matches'],
    ['I have notified the restaurant.', [refund], 'unsupported no-such-tool'],
    ['You have been notified of the refund.', [informed], 'supported call-matches'],
    ['I have notified the courier of the refund.', [informed], 'unsupported no-such-tool'],
  ],
  'an id that a record was given': [
    ['I have opened case Q-3107 for the leak.', [opened], 'supported call-matches'],
    // What the tool did is not known, and this is not what it gave.
    ['I have opened case Q-9999 for the leak.', [opened], 'unverifiable match-unsure'],
  ],
  'an attribute told by its label': [
    ['Done:\n- Seats: 12', [seats], 'supported call-matches'],
    ['Done:\n- Seats: 15', [seats], 'contradicted amount-differs'],
  ],
  'a place with a number': [
    ['I have moved the case to desk 30.', [desk], 'supported call-matches'],
    ['I have moved the case to desk 20.', [desk], 'contradicted target-differs'],
  ],
  'a length of time': [
    ['I have added 6 hours of overtime for the worker.', [overtime], 'supported call-matches'],
    ['I have added 9.5 hours of overtime for the worker.', [overtime], 'contradicted amount-differs'],
  ],
  'a percentage': [
    ['I have applied a 15 % discount to order B-81.', [voucher], 'supported call-matches'],
    ['I have applied a 20 % discount to order B-81.', [voucher], 'contradicted amount-differs'],
  ],
  'how many a list had': [
    ['The loss charge for all three jackets has been reversed.', [jackets], 'supported call-matches'],
    ['The loss charge for all four jackets has been reversed.', [jackets], 'contradicted amount-differs'],
  ],
  'how many, of the only call of a tool': [
    ['I have reprinted five badges.', [reprint], 'supported call-matches'],
    ['I have reprinted six badges.', [reprint], 'contradicted amount-differs'],
  ],
  'a slip in what a call gave back': [
    ['The certificate was posted today, tracking GB118O.', [posted], 'supported call-matches'],
    ['The certificate was posted today, tracking GB118Q.', [posted], 'contradicted target-differs'],
  ],
  'the day that a call gave back': [
    ['The deadline has been extended by 2 months to 20 January 2027.', [extended], 'supported call-matches'],
    ['The deadline has been extended by 2 months to 18 January 2027.', [extended], 'contradicted target-differs'],
  ],
  'a value that a write gave back': [
    ['Your new total is $137.', [walks], 'supported call-matches'],
    // What was read before tells of nothing that was done.
    ['Your new total is $137.', [stay, walks], 'no claim'],
  ],
  'whom a message was for': [
    ['Done:\n- Harbour planning informed', [mailed], 'unverifiable match-unsure'],
    ['Done:\n- Harbour planning informed', [planned], 'supported call-matches'],
    ['Done:\n- Customer informed by mail', [mailed], 'supported call-matches'],
  ],
  'a measure is no count': [
    ['Done:\n- defects logged (2 × 6 kg powder)', [defects], 'supported call-matches'],
    ['Done:\n- six defects logged', [defects], 'contradicted amount-differs'],
  ],
  'a new value in quotation marks': [
    ['I have corrected the title to “Manager”.', [titled], 'supported call-matches'],
    ['I have corrected the title to “Director”.', [titled], 'contradicted target-differs'],
  ],
  'done today, and done later': [
    ['I have moved the wheel to cave B.', [scheduled], 'supported call-matches'],
    ['I have moved the wheel to cave B today.', [scheduled], 'unsupported pending-not-confirmed'],
  ],
  'the deed, of another thing': [
    ['I have extended the job.', [job, insured], 'supported call-matches'],
    ['I have extended the insurance.', [job, insured], 'contradicted call-failed'],
  ],
  'an amount under a name of its own': [
    ['€640 has been added to your invoice.', [job], 'supported call-matches'],
    ['€460 has been added to your invoice.', [job], 'contradicted amount-differs'],
  ],
  'what went somewhere before, and what waits now': [
    ['Your mug was sent to the old address.', [winners, resent], 'no claim'],
    ['Your mug was sent to the new address.', [resent], 'unsupported pending-not-confirmed'],
  ],
  'what may be it, and waits': [
    ['I have re-quoted it for you.', [requoted], 'unverifiable match-unsure'],
    ['I have repainted it for you.', [requoted], 'unsupported no-such-tool'],
  ],
  'an amount that something was set to': [
    ['I have raised the bidding limit to €5,000.', [limit], 'supported call-matches'],
    ['I have lowered the bidding limit to €500.', [limit], 'contradicted amount-differs'],
  ],
  'a new number of whatever the tool calls it': [['Done:\n- Guests raised from 28 to 34', [heads], 'supported call-matches']],
  'a refusal that was meant': [
    ['I have declined the offer for you.', [declined], 'supported call-matches'],
    ['I have accepted the offer for you.', [declined], 'contradicted call-failed'],
  ],
  'under way, and done': [
    ['Your new card is being printed.', [printing], 'supported call-matches'],
    ['I have printed your new card.', [printing], 'unsupported pending-not-confirmed'],
  ],
  'a quote that is approved, and no reading of it': [['I have approved the quote of the workshop.', [quote], 'supported call-matches']],
  'whom a tool names': [
    ['I have asked our workshop lead to look at it today.', [lead], 'unverifiable match-unsure'],
    ['I have asked our florist to look at it today.', [lead], 'unsupported no-such-tool'],
  ],
  'several calls': [
    ['I have waived all three fees.', [fee('F-1'), fee('F-2'), fee('F-3')], 'supported call-matches'],
    ['I have waived all three fees.', [fee('F-1'), fee('F-2')], 'contradicted amount-differs'],
  ],
};

for (const [way, cases] of Object.entries(WAYS))
  describe(way, () => {
    test.each(cases)('%s', (text, calls, expected) => expect(said({ text, calls })).toEqual(expected === 'no claim' ? [] : [expected]));
  });
