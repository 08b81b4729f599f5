/** Only what the AI agent is known to have written is judged. */
import type { Rule } from './rule.ts';

export const authorUnknown: Rule = {
  id: 'author-unknown',
  about: 'claim',
  judge(one) {
    if (one.message.author.kind === 'ai-agent') return null;
    return { rule: 'author-unknown', verdict: 'unverifiable', reason: 'author-unknown', calls: [], detail: {} };
  },
};
