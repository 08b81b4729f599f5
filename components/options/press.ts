/**
 * A press on a button takes the focus away from a field before it is a click. What the field then has to say would move the button from
 * under the pointer, and the click would be lost: so it waits for the end of the press.
 */
import { useEffect } from 'preact/hooks';

let pressing = false;
let waiting: (() => void)[] = [];

const begin = (): void => {
  pressing = true;
};

/** The click follows in the same turn. */
const end = (): void => {
  pressing = false;
  setTimeout(() => {
    const due = waiting;
    waiting = [];
    for (const work of due) work();
  });
};

export function usePresses(): void {
  useEffect(() => {
    window.addEventListener('pointerdown', begin, true);
    for (const kind of ['pointerup', 'pointercancel']) window.addEventListener(kind, end, true);
    return () => {
      window.removeEventListener('pointerdown', begin, true);
      for (const kind of ['pointerup', 'pointercancel']) window.removeEventListener(kind, end, true);
      end();
    };
  }, []);
}

export function afterPress(work: () => void): void {
  if (pressing) waiting.push(work);
  else work();
}
