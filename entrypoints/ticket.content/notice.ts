/** One line over the page, in the overlay: why a press was held. */
import { makeButton, SIGNS } from './badge.ts';

const NOTICE_MS = 10_000;

export interface Notice {
  /** Shows a line until it is pressed, the person turns to something else, or some seconds have passed. */
  say(text: string, onPress: () => void): void;
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
    say(text, onPress) {
      const button = makeButton(document, 'notice', () => {
        dismiss();
        onPress();
      });
      button.textContent = `${SIGNS.red} ${text}`;
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
