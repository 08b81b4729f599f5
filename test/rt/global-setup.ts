/** Before the first test, and outside of its time. */
import { installRequestTracker } from '../world/rt/install.ts';

export default function globalSetup(): void {
  installRequestTracker(console.log);
}
