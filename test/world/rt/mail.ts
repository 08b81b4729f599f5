/** A customer's mail, brought to Request Tracker by its own mail gateway as a mail server would do it. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';

export interface Mail {
  from: { name: string; address: string };
  subject: string;
  text: string;
}

/** @throws Error where Request Tracker did not take it; the gateway itself ends well then, since no second try would help. */
export async function deliver(url: string, mail: Mail): Promise<void> {
  const gateway = spawn('/usr/bin/rt-mailgate-5', ['--queue', 'Support', '--action', 'correspond', '--url', url, '--debug'], {
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let answer = '';
  gateway.stderr.setEncoding('utf8').on('data', (text: string) => {
    answer += text;
  });
  const ended = new Promise<void>((resolve, reject) => {
    gateway.once('error', reject);
    gateway.once('close', () => resolve());
  });
  gateway.stdin.end(asText(mail));
  await ended;
  if (!/^ok$/m.test(answer)) throw new Error(`Request Tracker did not take the mail "${mail.subject}" of ${mail.from.address}:\n${answer}`);
}

/** RFC 822, in ASCII throughout. */
export function asText({ from, subject, text }: Mail): string {
  return [
    `From: ${encodedWords(from.name)} <${from.address}>`,
    'To: support@harborworks.test',
    `Subject: ${encodedWords(subject)}`,
    `Message-ID: <${randomUUID()}@customers.test>`,
    `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=UTF-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\n'),
    '',
  ].join('\n');
}

/** RFC 2047: words of at most 75 characters, none of which cuts a character in two. */
function encodedWords(text: string): string {
  const chunks = [''];
  for (const character of text.replace(/\p{Cc}+/gu, ' ')) {
    if (Buffer.byteLength(chunks.at(-1) + character) > 45) chunks.push('');
    chunks[chunks.length - 1] += character;
  }
  return chunks.map((chunk) => `=?UTF-8?B?${Buffer.from(chunk).toString('base64')}?=`).join('\n ');
}
