/** The items of a list, each in a place of its own that stays while it is filled in, saved for the first time, or renamed. */
import { useRef, useState } from 'preact/hooks';

export interface Slot {
  key: number;
  /** Null for one that is not saved yet. */
  id: string | null;
  /** Counts how often it was asked to open and take the focus. */
  asked: number;
}

export interface Slots {
  list: Slot[];
  add(): void;
  drop(slot: Slot): void;
  open(slot: Slot): void;
  /** It is about to be stored under this id. */
  expect(slot: Slot, id: string): void;
}

/** @param ids of the stored items, in their order. */
export function useSlots(ids: readonly string[]): Slots {
  const held = useRef<(Slot & { expected?: string })[]>([]);
  const keys = useRef(0);
  const [, again] = useState(0);
  const change = (slots: Slot[]) => {
    held.current = slots;
    again((turn) => turn + 1);
  };
  const slotOf = (id: string) => held.current.find((slot) => slot.expected === id) ?? held.current.find((slot) => slot.id === id);
  const made = (id: string | null, asked: number): Slot => {
    keys.current += 1;
    return { key: keys.current, id, asked };
  };
  const stored = ids.map((id): Slot => {
    const slot = slotOf(id);
    return slot ? { key: slot.key, id, asked: slot.asked } : made(id, 0);
  });
  held.current = [...stored, ...held.current.filter((slot) => slot.id === null && !stored.some((one) => one.key === slot.key))];
  return {
    list: held.current,
    add: () => change([...held.current, made(null, 1)]),
    drop: ({ key }) => change(held.current.filter((slot) => slot.key !== key)),
    open: ({ key }) => change(held.current.map((slot) => (slot.key === key ? { ...slot, asked: slot.asked + 1 } : slot))),
    expect({ key }, id) {
      held.current = held.current.map((slot) => (slot.key === key ? { ...slot, expected: id } : slot));
    },
  };
}
