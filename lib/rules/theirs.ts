/** What is in the customer's hands, and not in the reach of the agent's tools. */
import type { ClaimCase } from './rule.ts';

const DEVICE =
  /\b(?:phone|device|handset|router|modem|computer|laptop|tablet|browser|sim(?: card)?|printer|tv|console|headset|wi-?fi|bluetooth|airplane mode|apn|vpn|mobile data)\b/i;
const STATE = /\b(?:is|are|has|have) (?:now |been |all )/i;

/**
 * "Your phone is now connected": so it is, and whoever did it, the log of the agent's tools would not show it. What the agent says that it
 * did itself ("I have reset your router") is judged like anything else.
 */
export const isOnTheirSide = ({ claim }: Pick<ClaimCase, 'claim'>): boolean =>
  claim.kind === 'write' && STATE.test(claim.quote) && DEVICE.test(claim.quote);
