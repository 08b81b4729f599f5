/** An agent with a script: it answers what `DESKCHECK_ANSWERS` says for the words that the conversation ends with, and calls what stands there. */
import { readFileSync } from 'node:fs';

const answers = JSON.parse(readFileSync(process.env.DESKCHECK_ANSWERS, 'utf8'));

export default class Agent {
  id() {
    return 'scripted-agent';
  }

  async callApi(prompt, { vars }) {
    // What it gets is a conversation, and tools, as they were exported.
    const turns = JSON.parse(prompt);
    if (!Array.isArray(turns) || turns.some(({ role, content }) => !role || typeof content !== 'string')) throw new Error('no conversation');
    if (!Array.isArray(JSON.parse(vars.tools))) throw new Error('no tools');
    const { text, calls } = answers.shift() ?? answers.last;
    return { output: text, metadata: { toolCalls: calls ?? [] } };
  }
}
