/** What an exported trail proves, and what it does not. Printed in every export, in these words. */
export const PROVEN = [
  'Nobody has changed, dropped, added or reordered an event or a text since it was written, unless they hold the private key that signed it.',
  'All events were signed by the keys named here, and this file by the key of its terminal record.',
  'What was judged, under which policy and by which engine, is what stands here: each part is named by its SHA-256 digest.',
  'A text that was taken out is still bound by its digest: the chain and its head are the same as without redaction.',
] as const;

export const NOT_PROVEN = [
  'Whose key it is: compare its fingerprint with the one in the options of the installation.',
  'That nothing was recorded after this export, or that another, longer trail of the ticket does not exist: only an anchor kept outside shows that.',
  'When it happened: times are those of the reviewer’s machine, of the helpdesk and of the log; an anchor bounds them from one side.',
  'That the helpdesk’s page and the tool-call log told the truth, or all of it. What the page and people say is asserted; what the log holds is recorded.',
  'Reading texts that stand in place of what was taken out: no signature of the chain covers them.',
] as const;
