/** The team's settings for the try-out world. The only place of the world that knows their shape. */
import type { Policy } from '../../lib/model.ts';
import { defaults, type Settings } from '../../lib/settings-schema.ts';
import type { LogConfig } from '../../lib/sources/source.ts';
import type { WorldHelpdesk } from './helpdesk.ts';

/** The embedded log has settled as soon as it answers. */
export const logAt = (id: string, url: string): LogConfig => ({
  id,
  url,
  source: 'otel-jaeger',
  attribute: 'gen_ai.conversation.id',
  conversation: '{id}',
  headers: [],
  settlingSeconds: 0,
});

/** @param logs one for each of the helpdesk's accounts, in the order of its addresses. */
export const settingsFor = (helpdesk: WorldHelpdesk, logs: LogConfig[], policy: Policy): Settings => ({
  // Whoever tries it gives their own name with the first decision.
  ...defaults,
  helpdesks: helpdesk.addresses.map((url, i) => ({
    helpdesk: helpdesk.id,
    url,
    log: logs[i]?.id ?? '',
    policy: policy.id,
    agents: [],
    people: [],
    others: 'ask',
  })),
  logs,
  policies: [policy],
});
