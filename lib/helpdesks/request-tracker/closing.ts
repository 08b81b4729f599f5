/** The controls that end a ticket: forms that set its status, and links that do so at once. */
import type { TicketRef } from '../../model.ts';
import { pathOf } from '../dom.ts';
import { endsTicket } from './status.ts';
import { ticketAddress } from './urls.ts';

const SUBMIT = 'input[type="submit"], input[type="image"], button[type="submit"], button:not([type])';
const STATUS = 'select[name="Status"]';
/** Submitting one form of the display page takes along what stands in the others that are being edited. */
const EDITED = `.titlebox.editing form.inline-edit ${STATUS}`;
/** Items of the Actions menu that end a ticket in the words of its own lifecycle: the label is part of the id. */
const ENDING_ITEMS = ['resolve', 'reject', 'delete', 'close'].map((label) => `a#page-actions-${label}[href]`).join(', ');

function addressOf(link: Element) {
  const { href, ownerDocument } = link as HTMLAnchorElement;
  const url = URL.canParse(href) ? new URL(href) : null;
  return url?.host === new URL(ownerDocument.URL).host ? ticketAddress(url) : null;
}

/** `''` stands for "(Unchanged)". */
function ends(status: string, document: Document): boolean {
  if (status === '') return false;
  return (
    endsTicket(status) || [...document.querySelectorAll(ENDING_ITEMS)].some((item) => addressOf(item)?.parameters.get('DefaultStatus') === status)
  );
}

/** Only `SubmitTicket`, and the nameless "Save" beside a part of the display page, change the ticket; others search or add files. */
function isSubmittedBy(button: Element, document: Document): boolean {
  const { form, name, disabled } = button as HTMLInputElement;
  if (!form || disabled || (name !== '' && name !== 'SubmitTicket')) return false;
  const own = form.querySelectorAll<HTMLSelectElement>(STATUS);
  const statuses = own.length > 0 || !form.matches('.inline-edit') ? own : document.querySelectorAll<HTMLSelectElement>(EDITED);
  return [...statuses].some((select) => ends(select.value, document));
}

/** "Resolve" only leads to the form on which the ticket is closed; an action without a comment is done by the link itself. */
function isDoneByLink(link: Element, ticket: TicketRef, document: Document): boolean {
  const address = addressOf(link);
  if (!address || address.parameters.get('id') !== ticket.id) return false;
  const { page, parameters } = address;
  if (page === 'Display' && parameters.get('Action') === 'Delete') return true;
  return ends(parameters.get('Status') ?? '', document) && (page !== 'Update' || parameters.has('SubmitTicket'));
}

/** Would this event close the ticket? Browsers turn Enter in a field, and keys on buttons and links, into a click that is heard too. */
export function closes(event: Event, document: Document, ticket: TicketRef): boolean {
  if (event.type === 'keydown' || ('button' in event && event.button !== 0)) return false;
  return pathOf(event).some(
    (element) =>
      (element.matches(SUBMIT) && isSubmittedBy(element, document)) || (element.matches('a[href]') && isDoneByLink(element, ticket, document)),
  );
}
