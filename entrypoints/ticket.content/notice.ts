/** One line over the page, in the overlay: why a press was held, or how to open the panel. */
import { makeButton, SIGNS } from './badge.ts';

const NOTICE_MS = 10_000;

/** Red for a press that was held; grey where the line only tells something. */
export type NoticeColour = 'red' | 'grey';

export interface Notice {
  /** Shows a line until it is pressed, the person turns to something else, or some seconds have passed. */
  say(text: string, onPress: () => void, colour?: NoticeColour): void;
  remove(): void;
}

export function createNotice(host: Element, root: ShadowRoot): Notice {
  const { ownerDocument: document } = host;
  const alert = document.createElement('div');
  alert.className = 'alert';
  alert.setAttribute('role', 'alert');
  root.append(alert);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const dismiss = () => alert.replaceChildren();
  const dismissElsewhere = (event: Event) => event.target !== host && dismiss();
  document.addEventListener('pointerdown', dismissElsewhere, true);
  return {
    say(text, onPress, colour = 'red') {
      const button = makeButton(document, `notice ${colour}`, () => {
        dismiss();
        onPress();
      });
      button.textContent = colour === 'red' ? `${SIGNS.red} ${text}` : text;
      alert.replaceChildren(button);
      clearTimeout(timer);
      timer = setTimeout(dismiss, NOTICE_MS);
    },
    remove() {
      clearTimeout(timer);
      document.removeEventListener('pointerdown', dismissElsewhere, true);
    },
  };
}
