/** Reads a request's body whole, unpacked, and never more than allowed: neither as sent nor as unpacked. */
import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Refusal } from './refusal.ts';

const unpack = promisify(gunzip);

/**
 * @param most in bytes.
 * @throws Refusal 413, 415, or 400 where it is cut off or not gzip.
 */
export async function readBody(request: IncomingMessage, most: number): Promise<Buffer> {
  const coding = request.headers['content-encoding'] ?? 'identity';
  if (coding !== 'gzip' && coding !== 'identity') throw new Refusal(415, `Content-Encoding ${coding} is not known here: send gzip, or none.`);
  const sent = await collect(request, most);
  if (coding === 'identity') return sent;
  try {
    return await unpack(sent, { maxOutputLength: most });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(most);
    throw new Refusal(400, 'The body is said to be gzip, but it cannot be unpacked.');
  }
}

async function collect(request: IncomingMessage, most: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > most) throw tooLarge(most);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    // Not destroyed on an early leave: the sender is still to be told why.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      size += chunk.length;
      if (size > most) throw tooLarge(most);
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(400, 'The body was cut off.');
  }
  return Buffer.concat(chunks);
}

function tooLarge(most: number): Refusal {
  return new Refusal(413, `The body is larger than ${most} bytes: send smaller batches, or start the log with a larger --max-body.`);
}
