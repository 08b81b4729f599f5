/** The trail of one ticket: events that chain by hash and are signed, and the contents that they name by digest. */
export { fileOf, parseFile, printFile, readTrail, trailOfFile } from './file.ts';
export { type Contents, changeOf, type ListContent, listOf } from './lists.ts';
export { contentsOf, type JudgementContent, lastRecord, namedBy, openRecord } from './records.ts';
export { type ContentKind, INSTALLATION, openEvent, START, sealContent, sealEvent } from './sealing.ts';
export { type Broken, openEnd, spanOf, type Verified, verifyFile, verifyTrail, type Whole } from './verify.ts';
