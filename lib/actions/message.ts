/** Something sent to somebody: e-mail, text, message, call. */
import type { Action } from './action.ts';

export const message: Action = {
  id: 'message',
  kind: 'communication',
  verbs: [
    'email',
    'mail',
    'send',
    'resend',
    'text',
    'sms',
    'notifi',
    'messag',
    'ping',
    'remind',
    'call',
    'contact',
    'phon',
    'ring',
    'reach',
    'messag',
    'inform',
    'tell',
    'brief',
    'advis',
    'let',
    'cc',
  ],
  nouns: ['email', 'e-mail', 'mail', 'sms', 'text', 'messag', 'notic', 'notifi', 'remind'],
  tools: [['email'], ['mail'], ['sms'], ['send'], ['resend'], ['notifi'], ['messag'], ['text'], ['remind'], ['repli'], ['call'], ['notif'], ['ping'], ['msg']],
  notTools: ['get', 'list', 'status', 'check', 'search', 'read', 'note'],
};
