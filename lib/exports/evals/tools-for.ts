/** Which of the agent's tools could have made a claim true: those that do the claimed action by their name. Pure. */
import { stem } from '../../actions/stem.ts';
import { actionsOfTool, toolWords } from '../../match/tool.ts';
import type { Claim, Tool } from '../../model.ts';

export function toolsFor(claim: Claim, tools: readonly Tool[]): string[] {
  return tools
    .filter((tool) => {
      const words = toolWords(tool);
      const isRead = words.mode === 'read';
      if (claim.kind === 'read' ? !isRead : isRead) return false;
      if (claim.action !== 'other') return [...actionsOfTool(words)].includes(claim.action);
      const names = tool.name.split(/[^\p{L}]+|(?<=\p{Ll})(?=\p{Lu})/u).map((word) => stem(word.toLowerCase()));
      return claim.words.some((word) => names.includes(word)) && (claim.verb === '' || names.includes(claim.verb));
    })
    .map((tool) => tool.name);
}
