/** What options, README and settings know of each source, without its code. The ids of fields are those of `LogConfig`. */
import type { SourceMeta } from './source.ts';

export const sourceMetas: readonly SourceMeta[] = [
  {
    id: 'otel-jaeger',
    label: 'OpenTelemetry / Jaeger',
    fields: [
      { id: 'url', kind: 'url', required: true, initial: 'http://127.0.0.1:16686' },
      {
        id: 'attribute',
        kind: 'text',
        required: true,
        initial: 'gen_ai.conversation.id',
        suggestions: ['gen_ai.conversation.id', 'session.id', 'langfuse.session.id', 'ticket.id'],
      },
      {
        id: 'conversation',
        kind: 'text',
        required: true,
        initial: '{helpdesk}:{id}',
        suggestions: ['{id}', '{helpdesk}:{id}', '{helpdesk}/{host}/{id}', '{found}'],
      },
      { id: 'pattern', kind: 'pattern', required: false, initial: '' },
      { id: 'settlingSeconds', kind: 'seconds', required: true, initial: '60' },
      { id: 'headers', kind: 'headers', required: false, initial: '' },
    ],
  },
];
