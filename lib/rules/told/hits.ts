/** What a sentence and the writes of a ticket have in common. */
import { once } from '../../match/once.ts';
import { put } from '../../match/put.ts';
import type { Telling } from './sentences.ts';
import type { Written } from './written.ts';

/** Of the writes of one tool of which a sentence has the same words and values. */
export interface Hits {
  all: ReadonlySet<string>;
  strong: number;
  weak: number;
  /** Words and values that they were given. */
  given: readonly string[];
  writes: readonly Written[];
}

type Weight = 'strong' | 'light' | 'common';

/** What a sentence has of a tool's own marks, and of what each of its writes was given. */
interface OfTool extends Record<Weight, string[]> {
  given: Map<Written, string[]>;
}

interface Index {
  ofTools: Map<string, { tool: readonly Written[]; weight: Weight }[]>;
  ofWrites: Map<string, Written[]>;
}

/** @returns the hits of any sentence; a write that it has nothing in common with is in none of them. */
export function hitsIn(all: readonly Written[]): (telling: Telling) => readonly Hits[] {
  const index: Index = { ofTools: new Map(), ofWrites: new Map() };
  for (const tool of new Set(all.map((one) => one.ofTool))) {
    for (const weight of ['strong', 'light', 'common'] as const)
      for (const mark of tool[0]!.marks[weight]) put(index.ofTools, mark, { tool, weight });
    for (const one of tool) for (const mark of new Set([...one.marks.details, ...one.marks.values])) put(index.ofWrites, mark, one);
  }
  return once((telling) => hitsOf(telling, index));
}

function hitsOf({ tokens }: Telling, { ofTools, ofWrites }: Index): readonly Hits[] {
  const tools = new Map<readonly Written[], OfTool>();
  const of = (tool: readonly Written[]): OfTool => {
    const known = tools.get(tool) ?? { strong: [], light: [], common: [], given: new Map() };
    tools.set(tool, known);
    return known;
  };
  for (const token of tokens) {
    for (const { tool, weight } of ofTools.get(token) ?? []) of(tool)[weight].push(token);
    for (const one of ofWrites.get(token) ?? []) put(of(one.ofTool).given, one, token);
  }
  return [...tools].flatMap(([tool, { strong, light, common, given }]) => {
    const hits = (own: readonly string[], writes: readonly Written[]): Hits => ({
      all: new Set([...strong, ...light, ...common, ...own]),
      strong: strong.length,
      weak: common.length + (light.length > 0 ? 1 : 0),
      given: own,
      writes,
    });
    const rest = given.size === 0 ? tool : tool.filter((one) => !given.has(one));
    const alike = Map.groupBy(given, ([, own]) => own.join('\n'));
    const found = [...alike.values()].map((some) =>
      hits(
        some[0]![1],
        some.map(([one]) => one),
      ),
    );
    return rest.length > 0 && strong.length + light.length + common.length > 0 ? [...found, hits([], rest)] : found;
  });
}

/** It has all that the other has. */
export const covers = (larger: Hits, smaller: Hits): boolean =>
  larger.all.size >= smaller.all.size && [...smaller.all].every((token) => larger.all.has(token));

/** It has more, and all that the other has. */
export const exceeds = (larger: Hits, smaller: Hits): boolean => larger.all.size > smaller.all.size && covers(larger, smaller);
