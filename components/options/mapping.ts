/** What the team says that its tools do, tool by tool. Pure. */
import type { ToolMapping } from '../../lib/model.ts';
import type { SeenTool } from './setup.ts';

/** By the tool's name, in the order of the list. */
export type ByTool = Record<string, ToolMapping[]>;

export const byTool = (tools: readonly ToolMapping[]): ByTool => Object.fromEntries(Map.groupBy(tools, ({ tool }) => tool));

/** The mappings with those of the changed tools replaced. */
export const withChanges = (now: readonly ToolMapping[], change: ByTool): ToolMapping[] => [
  ...now.filter(({ tool }) => !Object.hasOwn(change, tool)),
  ...Object.values(change).flat(),
];

export interface ToolRow {
  name: string;
  description?: string | undefined;
  /** What the engine takes it for; null for a tool that no log has named yet. */
  does: readonly string[] | null;
  mapped: readonly ToolMapping[];
}

/** Every tool that was seen, mapped or named by hand, each once, in the order of their names. */
export function toolRows(seen: readonly SeenTool[], mapped: ByTool, added: readonly string[]): ToolRow[] {
  const names = new Set([...seen.map(({ name }) => name), ...Object.keys(mapped).filter((name) => mapped[name]!.length > 0), ...added]);
  return [...names]
    .sort((a, b) => a.localeCompare(b))
    .map((name) => {
      const tool = seen.find((one) => one.name === name);
      return { name, description: tool?.description, does: tool?.does ?? null, mapped: Object.hasOwn(mapped, name) ? mapped[name]! : [] };
    });
}

/** Neither its name nor its description tells what it does, and nobody has said it. */
export const isUntold = ({ does, mapped }: ToolRow): boolean => (does === null || does.length === 0) && mapped.length === 0;

export function isAbout({ name, description = '' }: ToolRow, words: string): boolean {
  const text = `${name} ${description}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** One tool's mappings with the one at `index` changed to another action, or taken out ('' for none); one more where there is none. */
export function withAction(tool: string, mapped: readonly ToolMapping[], index: number, action: string): ToolMapping[] {
  if (action === '') return mapped.filter((_, i) => i !== index);
  // A tool that does nothing that counts does nothing else.
  if (action === 'nothing') return [{ tool, action }];
  return index < mapped.length ? mapped.map((one, i) => (i === index ? { tool, action } : one)) : [...mapped, { tool, action }];
}
