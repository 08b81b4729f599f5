/** One helpdesk, log or policy: what it is in a line, and its form folded beneath. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '../words.ts';
import { FormFoot, type RemovalProps } from './FormFoot.tsx';
import type { Form } from './form.ts';
import type { Slot, Slots } from './slots.ts';

interface ItemProps {
  /** In full, e.g. `Log main`; the title stands under the section's own and need not repeat it. */
  name: string;
  title: string;
  /** What it is, in a few words each. */
  facts: readonly string[];
  slot: Slot;
  slots: Slots;
  form: Omit<Form<object>, 'set' | 'take' | 'filled'>;
  save: string;
  removal: RemovalProps;
  /** Between the title and the form, e.g. access and keys. */
  head?: ComponentChildren;
  /** After the form. */
  tail?: ComponentChildren;
  children: ComponentChildren;
}

export function Item({ name, title, facts, slot, slots, form, save, removal, head, tail, children }: ItemProps) {
  const { t } = useWords();
  const fold = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (slot.asked === 0 || !fold.current) return;
    fold.current.open = true;
    fold.current.querySelector<HTMLElement>('select, input')?.focus();
  }, [slot.asked]);
  return (
    <article class="item" aria-label={name}>
      <header>
        <h3>{title}</h3>
        {facts.map((fact) => (
          <span class="meta" key={fact}>
            {fact}
          </span>
        ))}
      </header>
      {head}
      <details class="part" ref={fold}>
        <summary>
          {t('item_settings')} {form.dirty && <span class="unsaved">{t('unsaved')}</span>}
        </summary>
        <form noValidate ref={form.element} onSubmit={form.submit} aria-label={name}>
          {children}
          <FormFoot form={form} save={save} {...(slot.id === null ? { onCancel: () => slots.drop(slot) } : { removal })} />
        </form>
      </details>
      {tail}
    </article>
  );
}

interface ItemsProps {
  id: string;
  title: string;
  intro: string;
  /** What is said where there is none yet. */
  none: string;
  add: string;
  slots: Slots;
  children(slot: Slot): ComponentChildren;
}

/** A section of them, with the button that adds one. */
export function Items({ id, title, intro, none, add, slots, children }: ItemsProps) {
  const count = slots.list.length;
  const before = useRef(count);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The button that removed the item went with it.
    const { activeElement, body } = document;
    if (count < before.current && activeElement === body) button.current?.focus();
    before.current = count;
  }, [count]);
  return (
    <Section id={id} title={title} intro={count === 0 ? `${intro} ${none}` : intro}>
      {slots.list.map(children)}
      <button type="button" class="add" ref={button} onClick={slots.add}>
        {add}
      </button>
    </Section>
  );
}

export function Section({ id, title, intro, children }: { id: string; title: string; intro?: string; children: ComponentChildren }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {intro && <p class="meta">{intro}</p>}
      {children}
    </section>
  );
}
