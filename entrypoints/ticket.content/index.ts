import { defineContentScript } from 'wxt/utils/define-content-script';
import { startSession } from './session.ts';
import './style.css';

export default defineContentScript({
  // Registered at run time, on the helpdesks that were set up and granted, and nowhere else.
  matches: [],
  registration: 'runtime',
  main: (ctx) => startSession({ signal: ctx.signal, isValid: () => ctx.isValid }),
});
