/**
 * What was typed and is not saved: told by every form, seen in the navigation, and asked about before the page is left.
 * Layout effects throughout: others wait for the next frame, and a page that is closed right after a key would go without asking.
 */
import { createContext } from 'preact';
import { useCallback, useContext, useId, useLayoutEffect, useState } from 'preact/hooks';

/** `name` null: nothing is unsaved there. */
type Tell = (form: string, name: string | null) => void;

export const UnsavedContext = createContext<Tell>(() => undefined);

/** The names of all forms with unsaved changes, and how they tell. */
export function useUnsavedForms(): { names: string[]; tell: Tell } {
  const [forms, setForms] = useState<ReadonlyMap<string, string>>(new Map());
  const tell = useCallback<Tell>((form, name) => {
    setForms((before) => {
      if ((before.get(form) ?? null) === name) return before;
      const after = new Map(before);
      if (name === null) after.delete(form);
      else after.set(form, name);
      return after;
    });
  }, []);
  const any = forms.size > 0;
  useLayoutEffect(() => {
    if (!any) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [any]);
  return { names: [...new Set(forms.values())], tell };
}

export function useUnsaved(name: string, dirty: boolean): void {
  const tell = useContext(UnsavedContext);
  const form = useId();
  useLayoutEffect(() => tell(form, dirty ? name : null), [tell, form, name, dirty]);
  useLayoutEffect(() => () => tell(form, null), [tell, form]);
}
