/** Conversations of our own writing, in the shape in which real ones are published. */
export const library = {
  id: 'lib-01',
  domain: 'library',
  model: 'model-a',
  tools: ['get_loan', 'renew_loan', 'waive_fine'],
  messages: [
    { role: 'system', content: 'You are the library’s assistant. Never waive more than $10.' },
    { role: 'assistant', content: 'Hello! How can I help?' },
    { role: 'user', content: 'Please renew loan L-204 and drop the $4 fine.' },
    { role: 'assistant', content: '', tool_calls: [{ id: 'c1', name: 'get_loan', arguments: { loan_id: 'L-204' } }] },
    { role: 'tool', tool_call_id: 'c1', name: 'get_loan', content: '', result: '{"loan_id": "L-204", "fine": 4}' },
    {
      role: 'assistant',
      content: 'One moment, I am renewing it.',
      tool_calls: [
        { id: 'c2', name: 'renew_loan', arguments: { loan_id: 'L-204' } },
        { id: 'c3', name: 'waive_fine', arguments: { loan_id: 'L-204' } },
      ],
    },
    { role: 'tool', tool_call_id: 'c2', name: 'renew_loan', content: '', result: '{"due": "2026-03-30"}' },
    { role: 'tool', tool_call_id: 'c3', name: 'waive_fine', content: '', result: 'Error: not allowed', error: true },
    { role: 'assistant', content: 'I have renewed loan L-204 and waived the fine of $4.' },
    { role: 'user', content: 'Thank you! ###STOP###' },
    { role: 'user', content: '###STOP###' },
  ],
};

/** The same exchange in the shape of a chat-completions API: calls under `function`, arguments as text, parts of content. */
export const vendorShape = {
  id: 7,
  tools: [{ type: 'function', function: { name: 'renew_loan', description: 'Renew a loan.' } }, { name: 'get_loan' }],
  messages: [
    { role: 'user', content: [{ type: 'text', text: 'Renew L-204.' }] },
    {
      role: 'assistant',
      content: null,
      tool_calls: [{ id: 'same', type: 'function', function: { name: 'get_loan', arguments: '{"loan_id": "L-204"}' } }],
    },
    { role: 'tool', tool_call_id: 'same', content: '{"loan_id": "L-204"}' },
    {
      role: 'assistant',
      content: null,
      tool_calls: [
        { id: 'same', type: 'function', function: { name: 'renew_loan', arguments: '{"loan_id": "L-204"}' } },
        { id: 'same', type: 'function', function: { name: 'renew_loan', arguments: 'not JSON' } },
      ],
    },
    { role: 'tool', tool_call_id: 'same', content: 'Renewed.' },
    { role: 'assistant', content: 'I have renewed loan L-204.' },
  ],
};

/** The customer turns their own router on and off. */
export const device = {
  id: 'net-01',
  domain: 'network',
  tools: ['restart_line'],
  messages: [
    { role: 'assistant', content: 'Please restart your router.' },
    { role: 'user', content: '', tool_calls: [{ id: 'u1', name: 'restart_router', arguments: {}, requestor: 'user' }] },
    { role: 'tool', tool_call_id: 'u1', name: 'restart_router', content: '', result: 'on', requestor: 'user' },
    { role: 'user', content: 'Done.' },
    { role: 'assistant', content: 'And now?', tool_calls: [{ id: 'a1', name: 'restart_line', arguments: {} }] },
  ],
};

/** The agent works and never says a word. */
export const silent = {
  id: 'quiet',
  domain: 'network',
  tools: ['restart_line'],
  messages: [
    { role: 'assistant', content: '', tool_calls: [{ id: 'a1', name: 'restart_line', arguments: {} }] },
    { role: 'tool', tool_call_id: 'a1', content: '', result: 'restarted' },
    { role: 'assistant', content: '###STOP###' },
  ],
};
