/**
 * Answers that are worked out once. Every claim asks the same of every call, and what was recorded does not change: a function that is
 * wrapped must be pure, and nobody may change what it gave.
 */

/** Kept as long as the object that was asked about. */
export function once<Key extends object, Answer>(make: (key: Key) => Answer): (key: Key) => Answer {
  const known = new WeakMap<Key, { answer: Answer }>();
  return (key) => {
    const kept = known.get(key);
    if (kept) return kept.answer;
    const answer = make(key);
    known.set(key, { answer });
    return answer;
  };
}

/** Texts are kept until they are so long together, in UTF-16 units. */
const KEPT = 4_000_000;

/** The same for texts, of which the newest few megabytes are kept. */
export function onceOfText<Answer>(make: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, { answer: Answer }>();
  let length = 0;
  return (text) => {
    const kept = known.get(text);
    if (kept) return kept.answer;
    if (length > KEPT) {
      known.clear();
      length = 0;
    }
    const answer = make(text);
    known.set(text, { answer });
    length += text.length;
    return answer;
  };
}
