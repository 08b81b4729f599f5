// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { besides, fill, full, show } from './show.tsx';

afterEach(cleanup);

const section = () => within(screen.getByRole('region', { name: 'Trails' }));
const press = (name: string) => fireEvent.click(section().getByRole('button', { name }));

test('a name that the organisation fixes is shown, and cannot be changed', () => {
  show({ ...full, reviewer: 'Sam Reviewer' }, { managed: true });
  const you = within(screen.getByRole('region', { name: 'You' }));
  expect(you.getByText('Sam Reviewer')).toBeTruthy();
  expect(you.queryByRole('textbox')).toBeNull();
});

describe('the trails of this installation', () => {
  test('tell whose key signs them, how many there are, and what they take', async () => {
    const spies = show(full);
    expect(section().getByText('f'.repeat(43))).toBeTruthy();
    expect(section().getByText('12 tickets, 340 events')).toBeTruthy();
    expect(section().getByText('3 MB of 10,000 MB')).toBeTruthy();
    press('Copy fingerprint');
    await waitFor(() => expect(spies.copy).toHaveBeenCalledWith('f'.repeat(43)));
  });

  test('may be cleared by the browser, unless it is asked to keep them', async () => {
    const trail = { fingerprint: 'f'.repeat(43), tickets: 0, events: 0, storage: null, persisted: false };
    const spies = show(full, { trail });
    spies.persist.mockRejectedValueOnce(new Error('The browser refused.'));
    press('Ask the browser to keep it');
    expect((await section().findByRole('alert')).textContent).toContain('The browser refused.');
  });

  test('are kept for six months, for another number, or for ever', async () => {
    const { kept } = show(full);
    const months = section().getByLabelText('Kept for months');
    expect((months as HTMLInputElement).value).toBe('6');
    fill(months, '0');
    fireEvent.blur(months);
    expect(besides(months)).toContain('must be a number in range');
    fill(months, '24');
    press('Save');
    await waitFor(() => expect(kept().keepMonths).toBe(24));
    fill(months, '');
    press('Save');
    await waitFor(() => expect(kept().keepMonths).toBeNull());
  });

  test('leave without what the team’s own patterns find; a pattern that is none is not saved', async () => {
    const { kept } = show(full);
    press('Add a pattern');
    const row = section().getByRole('textbox', { name: 'Pattern 1' });
    fill(row, 'CUST-(');
    press('Save');
    await Promise.resolve();
    expect(kept().redaction.patterns).toEqual([]);
    fill(row, 'CUST-\\d+');
    press('Save');
    await waitFor(() => expect(kept().redaction.patterns).toEqual(['CUST-\\d+']));
  });

  test('of one ticket are erased after a question, and not where nothing is kept', async () => {
    const spies = show(full);
    const ticket = { helpdesk: 'zendesk', host: 'acme.zendesk.com', id: '412' };
    fill(section().getByLabelText('Ticket number'), '413');
    press('Find');
    expect(await section().findByText('Nothing is kept of a ticket of that number.')).toBeTruthy();
    spies.findKept.mockResolvedValue([{ ticket, subject: 'Charged twice' }]);
    fill(section().getByLabelText('Ticket number'), ' 412 ');
    press('Find');
    await section().findByText('Charged twice');
    expect(spies.findKept).toHaveBeenLastCalledWith('412');
    press('Erase this ticket');
    expect(spies.erase).not.toHaveBeenCalled();
    press('Yes, remove');
    await section().findByText('Ticket 412 is erased.');
    expect(spies.erase).toHaveBeenCalledWith(ticket);
  });
});
