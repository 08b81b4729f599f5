/** Handed to a person, a team or a queue. */
import type { Action } from './action.ts';

export const escalate: Action = {
  id: 'escalate',
  kind: 'escalation',
  verbs: ['escalat', 'transfer', 'hand', 'rout', 'loop', 'refer', 'assign', 'reassign', 'pag', 'forward', 'reroute'],
  nouns: ['escalat', 'transfer', 'handoff', 'handover', 'hand'],
  tools: [
    ['escalat'],
    ['transfer'],
    ['handoff'],
    ['handover'],
    ['hand'],
    ['assign'],
    ['reassign'],
    ['rout'],
    ['refer'],
    ['pag'],
    ['flag', 'review'],
    ['pager'],
    ['callback'],
    ['call', 'back'],
    ['oncall'],
    ['queu', 'push'],
    ['notifi', 'duti'],
    ['flag'],
    ['ticket', 'mov'],
    ['ticket', 'transfer'],
    ['creat', 'issu'],
    ['creat', 'task'],
  ],
  notTools: ['get', 'list', 'status', 'check', 'search', 'courier', 'driver'],
};
