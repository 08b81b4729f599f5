/** The tools that the agent had, from the definitions that were recorded with its own run. */
import type { Inventory, Json, Tool, ToolCall } from '../model.ts';
import type { Trace } from './conversation.ts';

/**
 * Complete only where every trace carries whole definitions, and no call belies them: a tool that was called and is not defined shows that there
 * were more. Names seen in calls are never taken into the inventory.
 */
export function inventoryOf(traces: Trace[], calls: ToolCall[]): Inventory {
  const tools = new Map<string, Tool>();
  let complete = traces.length > 0;
  for (const { spans } of traces) {
    const recorded = spans.map((span) => span.attributes['gen_ai.tool.definitions']).filter((value) => value !== undefined);
    const defined = recorded.map(toolsOf);
    if (defined.length === 0 || defined.includes(null)) complete = false;
    for (const tool of defined.flatMap((list) => list ?? [])) tools.set(tool.name, { ...tools.get(tool.name), ...tool });
  }
  return { tools: [...tools.values()], complete: complete && calls.every(({ name }) => tools.has(name)) };
}

/** Flat, `{"name":"x"}`, or in the model vendors' shape, `{"function":{"name":"x"}}`. Null where a definition cannot be read, or was cut off. */
function toolsOf(definitions: Json): Tool[] | null {
  if (!Array.isArray(definitions)) return null;
  const tools = definitions.map(toolOf);
  return tools.includes(null) ? null : (tools as Tool[]);
}

function toolOf(definition: Json): Tool | null {
  if (!isObject(definition)) return null;
  const { name, description } = isObject(definition.function) ? definition.function : definition;
  if (typeof name !== 'string') return null;
  return typeof description === 'string' ? { name, description } : { name };
}

function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
