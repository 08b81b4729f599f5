/** The agent's run reaches the log while Request Tracker gets its tickets: each call before the reply that follows it. */
import { setTimeout } from 'node:timers/promises';
import { otelJaeger } from '../../lib/sources/otel-jaeger.ts';
import { startLiveRun } from '../world/live-run.ts';
import { type RequestTracker, startRequestTracker } from '../world/rt/request-tracker.ts';
import { expect, say, startLog, test, ticket } from './fixture.ts';

/** Request Tracker's times are whole seconds: more than one later is later for it too. */
const LATER = 1_100;

test('a reply is posted once the log has its calls, under the id that Request Tracker gave the ticket', async () => {
  const log = await startLog();
  const one = ticket('refund');
  const started = new Date();
  const recorded: number[] = [];
  let rt: RequestTracker | undefined;
  try {
    rt = await startRequestTracker({
      tickets: [one],
      record(which, id) {
        const run = startLiveRun(log, which, id);
        return {
          end: run.end,
          async before(reply) {
            await run.before(reply);
            recorded.push(Date.now());
            await setTimeout(LATER);
          },
        };
      },
      say,
    });
    const replies = (await rt.history(one)).filter(({ realName, bodies }) => realName === 'Harbor Assist' && bodies.length > 0);
    const posted = replies.map(({ created }) => Date.parse(created));
    expect(posted).toHaveLength(3);
    for (const [i, time] of posted.entries()) expect(time, `reply ${i + 1} was posted after its calls were recorded`).toBeGreaterThan(recorded[i]!);

    const config = {
      id: 'main',
      source: 'otel-jaeger',
      url: log.queryUrl,
      attribute: 'gen_ai.conversation.id',
      conversation: '{id}',
      headers: [],
      settlingSeconds: 0,
    };
    const query = {
      ticket: { helpdesk: rt.id, host: new URL(rt.addresses[0]!).host, id: rt.idOf(one) },
      conversation: rt.idOf(one),
      from: started.toISOString(),
      to: new Date().toISOString(),
    };
    const means = { fetch, key: null, headers: {}, now: new Date(), signal: new AbortController().signal, timeout: 5_000 };
    const { calls, inventory, coverage } = await otelJaeger.find(query, config, means);
    expect(calls.map((call) => call.arguments)).toEqual([{ number: 1 }, { number: 2 }, { number: 3 }, { number: 4 }]);
    expect(inventory).toEqual({ tools: one.run.tools, complete: true });
    expect(coverage.complete).toBe(true);
    const ends = calls.map(({ endedAt }) => Date.parse(endedAt!));
    for (const i of [0, 1, 2]) expect(ends[i], `call ${i + 1} ended before reply ${i + 1}`).toBeLessThan(posted[i]!);
    expect(Date.parse(calls[3]!.startedAt!), 'the last call was made after the last reply').toBeGreaterThan(posted[2]!);
  } finally {
    await rt?.close();
    await log.close();
  }
});
