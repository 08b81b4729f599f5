/** What the team says that its tools do, tool by tool. Pure. */
import type { ToolMapping } from '../../lib/model.ts';
import { same } from './check.ts';
import type { SeenTool } from './setup.ts';

export interface ToolRow {
  name: string;
  description?: string | undefined;
  /** What the engine takes it for; null for a tool that no log has named yet. */
  does: readonly string[] | null;
  mapped: readonly { mapping: ToolMapping; index: number }[];
}

/** Every tool that was seen, mapped or named by hand, each once, in the order of their names. */
export function toolRows(seen: readonly SeenTool[], tools: readonly ToolMapping[], added: readonly string[]): ToolRow[] {
  const names = new Set([...seen.map(({ name }) => name), ...tools.map(({ tool }) => tool), ...added]);
  return [...names]
    .sort((a, b) => a.localeCompare(b))
    .map((name) => {
      const tool = seen.find((one) => one.name === name);
      const mapped = tools.flatMap((mapping, index) => (mapping.tool === name ? [{ mapping, index }] : []));
      return { name, description: tool?.description, does: tool?.does ?? null, mapped };
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

/** The mappings with the one at `index` (at the end where there is none) changed to another action, or taken out ('' for none). */
export function withAction(tools: readonly ToolMapping[], index: number | null, tool: string, action: string): ToolMapping[] {
  if (action === '') return tools.filter((_, i) => i !== index);
  const next: ToolMapping = { tool, action };
  // A tool that does nothing that counts does nothing else.
  const kept = tools.filter((one, i) => i === index || one.tool !== tool || (action !== 'nothing' && one.action !== 'nothing'));
  const at = index === null ? -1 : kept.indexOf(tools[index]!);
  return at < 0 ? [...kept, next] : kept.map((one, i) => (i === at ? next : one));
}

/** What was changed here, on top of what is stored now: the panel may have mapped another tool meanwhile. */
export function mergedTools(base: readonly ToolMapping[], filled: readonly ToolMapping[], now: readonly ToolMapping[]): ToolMapping[] {
  const of = (tools: readonly ToolMapping[], name: string) => tools.filter(({ tool }) => tool === name);
  const names = new Set([...base, ...filled].map(({ tool }) => tool));
  const changed = new Set([...names].filter((name) => !same(of(base, name), of(filled, name))));
  return [...now.filter(({ tool }) => !changed.has(tool)), ...filled.filter(({ tool }) => changed.has(tool))];
}
